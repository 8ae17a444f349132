import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { findLibreOffice, noLibreOffice } from './attachments/office-pages/find-libreoffice.ts';
import { Refusal } from './refusal.ts';

const pathOnTheHost = z.string().regex(/^\/(?!\/)[\w./-]*$/);
/** A whole address, or a path on the site's host. */
const placeOnTheWeb = z.union([pathOnTheHost, z.url({ protocol: /^https?$/ })]);

/**
 * What the environment may set for a build, parsed once at the edge. The names are a contract: others script against them.
 * `CONTACT` stays out on purpose: who runs the portal is content, in content/pages/operator.
 */
const environment = z.object({
  EDITION: z.enum(['public', 'network']).default('public'),
  CONTENT_DIR: z.string().min(1).default('content'),
  OUT_DIR: z.string().min(1).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  BASE_PATH: z
    .string()
    .regex(/^\/(?:[\w.-]+\/?)*$/)
    .default('/'),
  CONTRIBUTE_URL: placeOnTheWeb.optional(),
  WISH_URL: placeOnTheWeb.optional(),
  MEMBERS_URL: placeOnTheWeb.optional(),
  SIGN_OUT_URL: pathOnTheHost.optional(),
  MEMBERS_COPY_DAYS: z.coerce.number().int().min(1).max(90).default(14),
  WRITTEN_BUNDLE_MB: z.coerce.number().int().min(0).max(100_000).default(50),
  STREAMED_BUNDLES: z.enum(['yes', 'no']).default('no'),
  ATTACHMENT_CACHE_MB: z.coerce.number().int().min(10).max(100_000).default(500),
  LIBREOFFICE: z
    .string()
    .refine((given) => given === noLibreOffice || findLibreOffice(given) !== null)
    .optional(),
  ACCESSIBILITY_DESK: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(4321),
});

/** The names of what may be set for a build. */
export const buildSettingNames: readonly string[] = Object.keys(environment.shape);

/** For whom a site is made. */
export type Edition = 'public' | 'network';

/** What the environment may set. */
export type Settings = {
  edition: Edition;
  /** Absolute folder of the content tree. */
  contentDir: string;
  /** Absolute folder that the site is written to. */
  outDir: string;
  /** Where rendered entries are kept between builds; each edition of each content tree has its own. */
  cacheDir: string;
  /** Where it is kept what was read in attachments; all editions of all content trees share it. */
  attachmentCache: string;
  /** The most that is kept there: what was not used for longest goes. */
  attachmentCacheBytes: number;
  /** Where the files of all sites of this checkout lie once. */
  fileStore: string;
  /** Where it is kept what the files of this content tree are known by, for all editions. */
  digestsFile: string;
  /** Of how many bytes together the files are at most that a site has as one written file (まとめて受け取る). */
  writtenBundleBytes: number;
  /** Whether the site is served by a portal, which makes every such file when it is asked for: none is written. */
  streamsBundles: boolean;
  /** The path of LibreOffice, by which the first pages of Office files are drawn; null where it is not there or not wanted. */
  libreOffice: string | null;
  /** Where the site will stand, if known: sitemap, feed and canonical addresses need it. */
  siteUrl: string | undefined;
  /** Where people contribute: a whole address, or a path on the site's host; undefined where the site leads nowhere. */
  contributeUrl: string | undefined;
  /** Where members of the network sign in, in the same way; undefined where nobody can. */
  membersUrl: string | undefined;
  /** Where members sign out, as a path on the site's host; undefined where nobody is signed in to read. */
  signOutUrl: string | undefined;
  /** For how many days a device may show the copy of a member who signed in to read. */
  membersCopyDays: number;
  /** Where signed-in people say what they miss (要望), in the same form; undefined where the site leads nowhere. */
  wishUrl: string | undefined;
  /** Who answers for the accessibility of this site; undefined where it is whoever the page of the operator names. */
  accessibilityDesk: string | undefined;
  /** Begins and ends with a slash. */
  basePath: string;
  port: number;
};

const meanings: Record<string, string> = {
  EDITION: 'public または network を指定してください',
  CONTENT_DIR: '内容のフォルダーを指定してください',
  OUT_DIR: '書き出し先のフォルダーを指定してください',
  SITE_URL: 'https:// で始まるアドレスを指定してください',
  BASE_PATH: '/ で始まるパスを指定してください',
  CONTRIBUTE_URL: '投稿の画面のアドレスを、https:// か / で始めて指定してください',
  MEMBERS_URL: '参加機関の方がサインインするアドレスを、https:// か / で始めて指定してください',
  SIGN_OUT_URL: 'サインアウトのアドレスを、/ で始めて指定してください',
  MEMBERS_COPY_DAYS: '参加機関の方の控えを使える日数を、1 から 90 までの数で指定してください',
  WISH_URL: '要望の画面のアドレスを、https:// か / で始めて指定してください',
  WRITTEN_BUNDLE_MB: '0 から 100000 までの数（MB）を指定してください',
  STREAMED_BUNDLES: 'yes または no を指定してください',
  ATTACHMENT_CACHE_MB: '10 から 100000 までの数（MB）を指定してください',
  LIBREOFFICE: 'LibreOffice（soffice）のファイルの場所か、使わないときは none を指定してください',
  ACCESSIBILITY_DESK: 'アクセシビリティについて答える部署を、200字までの1行で指定してください',
  PORT: '0 から 65535 までの数を指定してください',
};

