/** As many places as a sentence names. */
const mostPlaces = 5;

const inShort = (places: readonly string[]): string =>
  places.length > mostPlaces ? `${places.slice(0, mostPlaces).join('、')}など` : places.join('、');

/** Words of files: their cards, and the page that each has of its own. */
export const fileWords = {
  counts: {
    page: (count: number) => `${count}ページ`,
    slide: (count: number) => `${count}スライド`,
    sheet: (count: number) => `${count}シート`,
    archive: (count: number) => `${count}ファイル`,
  },
  /** What one page of a file is called; a sheet is called by its name. */
  places: {
    page: (number: number) => `${number}ページ`,
    slide: (number: number) => `スライド${number}`,
    sheet: (number: number, name: string) => (name ? `シート「${name}」` : `シート${number}`),
  },
  notSearchable: '本文検索不可',
  withheld: 'このファイルは確認中のため、掲載を見合わせています。',
  read: '本文を読む',
  inside: '中のファイルを見る',
  /** Follows the name of a link for those who hear it without what stands around it. */
  of: (title: string) => `：${title}`,
  firstPage: (title: string) => `「${title}」の1ページ目`,
  checksum: '検査値（SHA-256）',

  belongsTo: (title: string) => `「${title}」の添付ファイルです。`,
  /** The same around a link. */
  belongsToBefore: '「',
  belongsToAfter: '」の添付ファイルです。',
  /** What stands around the name of a sheet. */
  sheetName: { before: 'シート「', after: '」' },
  open: (kind: string) => `${kind}を開く`,
  openAt: (kind: string, place: string) => `${kind}の${place}を開く`,
  about: 'このファイルについて',
  entry: '掲載しているページ',
  kind: '種類',
  length: '長さ',
  size: '大きさ',
  rights: '利用条件',
  name: 'ファイル名',
  asOf: '内容の時点',
  verify: '検査値の確かめ方',
  verifyNote:
    '手元のファイルの検査値がこの値と同じなら、掲載しているファイルと1文字も違いません。次の命令で確かめられます。',
  verifyWith: [
    { system: 'Windows', command: (name: string) => `certutil -hashfile "${name}" SHA256` },
    { system: 'macOS', command: (name: string) => `shasum -a 256 "${name}"` },
  ],
  outline: '目次',
  text: '本文',
  /** Of PDFs the words alone are taken; the other kinds say themselves what is a table. */
  textNote: (unit: string) =>
    unit === 'page'
      ? 'ファイルを開けないときのために、文字だけを取り出しました。図や表の形は再現していません。引用するときは、ファイルで確かめてください。'
      : 'ファイルを開けないときのために、文字と表を取り出しました。図、文字の大きさや色は再現していません。引用するときは、ファイルで確かめてください。',
  inArchive: '中に入っているファイル',
  inArchiveNote:
    'このZIPに入っているファイルの名前です。中身を読むには、ZIPをダウンロードして展開してください。',
  noText: {
    scan: 'このファイルは紙を読み取った画像でできているため、文字を取り出せません。内容は、ファイルを開いて読んでください。本文の検索はできません。',
    unmapped:
      'このファイルは、どの文字を表示しているかの情報を持たないため、文字を取り出せません。内容は、ファイルを開いて読んでください。本文の検索はできません。',
    empty: 'このファイルには、取り出せる文字がありません。',
  },
  partlySearchable: '一部の文字は検索不可',
  /** @param places where letters are lacking, as many as are worth naming */
  lacking: (places: readonly string[]) =>
    `${inShort(places) || 'このファイル'}の一部の文字は、どの文字を表示しているかの情報がないため、下の本文に入っていません。検索でも見つかりませんので、ファイルを開いて読んでください。`,
  table: (number: number) => `表${number}`,
  /** What follows the rows of a table that is to be filled in. */
  blankRows: (count: number) => `この表には、書き込むための空の行が${count}行あります。`,
  noTextHere: '文字のないページです。',
  kinds: { form: '様式', other: '資料' },
} as const;
