/** What the commands for keeping and fetching back say. */
export const backupWords = {
  usage: `使い方：npm run backup -- --to フォルダー [--portal フォルダー] [--with-secrets] [--verify]
                [--keep-days 14] [--keep-weeks 8] [--accept-less]

  --to            控えを置くフォルダー。ポータルの外の、できれば別のディスクにします
  --portal        控えを取るポータルのフォルダー（省くと、内容のフォルダーがあるところ）
  --with-secrets  設定ファイル（PORTAL_SETTINGS）の秘密の値も、控えに入れます（省くと、値を除いて入れます）
  --verify        控えのすべてを読み、こわれていないことを確かめます（月に一度で足ります）
  --keep-days     一日一つずつ、何日分を残すか
  --keep-weeks    一週間に一つずつ、何週分を残すか
  --accept-less   前の控えより大きく減っていても、控えを取ります
`,
  restoreUsage: `使い方：npm run restore -- --from フォルダー --to フォルダー [--at 日時]
        npm run restore -- --from フォルダー --list

  --from  控えのフォルダー
  --to    戻す先の、まだないフォルダー
  --at    この時までの、いちばん新しい控えに戻します（例：2026-11-29、2026-11-29T18:00。省くと、いちばん新しい控え）
  --list  ある控えをすべて挙げます
`,
  noRepository: (folder: string) =>
    `「${folder}」に git のリポジトリがありませんので、--portal にポータルのフォルダーを指定してください。前の控えは、そのまま残っています。`,
  noBranch: (folder: string) =>
    `「${folder}」でどのブランチもチェックアウトされていませんので、ブランチをチェックアウトしてから、もう一度実行してください。`,
  noBackup: (folder: string) =>
    `「${folder}」に控えがありませんので、控えを取ったフォルダーを --from に指定してください。`,
  noSettings: (file: string) =>
    `設定ファイル「${file}」を読めませんので、環境変数 PORTAL_SETTINGS と、ファイルを読む権限を確かめてください。`,
  insidePortal: (folder: string) =>
    `「${folder}」はポータルのフォルダーの中にあり、いっしょに失われますので、外のフォルダーを --to に指定してください。`,
  busy: (folder: string) =>
    `「${folder}」では、ほかの控えの作業が行われていますので、終わってから、もう一度実行してください。`,
  rewritten:
    '公開している記事の履歴が、前の控えの続きになっていません。こわれていないかを確かめ、わざと書き換えたのであれば、--accept-less を付けて実行してください。前の控えは、そのまま残っています。',
  fewerDrafts: (before: number, now: number) =>
    `公開前のものが、前の控えの${before}件から${now}件に減っています。こわれていないかを確かめ、正しければ、--accept-less を付けて実行してください。前の控えは、そのまま残っています。`,
  unreadable: (name: string) =>
    `控え「${name}」を読めませんので、--list で挙げられるほかの控えを --at に指定してください。`,
  broken: (words: readonly string[]) =>
    `控えにこわれたところがありますので、別のフォルダーを --to に指定して、新しく控えを取ってください。git の記録：\n${words.join('\n')}`,
  leftOut: '（控えには入れていません）',
  taken: (name: string, published: number, drafts: number, changed: number, uploads: number) =>
    `控え「${name}」を取りました（公開の記録 ${published}件、公開前のもの ${drafts}件、変わったもの ${changed}件、保存前のファイル ${uploads}件）。`,
  notOfOneMoment:
    '保存と公開が続いていたため、一つの時点にそろえられませんでした。公開済みの投稿案が残って見えることがありますが、失われるものはありません。',
  kept: (snapshots: number, forgotten: number) =>
    forgotten > 0
      ? `残している控えは ${snapshots}件です（古い ${forgotten}件を除きました）。`
      : `残している控えは ${snapshots}件です。`,
  verified: 'すべてを読み、こわれていないことを確かめました。',
  targetNotEmpty: (folder: string) =>
    `「${folder}」がすでにありますので、まだない名前を --to に指定してください。前のものは、名前を変えて残しておけます。`,
  noSnapshotBefore: (when: string) =>
    `${when}までの控えがありませんので、--list で挙げられる日時を --at に指定してください。`,
  unreadableTime: (text: string) =>
    `「${text}」は日時として読めませんので、2026-11-29 か 2026-11-29T18:00 のように指定してください。`,
  listed: (name: string, when: string, published: number, drafts: number) =>
    `${name}  ${when}  公開の記録 ${published}件、公開前のもの ${drafts}件`,
  restored: (name: string, folder: string) => `控え「${name}」を「${folder}」に戻しました。`,
  restoredBeside: (folder: string) =>
    `設定と操作の記録は「${folder}」にあります。秘密の値を除いて控えたときは、設定ファイルに書き足してください。`,
  startIt: (folder: string) =>
    `続けて「${folder}」で npm ci --omit=dev と npm start を実行すると、控えの時点から続けられます。`,
} as const;
