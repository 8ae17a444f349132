/** Words of the text that lies in every bundle. */
export const readmeWords = {
  title: (title: string) => `「${title}」の資料`,
  from: '配布元',
  page: 'ページ',
  day: '控えの日付',
  held: (count: number, size: string) => `${count}点、合計 ${size}`,
  files: 'ファイル',
  copied:
    '控えの日付にポータルに掲載していたファイルです。その後の差し替えや掲載停止は、上のページで確かめてください。',
  absence: '掲載なしは未実施を意味しません。',
  rightsNote: '利用条件は、ファイルごとに異なります。下の一覧で確かめてください。',
  network:
    'ネットワーク限定版の資料です。ネットワークの外へ渡すときは、公開版にある資料を使ってください。',
  list: 'ファイルの一覧',
  place: 'ファイル',
  originalName: 'もとの名前',
  entry: '掲載元',
  entryAddress: '掲載元のページ',
  size: '種類と大きさ',
  bytes: (count: number) => `${count.toLocaleString('ja-JP')}バイト`,
  rights: '利用条件',
  noRights: '記載なし。掲載元に確かめてください。',
  checksum: '検査値（SHA-256）',
} as const;
