/** Words of the comparison and its tray. */
export const compareWords = {
  tray: '比べるもの',
  one: '1件を選びました。もう1件選ぶと、並べて比べられます。',
  some: (count: number) => `${count}件を選びました。`,
  full: (most: number) =>
    `並べられるのは${most}件までです。ほかを外してから、もう一度押してください。`,
  go: (count: number) => `${count}件を比べる`,
  clear: '選び直す',

  title: '並べて比べる',
  titled: (count: number, practices: boolean) =>
    `${count}つの${practices ? '取組' : '記事'}を並べて比べる`,
  lead: '書かれていることだけを、見出しごとに並べます。優劣はつけません。',
  how: (fewest: number, most: number) =>
    `比べたい記事を${fewest}件から${most}件まで選びます。取組、規程・指針、調査の一覧や検索の結果、記事のページにある「比べる」を押し、画面の下に出る「…件を比べる」を開いてください。`,
  oneOnly: '選んだ記事が1件だけですので、もう1件選んでください。',
  ways: '選ぶところ',
  choices: '機関ごとの定め（表）',
  withoutScript:
    'この画面で並べるには、ブラウザーの設定でJavaScriptを有効にしてください。このままでも、記事を一件ずつ開いて印刷すれば、紙の上で比べられます。取組の見出しの順は、どの記事も同じです。',
  loading: '記事を読み込んでいます…',
  ready: (count: number) => `${count}件を並べました。`,

  print: 'A4横で印刷',
  report: 'Wordで受け取る',
  copy: 'この並びのアドレスを写す',
  copied: 'アドレスを写しました。',
  notCopied: '写せませんでした。ブラウザーのアドレス欄から写してください。',
  making: '作っています…',
  made: 'できました。ダウンロードしたファイルをご確認ください。',
  failed: '作れませんでした。時間をおいて、もう一度お試しください。',
  reportName: (day: string) => `比較-${day}.docx`,

  table: '比べる表',
  caption: (names: string) => `${names}の比較`,
  heading: '見出し',
  remove: '外す',
  removeTitled: (title: string) => `「${title}」を外す`,
  gone: 'この記事は、いまは掲載されていません。',
  unread: '読み込めませんでした。通信の状態を確かめて、このページを開き直してください。',
  contact: '窓口',
  asOf: '時点',
  source: '出典',
  checked: (day: string) => `確認日 ${day}`,
  attached: '添付：',
  /** Under a heading that an entry need not have, and whose matter may stand under another. */
  noHeading: 'この見出しの記載なし',
  absentInAll: (count: number, phrase: string, headings: string) =>
    `${count}件とも${phrase}：${headings}`,
  /** Of a table of choices, when a reader has ordered it. */
  sorted: (column: string, isDown: boolean) =>
    `「${column}」の${isDown ? '逆の順' : '順'}に並べました。掲載のない行は最後です。`,
  printed: (day: string) => `${day}に印刷`,
  address: 'このページのアドレス',
} as const;
