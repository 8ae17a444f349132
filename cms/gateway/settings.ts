import { z } from 'zod';
import { defaultMaxFileBytes } from '../../src/schema/body.ts';
import { asVariable, buildSettingNames, type Edition, readSettings } from '../../src/settings.ts';
import {
  type MailSettings,
  mailSettings,
  readMailSettings,
  wrongOfMail,
} from './settings/mail-settings.ts';
import {
  type MemberSettings,
  memberSettings,
  readMemberSettings,
} from './settings/member-settings.ts';
import {
  type OperationSettings,
  operationSettings,
  readOperationSettings,
  usualOperation,
} from './settings/operation-settings.ts';
import {
  type ProviderSettings,
  providerSettings,
  readProviderSettings,
  wrongOfProvider,
} from './settings/provider-settings.ts';
import {
  readUpstreamSettings,
  type UpstreamSettings,
  upstreamMisfit,
  upstreamSettings,
} from './settings/upstream-settings.ts';

/** What the gateway has to be told of the place where it runs. */
export type GatewaySettings = {
  /** On which address of this machine it listens. */
  readonly address: string;
  readonly port: number;
  /** Where its users find it, as `https://portal.example`; null where it serves this machine alone. */
  readonly origin: string | null;
  /**
   * How people say who they are: by choosing, on this machine alone; by a provider of OpenID Connect, wherever they are; null
   * where they cannot, and there is no editor.
   */
  readonly signIn: 'choose' | 'oidc' | null;
  /** Whose edition is served. That of the network is for this machine alone. */
  readonly edition: Edition;
  /** The most bytes that one attachment may have. */
  readonly maxFileBytes: number;
  /** The most bytes of files that an institution has sent and not saved yet. */
  readonly maxShelfBytes: number;
  /** How many drafts an institution may have under way. */
  readonly maxDrafts: number;
  /** The most bytes that the files of its drafts may have together. */
  readonly maxDraftBytes: number;
  /** In how many working days the network's office wants to answer. */
  readonly reviewNormDays: number;
  /** For how many days a deleted proposal can be fetched back. */
  readonly deletedKeptDays: number;
  /** Who signs people in; null where nobody does. */
  readonly provider: ProviderSettings | null;
  /** How they are known again; null where nobody is signed in by a provider. */
  readonly members: MemberSettings | null;
  /** The git host behind this portal; null where its own repository is the store. */
  readonly upstream: UpstreamSettings | null;
  /** null where no mail is sent. */
  readonly mail: MailSettings | null;
  readonly operation: OperationSettings;
};

/** A setting cannot be used; the message says which and what to write, in Japanese. */
export class GatewaySettingsError extends Error {}

const megabyte = 1024 * 1024;

/** How much an institution may have under way where nothing else is set. */
export const usualQuota = { maxDrafts: 200, maxDraftBytes: 2048 * megabyte } as const;

/** What is held to where nothing else is set. */
export const usualNorms = { reviewNormDays: 5, deletedKeptDays: 90 } as const;

/** A portal of one desk: what belongs to a network is not set. */
export const oneDesk = {
  provider: null,
  members: null,
  upstream: null,
  mail: null,
  operation: usualOperation,
} as const;

const environment = z
  .object({
    GATEWAY_ADDRESS: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(4321),
    GATEWAY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    SIGN_IN: z.enum(['choose', 'oidc', 'none']).optional(),
    MAX_FILE_MB: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(defaultMaxFileBytes / megabyte),
    UPLOAD_SHELF_MB: z.coerce.number().int().min(1).max(100_000).default(1000),
    MAX_DRAFTS: z.coerce.number().int().min(1).max(10_000).default(usualQuota.maxDrafts),
    MAX_DRAFT_MB: z.coerce
      .number()
      .int()
      .min(10)
      .max(1_000_000)
      .default(usualQuota.maxDraftBytes / megabyte),
    REVIEW_NORM_DAYS: z.coerce.number().int().min(1).max(60).default(usualNorms.reviewNormDays),
    DELETED_DRAFT_DAYS: z.coerce
      .number()
      .int()
      .min(1)
      .max(3650)
      .default(usualNorms.deletedKeptDays),
    ...providerSettings.shape,
    ...memberSettings.shape,
    ...upstreamSettings.shape,
    ...mailSettings.shape,
    ...operationSettings.shape,
  })
  .refine(
    ({ GATEWAY_ADDRESS, GATEWAY_ORIGIN }) =>
      GATEWAY_ORIGIN !== undefined || isLoopback(GATEWAY_ADDRESS),
    { path: ['GATEWAY_ORIGIN'] },
  )
  .refine(({ SIGN_IN, GATEWAY_ORIGIN }) => SIGN_IN !== 'choose' || GATEWAY_ORIGIN === undefined, {
    path: ['SIGN_IN'],
  });

/** The names of all that may be set: for the gateway, and for the builds that it starts. */
export const settingNames: readonly string[] = [
  ...new Set([...buildSettingNames, ...Object.keys(environment.shape)]),
];

/** The settings whose values nobody may read. Most are known by how their names end. */
export const secretNames: readonly string[] = [
  ...settingNames.filter((name) => /_(?:SECRETS?|KEYS?|TOKENS?|PASSWORD)$/.test(name)),
  ...[providerSettings, memberSettings, upstreamSettings, mailSettings, operationSettings].flatMap(
    ({ secrets = [] }) => secrets,
  ),
];

