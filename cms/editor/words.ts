/** Words that several rooms of the editor use. */
export const editorWords = {
  word: 'Wordから取り込む',
  wordFailed:
    '取り込みの画面を読み込めませんでした。サイトにつながることを確かめて、もう一度お試しください。',
  failed: '編集の画面を開けませんでした。',
} as const;
