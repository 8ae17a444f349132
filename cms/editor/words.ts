/** Words that several rooms of the editor use. */
export const editorWords = {
  /** Short, since it stands among the next steps too; the panel names the three kinds. */
  importDocument: 'Wordなどから取り込む',
  importFailed:
    '取り込みの画面を読み込めませんでした。サイトにつながることを確かめて、もう一度お試しください。',
  failed: '編集の画面を開けませんでした。',
  ended:
    'サインインが終わったので、担当者を選び直してください。書いてまだ送っていない内容は、同じ担当者で入ると続きから書けます。',
  endedElsewhere:
    'サインインが終わりましたので、もう一度サインインしてください。書いてまだ送っていない内容は、同じ方がサインインすると続きから書けます。',
} as const;
