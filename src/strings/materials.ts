import { site } from './site.ts';

/** Words of the bundles: files that belong together, as one zip. */
export const bundleWords = {
  heading: '一括ダウンロード',
  editors: '編集部',
  link: (title: string) => `「${title}」の資料をまとめて受け取る`,
  kind: 'ZIP',
  held: (count: number, size: string) => `ファイル${count}点　${size}`,
  note: '利用条件などの一覧が「はじめにお読みください」にあります。',
} as const;

/** Words of the text that lies in every bundle. */
export const readmeWords = {
  name: 'はじめにお読みください.txt',
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

/** Words of an event's programme. */
export const programmeWords = {
  elsewhere: '（他のサイトの資料）',
} as const;

/** Words of the calendar files. */
export const calendarWords = {
  add: '予定表に入れる（.ics）',
  all: 'これからの行事を予定表に入れる（.ics）',
  calendar: `${site.title}の行事`,
  organisers: (names: string) => `主催：${names}`,
  page: (address: string) => `ポータルのページ：${address}`,
  check: '日時や会場が変わることがあります。主催者の案内で確かめてください。',
} as const;

/** Words of the list of talks without slides, which the network edition alone has. */
export const missingWords = {
  title: '資料が未掲載の講演',
  lead: 'シンポジウムなどの記録のうち、講演の資料をまだ掲載していないものです。新しい順に並べています。',
  meaning:
    '「未掲載（未調査）」は、資料をまだ調べていないか、掲載できるかを確かめていないという意味です。資料がないという意味でも、配られなかったという意味でもありません。',
  networkOnly: 'この一覧は、ネットワーク限定版にだけあります。',
  count: (symposia: number, sessions: number) => `記録${symposia}件、講演${sessions}件`,
  absent: '未掲載（未調査）',
  untitled: '演題の記載なし',
  noDate: '開催日の記載なし',
  contact: '問い合わせ先',
  noContact: '窓口の掲載なし（未調査）',
  how: '資料をお持ちの方へ',
  howText:
    '資料を作った機関の許しを得たうえで、ファイルと利用条件をお知らせください。スライドは、コメントや隠しスライドを消してから送ってください。',
  takePart: '参加のしかた',
  none: '資料が未掲載の講演はありません。',
} as const;
