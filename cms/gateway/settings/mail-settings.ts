import { statSync } from 'node:fs';
import { z } from 'zod';
import { type Mailbox, readMailbox } from './mailbox.ts';
import { settingGroup } from './setting-group.ts';

const mailbox = z
  .string()
  .transform((text, context) => readMailbox(text) ?? context.addIssue('no address'))
  .pipe(z.custom<Mailbox>((value) => typeof value === 'object'));

/** The mail server, and the role addresses that are written to. */
export const mailSettings = settingGroup({
  shape: {
    MAIL_SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /^.+$/ }).optional(),
    MAIL_USER: z.string().optional(),
    MAIL_PASSWORD: z.string().optional(),
    MAIL_TLS: z.enum(['required', 'if-offered', 'none']).default('required'),
    MAIL_FROM: mailbox.optional(),
    MAIL_OFFICE_TO: mailbox.optional(),
    MAIL_ADDRESS_BOOK: z.string().refine(isFile).optional(),
  },
  meanings: {
    MAIL_SMTP_URL:
      'メールを送るサーバーを、smtps://mail.example:465 か smtp://mail.example:587 の形で指定してください。利用者名とパスワードは書かず、MAIL_USER と MAIL_PASSWORD_FILE で指定してください。',
    MAIL_USER: 'メールサーバーに入る利用者名を指定してください。',
    MAIL_PASSWORD:
      'メールサーバーのパスワードを、MAIL_PASSWORD_FILE に場所を書いたファイルで指定してください。',
    MAIL_TLS:
      'メールサーバーとのやりとりの暗号化を、required（必ず）、if-offered（できるとき）、none（しない）のどれかで指定してください。',
    MAIL_FROM:
      '差出人を、産学官連携ポータル <portal@portal.example> の形で、名前とメールアドレス一つで指定してください。',
    MAIL_OFFICE_TO:
      'ネットワークの事務局の役割のアドレスを、事務局 <office@network.example> の形で、一つだけ指定してください。',
    MAIL_ADDRESS_BOOK: '機関の部署ごとのアドレスを書いた、読めるファイルの場所を指定してください。',
  },
});

/** How mail is sent, and to whom. */
export type MailSettings = {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Whether the whole talk is encrypted, from its first byte. */
    readonly isEncrypted: boolean;
    /** Whether a talk that begins in the clear has to be, may be or is not encrypted (STARTTLS). */
    readonly startTls: 'required' | 'if-offered' | 'none';
    readonly user: string | null;
    readonly password: string | null;
  };
  readonly from: Mailbox;
  /** The role address of the network's office. */
  readonly office: Mailbox;
  /** The file with the addresses of institutions' offices; null where there is none. */
  readonly addressesFile: string | null;
};

type Given = z.output<z.ZodObject<typeof mailSettings.shape>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readMailSettings = (given: Given): MailSettings | null => {
  const { MAIL_SMTP_URL, MAIL_FROM, MAIL_OFFICE_TO } = given;
  if (!MAIL_SMTP_URL || !MAIL_FROM || !MAIL_OFFICE_TO) return null;
  const { protocol, hostname, port } = new URL(MAIL_SMTP_URL);
  const isEncrypted = protocol === 'smtps:';
  return {
    server: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (isEncrypted ? 465 : 587) : Number(port),
      isEncrypted,
      startTls: given.MAIL_TLS,
      user: given.MAIL_USER ?? null,
      password: given.MAIL_PASSWORD ?? null,
    },
    from: MAIL_FROM,
    office: MAIL_OFFICE_TO,
    addressesFile: given.MAIL_ADDRESS_BOOK ?? null,
  };
};

/**
 * What is wrong with the settings of mail together, in a sentence for each; none where they can be used.
 * @param isHere whether an address is of this machine, where nothing has to be encrypted on its way
 */
export const wrongOfMail = (
  given: Given & { readonly GATEWAY_ORIGIN?: string | undefined },
  isHere: (host: string) => boolean,
): readonly string[] => {
  const { MAIL_SMTP_URL, MAIL_FROM, MAIL_OFFICE_TO, MAIL_USER, GATEWAY_ORIGIN } = given;
  if (MAIL_SMTP_URL === undefined) {
    const alone = Object.entries(given).filter(
      ([name, value]) => name.startsWith('MAIL_') && name !== 'MAIL_TLS' && value !== undefined,
    );
    return alone.map(
      ([name]) =>
        `環境変数 ${name} は MAIL_SMTP_URL といっしょに使いますので、MAIL_SMTP_URL を指定するか、${name} の指定をやめてください。`,
    );
  }
  const server = new URL(MAIL_SMTP_URL);
  const needed = { MAIL_FROM, MAIL_OFFICE_TO, GATEWAY_ORIGIN };
  const lacking = Object.entries(needed).filter(([, value]) => value === undefined);
  return [
    ...lacking.map(
      ([name]) =>
        `環境変数 MAIL_SMTP_URL でメールを送るには ${name} が要りますので、${name} を指定するか、MAIL_SMTP_URL の指定をやめてください。`,
    ),
    ...(server.username || server.password
      ? [
          '環境変数 MAIL_SMTP_URL には利用者名とパスワードを書けませんので、MAIL_USER と MAIL_PASSWORD_FILE で指定してください。',
        ]
      : []),
    ...((MAIL_USER === undefined) !== (given.MAIL_PASSWORD === undefined)
      ? ['環境変数 MAIL_USER と MAIL_PASSWORD_FILE は、いっしょに指定してください。']
      : []),
    ...(MAIL_USER !== undefined &&
    server.protocol === 'smtp:' &&
    given.MAIL_TLS !== 'required' &&
    !isHere(server.hostname)
      ? [
          '環境変数 MAIL_TLS が使えません。パスワードを途中で読まれないように、required とするか、MAIL_SMTP_URL を smtps:// で始めてください。',
        ]
      : []),
  ];
};

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
