import { createServer } from 'node:net';
import { runCommand } from '../../src/commands/run-command.ts';
import { projectRoot } from '../../src/project-root.ts';
import { Refusal } from '../../src/refusal.ts';
import { readSettings } from '../../src/settings.ts';
import { type Listening, listen } from './listen.ts';
import { openPortal } from './open-portal.ts';
import { logTrouble } from './requests/failures.ts';
import { type GatewaySettings, GatewaySettingsError, readGatewaySettings } from './settings.ts';

/** How long what is under way may take to end when the portal is stopped. */
const mostEndingMilliseconds = 10_000;

const portSentences: Record<string, (port: number, address: string) => string> = {
  EADDRINUSE: (port) =>
    `ポート ${port} はほかのプログラムが使っていますので、そちらを終えるか、環境変数 PORT で別の番号を指定してください。`,
  EACCES: (port) =>
    `ポート ${port} を使う権限がありませんので、環境変数 PORT で 1024 以上の番号を指定してください。`,
  EADDRNOTAVAIL: (_port, address) =>
    `このパソコンにアドレス ${address} がありませんので、環境変数 GATEWAY_ADDRESS を直してください。`,
};

/** `npm start`: builds site and editor and serves both in one process until it is stopped. */
await runCommand(async () => {
  const settings = readSettings(process.env);
  const gatewaySettings = gatewaySettingsOf(process.env);
  const onTrouble = logTrouble;
  // Said at once, before a build that takes some seconds.
  await tellingOfPort(gatewaySettings, () => tryPort(gatewaySettings));

  console.log('サイトと編集画面を組み立てています。10秒ほどかかります。');
  const portal = await openPortal({ settings, gatewaySettings, projectRoot, onTrouble });
  let listening: Listening;
  try {
    listening = await tellingOfPort(gatewaySettings, () =>
      listen(portal.app, gatewaySettings, onTrouble),
    );
  } catch (error) {
    await portal.close();
    throw error;
  }
  if (portal.behind) console.error(portal.behind);
  const origin = gatewaySettings.origin ?? `http://localhost:${listening.port}`;
  console.log(`${origin}${settings.basePath} で見られます。Ctrl+C で終わります。`);
  console.log(
    portal.withoutEditor ??
      `編集画面は ${origin}/admin/ です。使う人を選んで入るため、プロキシーの後ろに置くときは環境変数 GATEWAY_ORIGIN を指定してください。`,
  );

  await stopSignal();
  setTimeout(() => process.exit(0), mostEndingMilliseconds).unref();
  await Promise.all([listening.close(), portal.close()]);
  return 0;
});

function gatewaySettingsOf(env: NodeJS.ProcessEnv): GatewaySettings {
  try {
    return readGatewaySettings(env);
  } catch (error) {
    throw error instanceof GatewaySettingsError ? new Refusal(error.message) : error;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Listens for a moment. @throws where the port cannot be used */
function tryPort({ address, port }: GatewaySettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, address, () => server.close(() => resolve()));
  });
}

/** Puts into a sentence why a port cannot be listened on. */
async function tellingOfPort<Result>(
  { address, port }: GatewaySettings,
  use: () => Promise<Result>,
): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = portSentences[code];
    throw why ? new Refusal(why(port, address)) : error;
  }
}
