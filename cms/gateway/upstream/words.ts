import type { HostRefusal } from '../repository/git-host.ts';

/** What a host refuses, and how it is mended; for whoever runs the portal. */
export const refusalSentences: Readonly<Record<HostRefusal, string>> = {
  authentication:
    '保存先のサーバーが、ポータルの書込みを認めませんでした。環境変数 UPSTREAM_TOKEN（ssh では UPSTREAM_SSH_IDENTITY と UPSTREAM_KNOWN_HOSTS）に、このリポジトリに書き込める鍵を指定してください。',
  'not-found':
    '保存先のサーバーに、指定されたリポジトリかブランチがありません。環境変数 UPSTREAM_URL と UPSTREAM_BRANCH を確かめてください。',
  redirected:
    '保存先のサーバーが別のアドレスを案内しました。環境変数 UPSTREAM_URL を新しいアドレスに直してください。',
  certificate:
    '保存先のサーバーの証明書を確かめられません。組織の認証局を使うときは、その証明書のファイルを環境変数 UPSTREAM_CA に指定してください。',
  protected:
    '保存先のブランチが保護されていて、ポータルが公開を記録できません。サーバーの設定で、ポータルの利用者にこのブランチへの書込みを許してください。',
  hidden:
    '保存先のサーバーが、投稿案を置く名前を受け付けません。環境変数 UPSTREAM_PREFIX に refs/heads/ を指定してください。',
  'no-atomic':
    '保存先のサーバーが、いくつかの記録をまとめて受け取れません。まとめて受け取れるサーバー（GitHub、GitLab、Gitea、Forgejo など）を UPSTREAM_URL に指定してください。',
  'no-deletion':
    '保存先のサーバーが、終わった投稿案を片付けることを認めません。サーバーの設定で、ポータルの利用者に UPSTREAM_PREFIX の下の削除を許してください。',
  'checked-out':
    '保存先が、人の作業フォルダーのあるリポジトリです。作業フォルダーのない（bare の）リポジトリを UPSTREAM_URL に指定してください。',
  'too-large':
    '保存先のサーバーが、大きさの上限を超えるファイルを断りました。サーバーの上限を上げるか、環境変数 MAX_FILE_MB を下げてください。',
  hook: '保存先のサーバーの点検の仕組みが、ポータルの記録を断りました。サーバーの設定で、ポータルの利用者の書込みを許してください。',
};

/** What keeps a clone from being used, and how it is mended. */
export const sentences = {
  away: (url: string) =>
    `保存先のサーバー「${url}」とつながらず、手元の写しもまだないため始められません。サーバーが動いていることと、環境変数 UPSTREAM_URL を確かめてください。`,
  ofOthers: (folder: string) =>
    `フォルダー「${folder}」には、ポータルが作ったものではないファイルがあります。環境変数 UPSTREAM_CLONE に、空のフォルダーか、まだないフォルダーを指定してください。`,
  ofAnotherHost: (folder: string, url: string) =>
    `フォルダー「${folder}」は、別の保存先「${url}」の写しです。環境変数 UPSTREAM_CLONE に別のフォルダーを指定するか、UPSTREAM_URL と UPSTREAM_BRANCH を元に戻してください。`,
  noContent: (folder: string) =>
    `保存先のブランチに、内容のフォルダー「${folder}」がありません。環境変数 UPSTREAM_BRANCH と UPSTREAM_CONTENT を確かめてください。`,
  folderUnusable: (folder: string) =>
    `フォルダー「${folder}」を作れないか、書き込めません。環境変数 UPSTREAM_CLONE に、ポータルを動かす利用者が書き込めるフォルダーを指定してください。`,
} as const;

/** What is said to whoever brings a portal to a host. */
export const carryWords = {
  usage: `使い方：npm run carry
設定の UPSTREAM_URL のリポジトリに、このポータルの下書き、やりとり、登録した人を運びます。ポータルを止めてから実行してください。`,
  noUpstream:
    '運び先がありません。設定に UPSTREAM_URL と UPSTREAM_CLONE を書いてから、もう一度実行してください。',
  unfinished:
    '終わっていない公開がありますので、ポータルを一度始めて止めてから、もう一度実行してください。',
  others: (count: number) =>
    `保存先には、同じ記事の別の下書きや記録が${count}件あり、上書きしないよう何も運びませんでした。空の保存先を UPSTREAM_URL に指定してください。`,
  branchBehind: (branch: string) =>
    `保存先のブランチ ${branch} に、このポータルが公開した内容がそろっていません。「git push」で届けてから、もう一度実行してください。`,
  overtaken:
    '運んでいる間に、保存先が変わりました。ほかのポータルを止めてから、もう一度実行してください。',
  away: (url: string) =>
    `保存先のサーバー「${url}」とつながりません。サーバーが動いていることと、環境変数 UPSTREAM_URL を確かめてください。`,
  unanswered:
    '保存先が答えず、届いたかどうか分かりません。もう一度実行すると、届いていないものだけを運びます。',
  done: ({ records, branch }: { readonly records: number; readonly branch: boolean }) =>
    records === 0 && !branch
      ? '運ぶものはありません。保存先にすべてあります。'
      : `${branch ? '公開した内容と、' : ''}下書きや記録 ${records}件を、保存先に運びました。ポータルを始めてください。`,
} as const;
