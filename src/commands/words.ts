/** What the command says. */
export const folderCommandWords = {
  usage: `使い方：npm run build:folder [-- --built]

  --built  構築済みのサイトから作ります（省くと、先にサイトを構築します）
`,
  building: 'サイトを構築しています…',
  notBuilt: (folder: string) =>
    `構築済みのサイトが「${folder}」にありません。--built を付けずに実行してください。`,
  stale: (folder: string, file: string) =>
    `「${folder}」の構築の後に、内容の「${file}」が変わっています。--built を付けずに実行してください。`,
  made: (zip: string, megabytes: string, files: number, seconds: string) =>
    `${zip} を作りました（${megabytes} MB、${files}ファイル、${seconds}秒）。`,
  unpacked: (folder: string) => `展開したものは ${folder} にあります。`,
} as const;
