/** What the check of a proposal says to whoever proposes on the git host. */
export const words = {
  usage: `使い方：npm run check:proposal -- --base REF --head REF （--institution ID [--office 部署] | --editor | --account 利用者名 --accounts ファイル） [--content フォルダー] [--json]

  --base         取り込む先（例：origin/main）
  --head         提案の先端
  --institution  提案した機関の番号
  --editor       事務局の提案として調べます
  --account      git のホストの利用者名。--accounts のファイル（取り込む先にあるもの）で部署を調べます
  --content      記事のフォルダー（省くと content）
  --json         結果を JSON で出力します
`,
  unknownRef: (ref: string) =>
    `「${ref}」がこのリポジトリにありませんので、取り込む先と提案の先端を取得してから、もう一度調べてください。`,
  nothingInCommon:
    '提案と取り込む先に共通の記録がありませんので、取り込む先から枝を作り直し、履歴をすべて取得して調べてください。',
  outside: 'この経路で変えられるのは記事だけですので、このファイルの変更を提案から外してください。',
  noFile:
    'リンクや実行できるファイルは記事に置けませんので、ふつうのファイルとして保存し直してください。',
  conflict:
    '取り込む先で先に直されていますので、取り込む先の内容を提案に取り込み、両方が残るように直してください。',
  unknownAccount: (account: string) =>
    `利用者名「${account}」がどの機関の担当者か分かりませんので、事務局に登録を依頼してください。`,
  noAccounts: (path: string) =>
    `利用者名と部署の対応のファイル「${path}」が取り込む先にありませんので、事務局が置いてから調べてください。`,
  unusableAccounts: (path: string, why: string) =>
    `利用者名と部署の対応のファイル「${path}」が読めません（${why}）ので、事務局にお知らせください。`,
  unusableInstitution: (id: string) =>
    `機関の番号「${id}」は使えませんので、登録簿にある番号を指定してください。`,
  ownersUsage: `使い方：npm run codeowners -- --accounts ファイル [--base REF] [--content フォルダー] > .github/CODEOWNERS

  --accounts  利用者名と部署の対応のファイル（--base の時点のもの）
  --base      登録簿と対応を読む先（省くと HEAD）
  --content   記事のフォルダー（省くと content）
`,
  madeOwners: '登録簿と利用者名の対応から作りました。直すときは、もとを直して作り直してください。',
  noEditors:
    '利用者名と部署の対応に事務局（editor）が一人もいませんので、加えてから作ってください。',
  passed: (entries: number) =>
    entries === 0
      ? '記事の変更はありません。\n'
      : `${entries}件の記事の変更を調べました。取り込めます。\n`,
  found: (count: number) => `\n直すところが${count}件あります。\n`,
} as const;
