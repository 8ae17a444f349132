import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { settingGroup } from './setting-group.ts';

/** The proxies whose word counts of who sends a request. */
export type TrustedProxies = Pick<BlockList, 'check'>;

/** A network as `10.0.0.0/8`, or one address. */
const network = (
  text: string,
): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null => {
  const [address = '', given, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  const bits = given === undefined ? most : /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
  // A network of everybody would let anybody say who they are.
  if (version === 0 || rest.length > 0 || !(bits >= 1 && bits <= most)) return null;
  return { address, bits, family: version === 6 ? 'ipv6' : 'ipv4' };
};

const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => network(part.trim())))
  .refine((all) => all.every((one) => one !== null))
  .transform((all): TrustedProxies => {
    const list = new BlockList();
    for (const one of all) if (one) list.addSubnet(one.address, one.bits, one.family);
    return list;
  });

const perMinute = (usual: number) => z.coerce.number().int().min(10).max(1_000_000).default(usual);

/** What who runs the portal sets for its machine: proxies, bounds, records. */
export const operationSettings = settingGroup({
  shape: {
    TRUSTED_PROXIES: networks.optional(),
    LIMIT_ADDRESS: perMinute(6000),
    LIMIT_PERSON: perMinute(600),
    LIMIT_INSTITUTION: perMinute(3000),
    LOG_FORMAT: z.enum(['plain', 'json']).default('plain'),
    AUDIT_LOG: z.string().min(1).optional(),
    METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    SITE_PROCESS_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
  },
  meanings: {
    TRUSTED_PROXIES:
      '前に置いたプロキシーのアドレスを、カンマで区切って指定してください。例：127.0.0.1, 10.0.0.0/24',
    LIMIT_ADDRESS:
      '一つのアドレスから1分間に受け付ける数を、10 から 1000000 までの数で指定してください。',
    LIMIT_PERSON:
      'サインインした一人から1分間に受け付ける数を、10 から 1000000 までの数で指定してください。',
    LIMIT_INSTITUTION:
      '一つの機関から1分間に受け付ける編集画面の要求の数を、10 から 1000000 までの数で指定してください。',
    LOG_FORMAT: '記録の形を、plain（読む文）か json（1行に一つのJSON）で指定してください。',
    AUDIT_LOG: '操作の記録を書き足すファイルを指定してください。例：/var/log/portal/audit.jsonl',
    METRICS_PORT:
      '計測値を出すポートを、1 から 65535 までの数で指定してください。このサーバーの中からだけ読めます。',
    SITE_PROCESS_IDLE_MINUTES:
      '公開も確認もないとき、次の公開を速くするための準備をメモリーに置いておく時間を、1 から 1440 までの数（分）で指定してください。',
  },
});

/** The place in which the portal runs. */
export type OperationSettings = {
  /** null where nobody's word counts but the connection's. */
  readonly trustedProxies: TrustedProxies | null;
  /** The most requests in a minute. */
  readonly mostOfAddress: number;
  readonly mostOfPerson: number;
  readonly mostOfInstitution: number;
  readonly logFormat: 'plain' | 'json';
  /** The file to which is added who did what; null where nobody asked for it. */
  readonly auditLog: string | null;
  /** On which port of the loopback address figures are told; null where on none. */
  readonly metricsPort: number | null;
  /** For how many milliseconds what makes the site quickly stays when nobody publishes or reviews. */
  readonly siteProcessIdle: number;
};

/** Takes the settings of this group out of all. */
export const readOperationSettings = (
  given: z.output<z.ZodObject<typeof operationSettings.shape>>,
): OperationSettings => ({
  trustedProxies: given.TRUSTED_PROXIES ?? null,
  mostOfAddress: given.LIMIT_ADDRESS,
  mostOfPerson: given.LIMIT_PERSON,
  mostOfInstitution: given.LIMIT_INSTITUTION,
  logFormat: given.LOG_FORMAT,
  auditLog: given.AUDIT_LOG ?? null,
  metricsPort: given.METRICS_PORT ?? null,
  siteProcessIdle: given.SITE_PROCESS_IDLE_MINUTES * 60_000,
});

/** What holds where nothing is set. */
export const usualOperation: OperationSettings = readOperationSettings(
  z.object(operationSettings.shape).parse({}),
);
