import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { findChromium } from '../browser/find-chromium.ts';
import { projectRoot } from '../project-root.ts';
import { runCommand } from './run-command.ts';

type Step = { name: string; command: string; args: string[]; env?: Record<string, string> };

/** Stages one after the other; the steps of one run at once, as neither keeps both cores of a small machine busy. */
const stages: readonly (readonly Step[])[] = [
  [{ name: '内容の検査', command: 'node', args: ['src/commands/check.ts'] }],
  [{ name: '書き方', command: 'biome', args: ['ci', '--colors=off', '--diagnostic-level=error'] }],
  [
    { name: '型', command: 'astro', args: ['check', '--minimumSeverity', 'error'] },
    { name: '単体', command: 'vitest', args: ['run', '--project', 'unit'] },
  ],
  [
    {
      name: '公開版の構築',
      command: 'node',
      args: ['src/commands/build.ts'],
      env: { EDITION: 'public' },
    },
  ],
  [
    {
      name: 'ネットワーク限定版の構築',
      command: 'node',
      args: ['src/commands/build.ts'],
      env: { EDITION: 'network' },
    },
  ],
  [{ name: 'リンクと旅程', command: 'vitest', args: ['run', '--project', 'e2e'] }],
];

/** Runs a step and tells whether it passed. What several at once print comes out step by step. */
async function passes(
  { name, command, args, env }: Step,
  chromium: string,
  isAlone: boolean,
): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: projectRoot,
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CHROMIUM_PATH: chromium, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const printed = await Promise.all([child.stdout, child.stderr].map((out) => out && text(out)));
  const status = await ended;
  process.stdout.write(printed.join(''));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const outcome = status === 0 ? '通りました' : '通りませんでした';
  console.log(`── ${name}：${outcome}（${seconds}秒）。`);
  return status === 0;
}

/** Everything that has to hold before a change lands; the first stage in which something fails is the last. */
await runCommand(async () => {
  const chromium = findChromium();
  let passed = 0;
  for (const stage of stages) {
    console.log(`\n── ${stage.map(({ name }) => name).join('、')}`);
    const isAlone = stage.length === 1;
    const outcomes = await Promise.all(stage.map((step) => passes(step, chromium, isAlone)));
    passed += outcomes.filter(Boolean).length;
    const failed = outcomes.length - outcomes.filter(Boolean).length;
    if (failed > 0) {
      console.log(`\n${passed} passed, ${failed} failed`);
      return 1;
    }
  }
  console.log(`\n${passed} passed, 0 failed`);
  return 0;
});
