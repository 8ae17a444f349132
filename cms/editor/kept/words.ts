/** What is told when the browser does not keep a text: what happened, what is kept, what to do. */
export const keepingSentences = {
  full: 'この端末の空きが足りないため、書いた内容を端末に残せていません。内容はこの画面にありますので、閉じる前に下書きを保存してください。',
  files:
    '書いた文はこの端末に残しましたが、選んだファイルは残せていません。画面を閉じる前に下書きを保存するか、次に開いたときに選び直してください。',
  unavailable:
    'このブラウザーでは、書いた内容を端末に残せません（シークレットウィンドウなど）。内容はこの画面にありますので、閉じる前に下書きを保存してください。',
  newer:
    'この画面を開いた後に編集画面が新しくなったため、書いた内容を端末に残せていません。下書きを保存してから、画面を読み込み直してください。',
} as const;

/** Words of the file in which a person takes a kept text home. */
export const keptFileWords = {
  untitled: '題名のない記事',
  of: (kind: string, title: string) => `${kind}「${title}」`,
  keptAt: (moment: string) => `${moment}に書いて、この端末に残していた内容です。`,
  body: '本文',
  files: '選んだファイル（ファイルそのものは、この控えに入っていません）',
  yes: 'はい',
} as const;