/** Where every process of a checkout keeps what it has read in attachments: the name of a reading is the file's checksum. */
export const attachmentCacheFolder = (): string => resolve('.cache/attachments');

/** A variable of the environment cannot be used; the message says which and what to write, in Japanese. */
export class SettingsError extends Refusal {}

/** How a sentence calls a variable. */
export const asVariable = (name: string): string => `環境変数 ${name}`;

/**
 * Reads the settings of a build from an environment.
 * @param called how a sentence calls a setting, by where it was set
 * @throws SettingsError with one line for each variable that cannot be used.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  called = asVariable,
): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues
        .map(
          ({ path: [name] }) =>
            `${called(String(name))}：「${env[String(name)]}」は使えません。${meanings[String(name)]}。`,
        )
        .join('\n'),
    );
  }
  const { EDITION, CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH, CONTRIBUTE_URL, WISH_URL } =
    parsed.data;
  const { MEMBERS_URL, SIGN_OUT_URL, MEMBERS_COPY_DAYS } = parsed.data;
  const { WRITTEN_BUNDLE_MB, STREAMED_BUNDLES } = parsed.data;
  const { ATTACHMENT_CACHE_MB, LIBREOFFICE, ACCESSIBILITY_DESK, PORT } = parsed.data;
  const contentDir = resolve(CONTENT_DIR);
  return {
    edition: EDITION,
    contentDir,
    outDir: resolve(OUT_DIR ?? `dist/${EDITION}`),
    cacheDir: cacheFolderOf(EDITION, contentDir),
    attachmentCache: attachmentCacheFolder(),
    attachmentCacheBytes: ATTACHMENT_CACHE_MB * 1024 * 1024,
    fileStore: resolve('.cache/materials/files'),
    digestsFile: digestsFileOf(contentDir),
    writtenBundleBytes: WRITTEN_BUNDLE_MB * 1024 * 1024,
    streamsBundles: STREAMED_BUNDLES === 'yes',
    libreOffice: findLibreOffice(LIBREOFFICE, env),
    siteUrl: SITE_URL,
    contributeUrl: CONTRIBUTE_URL,
    membersUrl: MEMBERS_URL,
    signOutUrl: SIGN_OUT_URL,
    membersCopyDays: MEMBERS_COPY_DAYS,
    wishUrl: WISH_URL,
    accessibilityDesk: ACCESSIBILITY_DESK,
    basePath: BASE_PATH.endsWith('/') ? BASE_PATH : `${BASE_PATH}/`,
    port: PORT,
  };
}

const treeOf = (contentDir: string): string =>
  createHash('sha256').update(contentDir).digest('hex').slice(0, 8);
const cacheFolderOf = (edition: Edition, contentDir: string): string =>
  resolve(`.cache/${edition}-${treeOf(contentDir)}`);
const digestsFileOf = (contentDir: string): string =>
  resolve(`.cache/materials/digests-${treeOf(contentDir)}.json`);

/**
 * The settings of the network's edition beside the public one of the same content, for members who sign in to read it: a
 * folder of its own that no host serves by mistake for the other.
 */
export const networkBeside = (settings: Settings): Settings => ({
  ...settings,
  edition: 'network',
  outDir: `${settings.outDir}-network`,
  cacheDir: cacheFolderOf('network', settings.contentDir),
});

/**
 * Whether a site has the files of a page as one written file.
 * @param bytes of the files together
 */
export const isBundleWritten = (
  bytes: number,
  { writtenBundleBytes, streamsBundles }: Pick<Settings, 'writtenBundleBytes' | 'streamsBundles'>,
): boolean => !streamsBundles && bytes <= writtenBundleBytes;

/** For how many days a device may show a copy of this site; undefined where it is not for people who sign in to read it. */
export const daysOfMembersCopy = ({
  edition,
  signOutUrl,
  membersCopyDays,
}: Pick<Settings, 'edition' | 'signOutUrl' | 'membersCopyDays'>): number | undefined =>
  edition === 'network' && signOutUrl !== undefined ? membersCopyDays : undefined;

/**
 * The same settings for a content that lies elsewhere, as in the clone of a git host.
 * @param contentDir absolute
 */
export const settingsOfContent = (settings: Settings, contentDir: string): Settings => ({
  ...settings,
  contentDir,
  cacheDir: cacheFolderOf(settings.edition, contentDir),
  digestsFile: digestsFileOf(contentDir),
});
