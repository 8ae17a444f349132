import { join } from 'node:path';
import { portalFolder } from '../build/folders.ts';
import { type Answer, ask, type Question } from './decap-protocol.ts';
import { freePort, type ServerCommand, type ServerProcess, startServer } from './server-process.ts';

/** Somebody who can be chosen at the gateway's own sign-in. */
export type Person =
  | { role: 'editor'; office: string }
  | { role: 'contributor'; institution: string; office: string };

/** A signed-in person at work. */
export type Desk = {
  /** Asks in Decap's protocol. */
  say(question: Question): Promise<Answer>;
  /** Fetches an address of the gateway; the answer of JSON, or text. */
  get(path: string): Promise<{ status: number; text: string }>;
  /** Sends any request as this person's browser does. */
  request(path: string, init?: RequestInit): Promise<Response>;
};

/** Our gateway in a process of its own. */
export type GatewayServer = ServerProcess & {
  readonly port: number;
  signIn(person: Person): Promise<Desk>;
};

/** What is started. */
export type GatewayKind =
  /** What answers the editor, alone. */
  | { kind: 'gateway'; folder: string }
  /** The whole portal, as `npm start` starts it: it builds the site first. */
  | {
      kind: 'portal';
      contentDir: string;
      siteDir: string;
      under?: readonly string[];
      /** What is set beside the folders. */
      set?: Readonly<Record<string, string>>;
    };

const started = (wanted: GatewayKind): Pick<ServerCommand, 'args' | 'env' | 'under'> =>
  wanted.kind === 'gateway'
    ? { args: [join(import.meta.dirname, 'serve-gateway.ts'), wanted.folder], env: {} }
    : {
        args: [join(portalFolder, 'cms/gateway/main.ts')],
        env: { CONTENT_DIR: wanted.contentDir, OUT_DIR: wanted.siteDir, ...wanted.set },
        ...(wanted.under ? { under: wanted.under } : {}),
      };

/** Empty counts as not set: whatever the shell has set would change what is measured. */
const nothingSet = {
  EDITION: '',
  SITE_URL: '',
  BASE_PATH: '',
  GATEWAY_ADDRESS: '',
  GATEWAY_ORIGIN: '',
  MAX_FILE_MB: '',
  UPLOAD_SHELF_MB: '',
};

/** Starts our gateway on a free port. */
export async function startGatewayServer(wanted: GatewayKind): Promise<GatewayServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { args, env, under = [] } = started(wanted);
  const server = await startServer({
    args,
    under,
    cwd: portalFolder,
    env: { ...nothingSet, ...env, PORT: String(port) },
    isUp: async () => (await fetch(`${origin}/admin/session`)).status === 200,
  });
  // As the browser says it of a page of the same origin.
  const sameOrigin = { origin, 'sec-fetch-site': 'same-origin' };
  return {
    ...server,
    port,
    async signIn(person) {
      const response = await fetch(`${origin}/admin/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...sameOrigin },
        body: JSON.stringify(person),
      });
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
      if (!response.ok || cookie === undefined) {
        throw new Error(`Sign-in failed (${response.status}): ${await response.text()}`);
      }
      const headers = { ...sameOrigin, cookie };
      const request: Desk['request'] = (path, init = {}) =>
        fetch(`${origin}${path}`, { ...init, headers: { ...init.headers, ...headers } });
      return {
        request,
        say: (question) => ask(`${origin}/admin/api`, question, headers),
        async get(path) {
          const answer = await request(path);
          return { status: answer.status, text: await answer.text() };
        },
      };
    },
  };
}