const meanings: Record<string, string> = {
  GATEWAY_ADDRESS: '待ち受けるアドレスを指定してください。例：127.0.0.1',
  PORT: '0 から 65535 までの数を指定してください。',
  GATEWAY_ORIGIN:
    'このパソコンの外から使うときは、利用者が開くアドレスを指定してください。例：https://portal.example',
  SIGN_IN:
    'だれとして使うかを選ぶ方法（choose）は、このパソコンだけで使うとき（GATEWAY_ADDRESS が 127.0.0.1 で、GATEWAY_ORIGIN がないとき）に限られますので、認証サーバーでサインインするなら oidc、編集画面を使わないなら none とするか、指定をやめてください。',
  MAX_DRAFTS: '一つの機関が進められる投稿案の上限を、1 から 10000 までの数で指定してください。',
  MAX_DRAFT_MB:
    '一つの機関の投稿案のファイルを合わせた上限を、10 から 1000000 までの数（MB）で指定してください。',
  REVIEW_NORM_DAYS:
    '確認の依頼に答える目安を、1 から 60 までの数（土日を除いた日数）で指定してください。',
  DELETED_DRAFT_DAYS: '消した投稿案を戻せる日数を、1 から 3650 までの数で指定してください。',
  MAX_FILE_MB: '添付ファイル一つの上限を、1 から 100 までの数（MB）で指定してください。',
  UPLOAD_SHELF_MB:
    '選んだだけでまだ保存していないファイルを機関ごとに預かる量を、1 から 100000 までの数（MB）で指定してください。',
  ...providerSettings.meanings,
  ...memberSettings.meanings,
  ...upstreamSettings.meanings,
  ...mailSettings.meanings,
  ...operationSettings.meanings,
};

const networkForOthers =
  '環境変数 EDITION と GATEWAY_ORIGIN は、いっしょには使えません。ネットワーク限定版を外に開くには、参加機関だけを通すサインインが要りますので、EDITION を public にするか、GATEWAY_ORIGIN の指定をやめてこのパソコンだけで開いてください。';

/**
 * Reads the settings from an environment.
 * @param called how a sentence calls a setting, by where it was set
 * @throws GatewaySettingsError with one line for each variable that cannot be used
 */
export const readGatewaySettings = (
  env: Readonly<Record<string, string | undefined>>,
  called = asVariable,
): GatewaySettings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path: [name] }) => `${called(String(name))} が使えません。${meanings[String(name)]}`,
    );
    throw new GatewaySettingsError(lines.join('\n'));
  }
  const misfit = upstreamMisfit(parsed.data);
  if (misfit !== null) throw new GatewaySettingsError(misfit);
  const { GATEWAY_ADDRESS, PORT, GATEWAY_ORIGIN, SIGN_IN } = parsed.data;
  const { MAX_FILE_MB, UPLOAD_SHELF_MB, MAX_DRAFTS, MAX_DRAFT_MB } = parsed.data;
  const { REVIEW_NORM_DAYS, DELETED_DRAFT_DAYS } = parsed.data;
  const { edition } = readSettings(env, called);
  if (edition === 'network' && GATEWAY_ORIGIN !== undefined) {
    throw new GatewaySettingsError(networkForOthers);
  }
  const wrong = SIGN_IN === 'oidc' ? wrongOfProvider(parsed.data, isLoopback) : [];
  if (wrong.length > 0) throw new GatewaySettingsError(wrong.join('\n'));
  const wrongMail = wrongOfMail(parsed.data, isLoopback);
  if (wrongMail.length > 0) throw new GatewaySettingsError(wrongMail.join('\n'));
  const maxFileBytes = MAX_FILE_MB * megabyte;
  const origin = GATEWAY_ORIGIN === undefined ? null : new URL(GATEWAY_ORIGIN).origin;
  return {
    address: GATEWAY_ADDRESS,
    port: PORT,
    origin,
    // Asked for by whoever starts the portal for this machine alone.
    signIn: signInOf(SIGN_IN ?? (origin === null ? 'choose' : 'none')),
    edition,
    maxFileBytes,
    // A file that may be sent has room.
    maxShelfBytes: Math.max(UPLOAD_SHELF_MB * megabyte, maxFileBytes),
    maxDrafts: MAX_DRAFTS,
    maxDraftBytes: MAX_DRAFT_MB * megabyte,
    reviewNormDays: REVIEW_NORM_DAYS,
    deletedKeptDays: DELETED_DRAFT_DAYS,
    provider: SIGN_IN === 'oidc' ? readProviderSettings(parsed.data) : null,
    members: readMemberSettings(parsed.data),
    upstream: readUpstreamSettings(parsed.data),
    mail: readMailSettings(parsed.data),
    operation: readOperationSettings(parsed.data),
  };
};

const signInOf = (asked: 'choose' | 'oidc' | 'none'): GatewaySettings['signIn'] =>
  asked === 'none' ? null : asked;

/** Whether an address of a machine, or the host of an address on the web, is this machine itself. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1'].includes(host.toLowerCase());
