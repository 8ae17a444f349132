import { z } from 'zod';
import { defaultMaxFileBytes } from '../../src/schema/body.ts';

/** What the gateway has to be told of the place where it runs. */
export type GatewaySettings = {
  /** On which address of this machine it listens. */
  readonly address: string;
  readonly port: number;
  /** Where its users find it, as `https://portal.example`; null where it serves this machine alone. */
  readonly origin: string | null;
  /** The most bytes that one attachment may have. */
  readonly maxFileBytes: number;
  /** The most bytes of one request: a save carries every attachment of its draft, and a third more for base64. */
  readonly maxRequestBytes: number;
  /** How many drafts an institution may have under way. */
  readonly maxDrafts: number;
  /** The most bytes that the files of its drafts may have together. */
  readonly maxDraftBytes: number;
};

/** A setting cannot be used; the message says which and what to write, in Japanese. */
export class GatewaySettingsError extends Error {}

const megabyte = 1024 * 1024;

/** How much an institution may have under way where nothing else is set. */
export const usualQuota = { maxDrafts: 200, maxDraftBytes: 2048 * megabyte } as const;

const environment = z
  .object({
    GATEWAY_ADDRESS: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(4321),
    GATEWAY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    MAX_FILE_MB: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(defaultMaxFileBytes / megabyte),
    MAX_DRAFTS: z.coerce.number().int().min(1).max(10_000).default(usualQuota.maxDrafts),
    MAX_DRAFT_MB: z.coerce
      .number()
      .int()
      .min(10)
      .max(1_000_000)
      .default(usualQuota.maxDraftBytes / megabyte),
  })
  .refine(
    ({ GATEWAY_ADDRESS, GATEWAY_ORIGIN }) =>
      GATEWAY_ORIGIN !== undefined || isLoopback(GATEWAY_ADDRESS),
    { path: ['GATEWAY_ORIGIN'] },
  );

const meanings: Record<string, string> = {
  GATEWAY_ADDRESS: '待ち受けるアドレスを指定してください。例：127.0.0.1',
  PORT: '0 から 65535 までの数を指定してください。',
  GATEWAY_ORIGIN:
    'このパソコンの外から使うときは、利用者が開くアドレスを指定してください。例：https://portal.example',
  MAX_DRAFTS: '一つの機関が進められる投稿案の上限を、1 から 10000 までの数で指定してください。',
  MAX_DRAFT_MB:
    '一つの機関の投稿案のファイルを合わせた上限を、10 から 1000000 までの数（MB）で指定してください。',
  MAX_FILE_MB: '添付ファイル一つの上限を、1 から 100 までの数（MB）で指定してください。',
};

/**
 * Reads the settings from an environment.
 * @throws GatewaySettingsError with one line for each variable that cannot be used
 */
export const readGatewaySettings = (
  env: Readonly<Record<string, string | undefined>>,
): GatewaySettings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path: [name] }) => `環境変数 ${String(name)} が使えません。${meanings[String(name)]}`,
    );
    throw new GatewaySettingsError(lines.join('\n'));
  }
  const { GATEWAY_ADDRESS, PORT, GATEWAY_ORIGIN, MAX_FILE_MB, MAX_DRAFTS, MAX_DRAFT_MB } =
    parsed.data;
  const maxFileBytes = MAX_FILE_MB * megabyte;
  return {
    address: GATEWAY_ADDRESS,
    port: PORT,
    origin: GATEWAY_ORIGIN === undefined ? null : new URL(GATEWAY_ORIGIN).origin,
    maxFileBytes,
    maxRequestBytes: 4 * maxFileBytes,
    maxDrafts: MAX_DRAFTS,
    maxDraftBytes: MAX_DRAFT_MB * megabyte,
  };
};

/** Whether an address of a machine, or the host of an address on the web, is this machine itself. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1'].includes(host.toLowerCase());
