/** Words of the reader's own list. */
export const readingListWords = {
  title: 'リスト',
  lead: '集めた記事と資料を、印刷するか、Wordの報告書や一つのファイルにして持ち帰れます。リストはこのブラウザーの中だけに残り、どこにも送られません。',
  withoutScript:
    'リストを使うには、ブラウザーの設定でJavaScriptを有効にしてください。記事を読むことと資料を開くことは、このままでもできます。',
  empty:
    'リストにはまだ何もありません。記事や資料のそばにある「リストに入れる」を押すと、ここに並びます。',
  emptyLink: '取組を探す',
  count: (count: number) => `${count}件`,
  made: (day: string) => `${day}に作成`,
  source: '出典',
  noSource: '出典は記事のページをご覧ください。',
  ownText: '編集部または機関の文章です。',
  files: (count: number) => `資料${count}件`,
  gone: '掲載が終わったか、場所が変わりました。',
  up: (title: string) => `「${title}」を上へ`,
  down: (title: string) => `「${title}」を下へ`,
  remove: (title: string) => `「${title}」を外す`,
  upShort: '上へ',
  downShort: '下へ',
  removeShort: '外す',
  clear: 'すべて外す',
  cleared: (count: number) => `${count}件をすべて外しました。`,
  undo: '元に戻す',
  take: '持ち帰る',
  print: '印刷する',
  printNote: 'このリストを、出典と日付とともに紙に印刷します。',
  report: 'Wordの報告書にする',
  reportNote: 'A4で2ページ以内です。1行に1件、出典と日付が付きます。',
  reportTitle: '報告書の題名',
  reportTitleUsual: '他機関の取組と資料',
  reportLeaves: (most: number, left: number) =>
    `報告書には初めの${most}件が載り、残りの${left}件は「ほか${left}件」と書かれます。載せたいものを上へ移してください。`,
  archive: 'まとめて一つのファイルにする',
  archiveNote: (files: number, size: string) =>
    files > 0
      ? `記事の控えと資料${files}件（${size}）、報告書を、ZIP形式にまとめます。`
      : '記事の控えと報告書を、ZIP形式にまとめます。',
  working: (done: number, total: number) => `まとめています（${done}／${total}）…`,
  making: '作っています…',
  done: 'できました。ダウンロードしたファイルをご確認ください。',
  failed:
    '作れませんでした。通信の状態を確かめて、もう一度お試しください。リストはそのまま残っています。',
  damaged: (name: string) =>
    `「${name}」は、届いた中身が掲載時と違うため、入れていません。時間をおいて、もう一度お試しください。`,
  missing: (name: string) =>
    `「${name}」は、取り出せなかったため入れていません。掲載が終わったものかもしれません。`,

  absent: '掲載なしは未実施を意味しません。',
  limits:
    '公開情報の要約であり、各機関の公式見解や法的助言ではありません。許可の要否は自機関の担当部署と経済産業省に確認してください。',
  more: (count: number) => `ほか${count}件は、リストのページをご覧ください。`,
  from: (site: string, day: string) => `${site}（${day}時点の掲載内容）`,
  columns: {
    number: '番号',
    item: '取組・資料',
    owner: '機関',
    when: '内容の時点',
    source: '出典',
  },
  archiveName: (day: string) => `リスト-${day}.zip`,
  reportName: (day: string) => `報告書-${day}.docx`,
  articles: '記事',
  materials: '資料',
  copyOf: (day: string) => `${day}時点の控えです。最新の内容は次のページをご覧ください。`,
} as const;
