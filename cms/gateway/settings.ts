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
  /** The most bytes of files that an institution has sent and not saved yet. */
  readonly maxShelfBytes: number;
};

/** A setting cannot be used; the message says which and what to write, in Japanese. */
export class GatewaySettingsError extends Error {}

const megabyte = 1024 * 1024;

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
    UPLOAD_SHELF_MB: z.coerce.number().int().min(1).max(100_000).default(1000),
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
  MAX_FILE_MB: '添付ファイル一つの上限を、1 から 100 までの数（MB）で指定してください。',
  UPLOAD_SHELF_MB:
    '選んだだけでまだ保存していないファイルを機関ごとに預かる量を、1 から 100000 までの数（MB）で指定してください。',
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
  const { GATEWAY_ADDRESS, PORT, GATEWAY_ORIGIN, MAX_FILE_MB, UPLOAD_SHELF_MB } = parsed.data;
  const maxFileBytes = MAX_FILE_MB * megabyte;
  return {
    address: GATEWAY_ADDRESS,
    port: PORT,
    origin: GATEWAY_ORIGIN === undefined ? null : new URL(GATEWAY_ORIGIN).origin,
    maxFileBytes,
    // A file that may be sent has room.
    maxShelfBytes: Math.max(UPLOAD_SHELF_MB * megabyte, maxFileBytes),
  };
};

/** Whether an address of a machine, or the host of an address on the web, is this machine itself. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1'].includes(host.toLowerCase());
