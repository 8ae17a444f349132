import { createServer } from 'node:net';
import { runCommand } from '../../src/commands/run-command.ts';
import { projectRoot } from '../../src/project-root.ts';
import { Refusal } from '../../src/refusal.ts';
import { connectionLimits } from './connections.ts';
import { endPortal } from './end-portal.ts';
import { type Listening, listen } from './listen.ts';
import { openPortal } from './open-portal.ts';
import { openAuditLog } from './operation/audit-log.ts';
import { createReadiness } from './operation/health.ts';
import { createJsonLog, createPlainLog } from './operation/log.ts';
import { createMeasures } from './operation/measures.ts';
import { serveMeasures } from './operation/metrics-server.ts';
import type { Watch } from './operation/watched.ts';
import { takeSettings } from './settings/given-settings.ts';
import type { GatewaySettings } from './settings.ts';

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
  const { settings, gatewaySettings, secrets, warnings } = takeSettings(process.env);
  const { operation } = gatewaySettings;
  const log = operation.logFormat === 'json' ? await createJsonLog({ secrets }) : createPlainLog();
  const onTrouble = log.trouble;
  for (const warning of warnings) log.warn(warning);
  // Said at once, before a build that takes some seconds.
  await tellingOfPort(gatewaySettings, () => tryPort(gatewaySettings));

  log.say('サイトと編集画面を組み立てています。10秒ほどかかります。');
  const clock = () => new Date();
  const audit = operation.auditLog
    ? await openAuditLog({ path: operation.auditLog, clock, onTrouble })
    : null;
  const measures = operation.metricsPort === null ? null : await createMeasures();
  const figures = measures && (await serveMeasures(operation.metricsPort ?? 0, measures));
  const portal = await openPortal({
    settings,
    gatewaySettings,
    projectRoot,
    onTrouble,
    onHappening: audit ? [audit.happened] : [],
    ...(audit ? { onMemberEvent: audit.accessed } : {}),
    ...(measures ? { observer: measures } : {}),
  });
  const stopping = { isAsked: false };
  const watch: Watch = {
    trustedProxies: operation.trustedProxies,
    basePath: settings.basePath,
    readiness: createReadiness([
      { word: 'stopping', isThere: () => !stopping.isAsked },
      ...portal.needed,
    ]),
    answered(request) {
      log.answered(request);
      measures?.answered(request);
    },
  };
  let listening: Listening;
  try {
    listening = await tellingOfPort(gatewaySettings, () =>
      listen(portal.app, gatewaySettings, onTrouble, connectionLimits, watch),
    );
  } catch (error) {
    await Promise.all([portal.close(), figures?.close()]);
    throw error;
  }
  if (portal.behind) log.warn(portal.behind);
  const origin = gatewaySettings.origin ?? `http://localhost:${listening.port}`;
  log.say(`${origin}${settings.basePath} で見られます。Ctrl+C で終わります。`);
  log.say(
    portal.withoutEditor ??
      `編集画面は ${origin}/admin/ です。使う人を選んで入るため、プロキシーの後ろに置くときは環境変数 GATEWAY_ORIGIN を指定してください。`,
  );

  await stopSignal(() => log.say(endingSentence));
  stopping.isAsked = true;
  setTimeout(() => process.exit(0), mostEndingMilliseconds).unref();
  await endPortal(listening, portal);
  await Promise.all([audit?.settled(), figures?.close()]);
  return 0;
});

const endingSentence = '受け付けた操作が終わるのを待っています。10秒以内に終わります。';

/**
 * Resolves when the portal is asked to stop. To be asked again changes nothing: it ends soon in any case, and what
 * somebody has sent is not cut off by a second signal.
 * @param onAgain hears of each further one
 */
function stopSignal(onAgain: () => void): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const ask = () => {
      if (isAsked) onAgain();
      isAsked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
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
