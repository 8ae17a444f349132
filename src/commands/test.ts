import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

type Step = { name: string; command: string; args: string[]; env?: Record<string, string> };

const steps: Step[] = [
  { name: '内容の検査', command: 'node', args: ['src/commands/check.ts'] },
  { name: '型', command: 'astro', args: ['check', '--minimumSeverity', 'error'] },
  { name: '書き方', command: 'biome', args: ['ci', '--colors=off', '--diagnostic-level=error'] },
  { name: '単体', command: 'vitest', args: ['run', '--project', 'unit'] },
  {
    name: '公開版の構築',
    command: 'node',
    args: ['src/commands/build.ts'],
    env: { EDITION: 'public' },
  },
  {
    name: 'ネットワーク限定版の構築',
    command: 'node',
    args: ['src/commands/build.ts'],
    env: { EDITION: 'network' },
  },
  { name: 'リンクと旅程', command: 'vitest', args: ['run', '--project', 'e2e'] },
];

/** Everything that has to hold before a change lands, one after the other; the first that fails ends it. */
await runCommand(async () => {
  const chromium = findChromium();
  for (const [index, { name, command, args, env }] of steps.entries()) {
    const started = performance.now();
    console.log(`\n── ${index + 1}/${steps.length} ${name}`);
    const { status } = spawnSync(command, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: chromium, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if (status !== 0) {
      console.error(`\n${name}：通りませんでした（${seconds}秒）。`);
      console.log(`\n${index} passed, 1 failed`);
      return 1;
    }
    console.log(`── ${name}：通りました（${seconds}秒）。`);
  }
  console.log(`\n${steps.length} passed, 0 failed`);
  return 0;
});
