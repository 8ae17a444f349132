/** What the row of a chosen file says of its way into the draft. */
export const fileWords = {
  sending: (percent: number) => `送っています（${percent}%）。`,
  judging: '中身を確かめています。',
  kept: '確かめました。記事を保存すると、このファイルも保存されます。',
  saved: 'このファイルは記事に保存されています。',
  refused: 'このファイルは保存されません。',
  cancel: '送るのをやめる',
  again: 'もう一度送る',
  signIn: '別の画面でサインインする',
} as const;
