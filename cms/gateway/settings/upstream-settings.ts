import { z } from 'zod';
import { settingGroup } from './setting-group.ts';

/** The fewest letters of the secret that a call of the host is signed with. */
const fewestSecretLetters = 24;

/** `https://…`, `http://…` and `ssh://…` without a password, `git@host:path`, or the path of a folder. Never an option of git. */
const address = z
  .string()
  .max(1000)
  .regex(/^(?:(?:https?|ssh):\/\/[^\s]+|[\w.-]+@[\w.-]+:[^\s]+|\/[^\n\r\0]+)$/)
  .refine((url) => !/^https?:\/\/[^/]*@/.test(url) && !/^ssh:\/\/[^/@]*:[^/@]*@/.test(url));

/** What git takes for the name of a branch, and a little less (git-check-ref-format). */
const branchName = z
  .string()
  .max(200)
  .regex(/^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|\.$|\/$))[A-Za-z0-9][A-Za-z0-9._/-]*$/);

const refPrefix = z
  .string()
  .max(200)
  .regex(/^refs\/(?:(?!\.)[a-z0-9][a-z0-9-]*\/)*$/);

/** A folder below the root of the repository. */
const folderInside = z.string().regex(/^(?!\.)[\w-][\w.-]*(?:\/(?!\.)[\w-][\w.-]*)*$/);

