/** What the gateway says of files that were sent, one sentence each. */
export const sentences = {
  /** What is taken out of files. */
  records: '画面に出ない記録',
  placeOfPhotograph: '写真の撮影場所',
  unsafe:
    'このファイルには公開できない内容が含まれていて受け取れませんので、示したところを直したファイルを、もう一度選んでください。',
  nameOfText:
    'この名前は記事の本文に使われていますので、別の名前を付けてから、もう一度選んでください。',
  shelfFull: (megabytes: number) =>
    `まだ記事に保存していないファイルが${megabytes}MBに達していますので、先に記事を保存するか、1日たってから、もう一度選んでください。`,
  tooMany:
    'まだ記事に保存していないファイルの数が多すぎますので、先に記事を保存するか、1日たってから、もう一度選んでください。',
  unwritable:
    'サーバーの都合でファイルを受け取れませんでしたので、少し待ってからもう一度送り、続くときは事務局にお問い合わせください。',
  gone: '選んだファイルを預かる期限（24時間）が過ぎていますので、ファイルを選び直すか、ファイルを除いて保存してください。',
  tooMuchOfOneSave: (megabytes: number) =>
    `一度に保存できるファイルは合わせて${megabytes}MBまでですので、何回かに分けて保存してください。`,
} as const;
