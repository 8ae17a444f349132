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

/** What the audit says. */
export const auditWords = {
  usage: `使い方：npm run audit [-- --statement [--seed 文字]]

  --statement  公開版から選んだ40ページを試験し、結果をページ（/accessibility/results/）のために保存します
  --seed       くじの種を指定します（省くと、試験した日です）
`,
  notBuilt: '公開版が dist/public にありません。npm run build を先に実行してください。',
  stored: (pages: number, seed: string, faults: number) =>
    `${pages}ページを試験しました（くじの種：${seed}、見つかった問題：${faults}）。結果を src/accessibility/results.json に書きました。`,
} as const;

/** What the command says that writes headers for hosts of files. */
export const hostHeadersWords = {
  usage: `使い方：npm run host:headers -- --for files|nginx|caddy [--into フォルダー]

  --for files  構築したサイトの中に _headers を書きます（このファイルを読むホストのため）
  --for nginx  nginx の設定に読み込ませるファイルを書きます
  --for caddy  Caddy の設定に読み込ませるファイルを書きます
  --into       書く場所（省くと、files は構築したサイト、ほかは dist の下）
`,
  notBuilt: (folder: string) =>
    `構築済みのサイトが「${folder}」にありません。npm run build を先に実行してください。`,
  written: (path: string) => `${path} を書きました。`,
} as const;

/** What `npm run digest` says. */
export const digestCommandWords = {
  usage: `使い方：SITE_URL=https://portal.example npm run digest -- --out フォルダー [--since 2026-10-24] [--until 2026-11-24]

  --out フォルダー  要約便（.txt と .eml）を書くフォルダー
  --since 日付      いつから（省くと、終わりの日の一か月前）
  --until 日付      いつまで（省くと今日）

EDITION=network を指定すると、参加機関限りの記事も入ります。`,
  noSite:
    '要約便のリンクを書くために、環境変数 SITE_URL にサイトのアドレスを指定してください。例：https://portal.example',
  wrongPeriod:
    '期間が使えません。--since と --until は 2026-11-24 の形で、--since を先の日にして、二年までで指定してください。',
  written: (count: number, files: readonly string[]) =>
    `${count}件の記事で要約便を作りました。\n${files.join('\n')}`,
} as const;
