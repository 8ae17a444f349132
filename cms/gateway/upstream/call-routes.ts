import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { HostState } from '../repository/repository.ts';
import type { Bodies } from '../requests/bodies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';

/** Where the git host calls when something was pushed there. */
export const callAddress = '/hooks/upstream';

type Header = (name: string) => string | undefined;

/**
 * Whether a call is the host's own. GitHub signs the body (`X-Hub-Signature-256: sha256={hex}`,
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries), Gitea and Forgejo do in
 * `X-Gitea-Signature` and `X-Forgejo-Signature` as hex alone, and GitLab sends the secret itself (`X-Gitlab-Token`).
 * What is compared has the same length whatever was sent, and takes the same time.
 */
export const isSigned = (header: Header, body: Uint8Array, secret: string): boolean => {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const hub = header('x-hub-signature-256');
  const told = [
    hub?.startsWith('sha256=') ? hub.slice('sha256='.length) : undefined,
    header('x-gitea-signature'),
    header('x-forgejo-signature'),
  ];
  const token = header('x-gitlab-token');
  const isRight = [
    ...told.map((given) => given !== undefined && isSame(given, signature)),
    token !== undefined && isSame(token, secret),
  ];
  return isRight.some(Boolean);
};

const isSame = (given: string, right: string): boolean => {
  const key = 'of equal length';
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
};

/**
 * Makes the address at which a host says that something is new. The call only hastens what the poll would find, so nothing
 * in it is read, and it is answered before anything is fetched.
 */
export const createCallRoutes = ({
  secret,
  host,
  bodies,
}: {
  secret: string;
  host: Pick<HostState, 'hasten'>;
  bodies: Bodies;
}): Hono =>
  new Hono().post('/', bodies.of('call'), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (!isSigned((name) => c.req.header(name), body, secret)) {
      throw new RefusedRequest(403, wrongSignature);
    }
    host.hasten();
    return c.body(null, 204);
  });

const wrongSignature =
  '知らせの署名が合いませんので、保存先のサーバーの設定の合言葉を、環境変数 UPSTREAM_HOOK_SECRET と同じにしてください。';