/** The git host that keeps what is published and the drafts. */
export const upstreamSettings = settingGroup({
  shape: {
    UPSTREAM_URL: address.optional(),
    UPSTREAM_BRANCH: branchName.default('main'),
    UPSTREAM_PREFIX: refPrefix.default('refs/'),
    UPSTREAM_CLONE: z.string().min(1).optional(),
    UPSTREAM_CONTENT: folderInside.default('content'),
    UPSTREAM_USER: z
      .string()
      .regex(/^[^\s:]{1,100}$/)
      .default('x-access-token'),
    UPSTREAM_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{8,1000}$/)
      .optional(),
    UPSTREAM_SSH_IDENTITY: z.string().min(1).optional(),
    UPSTREAM_KNOWN_HOSTS: z
      .string()
      .regex(/^[^"\n]+$/)
      .optional(),
    UPSTREAM_CA: z.string().min(1).optional(),
    UPSTREAM_HOOK_SECRET: z
      .string()
      .regex(new RegExp(`^[\\x21-\\x7e]{${fewestSecretLetters},200}$`))
      .optional(),
    UPSTREAM_POLL_SECONDS: z.coerce.number().int().min(2).max(600).default(12),
  },
  meanings: {
    UPSTREAM_URL:
      '保存先のリポジトリのアドレスを、https:// か ssh:// で始まる形、git@host:path の形、または / で始まるフォルダーで指定してください。パスワードは含めず、UPSTREAM_TOKEN に指定してください。',
    UPSTREAM_BRANCH: '公開する内容のブランチの名前を指定してください。例：main',
    UPSTREAM_PREFIX:
      '投稿案などを置く名前の先頭を、refs/ で始まり / で終わる形で指定してください。例：refs/ または refs/heads/',
    UPSTREAM_CLONE:
      '保存先の写しを置くフォルダーを指定してください。まだないフォルダーか、空のフォルダーにします。',
    UPSTREAM_CONTENT: 'リポジトリの中で内容を置くフォルダーを指定してください。例：content',
    UPSTREAM_USER: '鍵といっしょに送る利用者の名前を、空白とコロンなしで指定してください。',
    UPSTREAM_TOKEN:
      '保存先に書き込むための鍵（アクセストークン）を、8 字以上の半角文字で指定してください。',
    UPSTREAM_SSH_IDENTITY: 'ssh の秘密鍵のファイルを指定してください。',
    UPSTREAM_KNOWN_HOSTS: '保存先のホスト鍵を書いたファイル（known_hosts）を指定してください。',
    UPSTREAM_CA: '保存先の証明書を確かめる認証局の証明書のファイルを指定してください。',
    UPSTREAM_HOOK_SECRET: `保存先からの知らせに署名する合言葉を、${fewestSecretLetters} 字以上の半角文字で指定してください。`,
    UPSTREAM_POLL_SECONDS: '保存先を見に行く間隔を、2 から 600 までの数（秒）で指定してください。',
  },
});

/** The host, and how it is spoken to. */
export type UpstreamSettings = {
  readonly url: string;
  readonly branch: string;
  /** What the refs of drafts begin with there, in place of `refs/`. */
  readonly prefix: string;
  /** The folder of this portal's own clone. */
  readonly clone: string;
  readonly contentFolder: string;
  readonly user: string;
  readonly token: string | null;
  readonly sshKey: string | null;
  readonly knownHosts: string | null;
  readonly caFile: string | null;
  /** What a call of the host is signed with; null where none is listened to. */
  readonly hookSecret: string | null;
  readonly pollSeconds: number;
};

type Given = z.output<z.ZodObject<typeof upstreamSettings.shape>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readUpstreamSettings = (given: Given): UpstreamSettings | null => {
  const { UPSTREAM_URL: url, UPSTREAM_CLONE: clone } = given;
  if (url === undefined || clone === undefined) return null;
  return {
    url,
    clone,
    branch: given.UPSTREAM_BRANCH,
    prefix: given.UPSTREAM_PREFIX,
    contentFolder: given.UPSTREAM_CONTENT,
    user: given.UPSTREAM_USER,
    token: given.UPSTREAM_TOKEN ?? null,
    sshKey: given.UPSTREAM_SSH_IDENTITY ?? null,
    knownHosts: given.UPSTREAM_KNOWN_HOSTS ?? null,
    caFile: given.UPSTREAM_CA ?? null,
    hookSecret: given.UPSTREAM_HOOK_SECRET ?? null,
    pollSeconds: given.UPSTREAM_POLL_SECONDS,
  };
};

/**
 * What of this group cannot be used together, in a sentence that names the variables; null where all can.
 * @param given as they were parsed one by one
 */
export const upstreamMisfit = ({
  UPSTREAM_URL: url,
  UPSTREAM_CLONE: clone,
  UPSTREAM_TOKEN: token,
  UPSTREAM_BRANCH: branch,
  UPSTREAM_PREFIX: prefix,
  UPSTREAM_HOOK_SECRET: secret,
}: Given): string | null => {
  if (url === undefined) {
    return clone !== undefined || token !== undefined || secret !== undefined
      ? '環境変数 UPSTREAM_ で始まる指定は、UPSTREAM_URL といっしょに使いますので、保存先のアドレスを UPSTREAM_URL に指定してください。'
      : null;
  }
  if (clone === undefined) {
    return '環境変数 UPSTREAM_URL を使うときは、UPSTREAM_CLONE に、保存先の写しを置くフォルダーを指定してください。';
  }
  const host = url.startsWith('http://') ? new URL(url).hostname : null;
  if (host !== null && token !== undefined && !['localhost', '127.0.0.1', '[::1]'].includes(host)) {
    return '環境変数 UPSTREAM_URL が http:// で始まるため、鍵がそのまま通信路に出ますので、https:// で始まるアドレスを指定してください。';
  }
  if (prefix === 'refs/heads/' && ownNames.includes(branch.split('/')[0] ?? '')) {
    return '環境変数 UPSTREAM_BRANCH の名前が、投稿案などを置く名前と重なりますので、別のブランチにするか、UPSTREAM_PREFIX を refs/ にしてください。';
  }
  return null;
};

/** The first parts of what stands below the prefix (repository/ref-names.ts). */
const ownNames: readonly string[] = [
  'proposals',
  'deleted-proposals',
  'archived-proposals',
  'entry-logs',
  'members',
  'invitations',
  'wishes',
  'mail',
  'office-feeds',
];
