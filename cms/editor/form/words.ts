/** What the row of a chosen file says of its way into the draft. */
export const fileWords = {
  add: 'ファイルを選んで追加',
  dropHere: 'ここに置くこともできます。選んだときにすぐ確かめます。',
  noFile: 'ファイルを選んでいません',
  noRights: '利用条件がまだありません。',
  beside: '横に開く',
  isBeside: '横に開いています',
  edit: '名前と条件を直す',
  remove: '消す',
  removeRow: 'この行を消す',
  up: '上へ移す',
  down: '下へ移す',
  /** What a button is called to those who hear it without the row around it. */
  of: (file: string, act: string) => `${act}：${file}`,
  notAttached: (name: string) => `「${name}」は、添付していません。`,
  mending: ['もとのファイルを直して、保存します。', '下のボタンから、もう一度添付してください。'],
  howToMend: 'くわしい直し方（別の画面で開きます）',
  holdsUpNothing:
    'ほかに書いた内容はそのままです。この行を残したままでも、保存と確認の依頼ができます。',
  writtenStays: 'この行に書いた次の内容は、この端末に残し、添付しなおしたファイルに引き継ぎます。',
  written: (label: string, value: string) => `${label}：${value}`,
  attachAgain: '消して添付しなおす',
  sending: (percent: number) => `送っています（${percent}%）。`,
  judging: '中身を確かめています。',
  kept: '確かめました。記事を保存すると、このファイルも保存されます。',
  takenOut: (what: string, places: string) =>
    places === '' ? `${what}を取り除きました。` : `${what}を取り除きました。内容：${places}`,
  morePlaces: (count: number) => `ほか${count}件`,
  allPlaces: (count: number) => `取り除いたものをすべて見る（${count}件）`,
  keptWithout:
    '見た目と文字は同じで、手元のファイルは変わりません。記事を保存すると、取り除いたあとのファイルだけが保存されます。',
  openWithout: '取り除いたあとのファイルを開く（別の画面）',
  decline: '取り除かずに自分で直す',
  saved: 'このファイルは記事に保存されています。',
  refused: 'このファイルは保存されません。',
  cancel: '送るのをやめる',
  again: 'もう一度送る',
  signIn: '別の画面でサインインする',
} as const;

/** What stands over the parts of the form. */
export const sectionWords = {
  card: '10分ほどで書けます。ここだけで確認を依頼できます。',
  written: (all: number, done: number) =>
    done === 0 ? `${all}つのうち、まだ何も書いていません` : `${all}つのうち${done}つ書けました`,
  open: 'を開く',
  close: 'をしまう',
  held: (count: number) => `${count}件`,
} as const;

/** What stands behind the name of a field in a group. */
export const fieldWords = { must: '（必須）', mustIfWritten: '（書くときは必須）' } as const;
