import { westernDate } from '../formats/japanese-date.ts';
import { site } from '../strings/site.ts';

/** Words of the folder edition: a copy of the site that opens from a disk. */
export const folderWords = {
  name: site.name,
  editions: { public: '公開版', network: 'ネットワーク限定版' },
  /** 控えの日付, as every page of a copy shows it. */
  copyDay: (day: string) => `${westernDate(day)}時点の控え`,
  latest: '最新の内容を見る（インターネットにつながります）',
  insteadOfBundle: 'この控えには入っていません。資料を1つずつ開いてください。',
} as const;

/** Which edition a folder is made of. */
export type FolderEditionName = keyof typeof folderWords.editions;

/** The sheet that lies beside index.html, line by line. */
export const readMeLines = (
  edition: FolderEditionName,
  day: string,
  siteFolder: string,
): string[] => [
  `${site.title}　${folderWords.editions[edition]}`,
  folderWords.copyDay(day),
  '',
  ...(edition === 'network'
    ? [
        '■ 取り扱い',
        'ネットワーク限定の資料を含みます。ネットワークの外の人に渡したり、公開の場所に置いたりしないでください。',
        '',
      ]
    : []),
  '■ 開き方',
  '1. zipファイルのときは、先にすべて展開してください（Windowsは右クリックして「すべて展開」、macOSはダブルクリック）。展開せずに中のページを開くと、ほかのページへ移れません。',
  '2. 「index.html」をダブルクリックしてください。Microsoft Edge、Google Chrome、Firefoxで開けます。',
  '',
  '■ できること',
  '・インターネットにつながっていなくても、ページ、添付の資料、一覧の絞り込み、検索を使えます。',
  '・USBメモリーや共有フォルダーに置いて使えます。何も送信せず、何もインストールしません。',
  '',
  '■ ご注意',
  `・「index.html」と「${siteFolder}」フォルダーは、同じ場所に置いてください。移すときは、このフォルダーごと移してください。`,
  '・内容は自動では新しくなりません。各ページの上にある日付を確かめてお使いください。',
  '・一括ダウンロード用のzipファイルは入っていません。資料は、それぞれのページから1つずつ開けます。',
  '・ほかのウェブサイトへのリンクを開くには、インターネットへの接続が必要です。',
  '・公開情報の要約であり、機関の公式見解や法的助言ではありません。',
];
