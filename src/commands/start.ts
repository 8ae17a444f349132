import { preview } from 'astro';
import { readSettings } from '../settings.ts';
import { buildSite } from './build-site.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/** Builds the site and serves it on the loopback address until it is stopped. */
await runCommand(async () => {
  const settings = readSettings(process.env);
  const outcome = await buildSite(settings, projectRoot);
  if (!outcome.built) {
    console.error(outcome.report);
    return 1;
  }
  const server = await preview({ root: projectRoot, logLevel: 'warn' });
  console.log(
    `http://localhost:${server.port}${settings.basePath} で見られます。Ctrl+C で終わります。`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  await server.closed();
  return 0;
});
