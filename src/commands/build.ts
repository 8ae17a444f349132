import { readSettings } from '../settings.ts';
import { buildSite } from './build-site.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const settings = readSettings(process.env);
  const started = performance.now();
  const outcome = await buildSite(settings, projectRoot);
  if (!outcome.built) {
    console.error(outcome.report);
    console.error('書き出し先は変えていません。前の版がそのまま残っています。');
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${settings.outDir} に書き出しました（${seconds}秒）。`);
  return 0;
});
