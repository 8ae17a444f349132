import { connect, isIP } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { z } from 'zod';
import { type Check, type Finding, look, right, wrong } from './finding.ts';

const mostMilliseconds = 10_000;
const ask = (address: string) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(mostMilliseconds) });

const healthBody = z.object({ through: z.enum(['direct', 'trusted-proxy', 'unknown-proxy']) });

/**
 * Looks from outside, as far as this machine can: whether the address that people open leads here, and whether the proxy in
 * front says under which name and for whom it asks. The portal has to be running.
 * @param origin as `https://portal.example`
 * @param basePath begins and ends with a slash
 */
export const originCheck = (origin: string, basePath: string): Check => ({
  name: '開くアドレス',
  async run() {
    const page = await ask(origin + basePath).catch(() => null);
    if (!page) {
      return [
        wrong(
          `${origin} につながりません。ポータルとプロキシーが動いているか、DNS とファイアウォールを確かめてください。`,
        ),
      ];
    }
    if (page.status === 403) {
      return [
        wrong(
          'プロキシーがホスト名を伝えていません。nginx なら「proxy_set_header Host $host;」を加えてください。',
        ),
      ];
    }
    if (page.status >= 500) {
      return [
        wrong(`${origin} は ${page.status} と答えました。ポータルが動いているか確かめてください。`),
      ];
    }
    const body = await ask(`${origin}/healthz`)
      .then((answer) => answer.json())
      .catch(() => null);
    const health = healthBody.safeParse(body);
    if (!health.success) {
      return [
        wrong(
          `${origin} で答えているのは、このポータルではないようです。プロキシーの転送先を確かめてください。`,
        ),
      ];
    }
    return [right(`${origin} で開けます。`), forwarding(health.data.through, origin)];
  },
});

const forwarding = (through: z.output<typeof healthBody>['through'], origin: string): Finding => {
  if (through === 'trusted-proxy') return right('プロキシーは利用者のアドレスを伝えています。');
  if (through === 'unknown-proxy') {
    return wrong(
      'プロキシーの伝える利用者のアドレスを使えていません。プロキシーのアドレスを TRUSTED_PROXIES に書いてください（同じサーバーなら 127.0.0.1）。',
    );
  }
  return origin.startsWith('https:')
    ? wrong(
        'プロキシーが利用者のアドレスを伝えていません。nginx なら「proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;」を加えてください。',
      )
    : right('プロキシーなしで開いています。');
};

const day = 24 * 60 * 60 * 1000;
/** Certificates that renew themselves do so a month before their end. */
const fewestDays = 14;

/** @param trusted certificates that count beside the system's, for tests */
export const certificateCheck = (origin: string, now: () => Date, trusted?: string): Check => ({
  name: '証明書',
  async run() {
    const { protocol, hostname, port } = new URL(origin);
    if (protocol !== 'https:') {
      return [look('https ではありません。外に開くときは https にしてください。')];
    }
    const { validTo, fault } = await certificateOf(hostname, Number(port || 443), trusted);
    if (validTo === null) return [wrong(`${origin} と安全な接続を始められません（${fault}）。`)];
    const days = Math.floor((validTo.getTime() - now().getTime()) / day);
    if (days < 0) return [wrong('期限が切れています。証明書を更新してください。')];
    if (fault !== null) {
      return [
        wrong(`このサーバーから見て信頼できません（${fault}）。中間証明書も入れてください。`),
      ];
    }
    return days < fewestDays
      ? [look(`あと${days}日で切れます。自動の更新が動いているか確かめてください。`)]
      : [right(`あと${days}日使えます。`)];
  },
});

const certificateOf = (host: string, port: number, trusted?: string) =>
  new Promise<{ validTo: Date | null; fault: string | null }>((resolve) => {
    const socket = connectSafely({
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
      ...(trusted ? { ca: trusted } : {}),
    });
    const end = (validTo: Date | null, fault: string | null) => {
      socket.destroy();
      resolve({ validTo, fault });
    };
    socket.setTimeout(mostMilliseconds, () => end(null, '時間切れ'));
    socket.on('error', (error) => end(null, error.message));
    socket.on('secureConnect', () => {
      const { valid_to: validTo } = socket.getPeerCertificate();
      end(new Date(validTo), socket.authorized ? null : String(socket.authorizationError));
    });
  });

/** What a sign-in allows clocks to differ, and half of it, in seconds. */
const mostSeconds = 30;

/** Whether the provider of the sign-in answers as it should, and whether its clock goes as ours does. */
export const providerCheck = (issuer: string, now: () => Date): Check => ({
  name: 'サインイン',
  async run() {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await ask(address).catch(() => null);
    if (!answer?.ok) {
      return [
        wrong(
          `認証サーバーの ${address} を読めません${answer ? `（${answer.status}）` : ''}。OIDC_ISSUER と、認証サーバーが動いているかを確かめてください。`,
        ),
      ];
    }
    const told = z.object({ issuer: z.string() }).safeParse(await answer.json().catch(() => null));
    if (!told.success || told.data.issuer !== issuer) {
      return [
        wrong(
          `認証サーバーの名乗るアドレスが OIDC_ISSUER と違います。OIDC_ISSUER を ${told.success ? told.data.issuer : '認証サーバーの案内どおり'} に直してください。`,
        ),
      ];
    }
    const date = new Date(answer.headers.get('date') ?? Number.NaN).getTime();
    const apart = Math.round(Math.abs(now().getTime() - date) / 1000);
    return [
      right('認証サーバーは答えています。'),
      ...(Number.isNaN(apart)
        ? []
        : apart > mostSeconds
          ? [
              wrong(
                `時計が認証サーバーと${apart}秒違います。「timedatectl set-ntp true」などで時刻を合わせてください。`,
              ),
            ]
          : [right(`時計は認証サーバーと${apart}秒以内で合っています。`)]),
    ];
  },
});

/** Whether a mail server answers; nothing is sent. */
export const mailCheck = ({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Check => ({
  name: 'メール',
  run: () =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      const end = (finding: Finding) => {
        socket.destroy();
        resolve([finding]);
      };
      const away = () =>
        end(
          wrong(
            `メールサーバー ${host}:${port} につながりません。MAIL_SMTP_URL とファイアウォールを確かめてください。`,
          ),
        );
      socket.setTimeout(mostMilliseconds, away);
      socket.on('error', away);
      socket.on('connect', () => end(right(`メールサーバー ${host}:${port} につながります。`)));
    }),
});
