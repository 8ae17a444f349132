import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from '../browser/find-browsers.ts';
import { journeyContent, journeySite } from '../e2e/built-sites.ts';
import { projectRoot } from '../project-root.ts';
import { runCommand } from './run-command.ts';
import { runSteps, type Step } from './run-steps.ts';

const editions = [
  { edition: 'public', name: '公開版' },
  { edition: 'network', name: 'ネットワーク限定版' },
] as const;

const writtenTypes = '型の書き出し';
/** The native TypeScript knows no Astro components, and what reads those takes six times as long for all the rest. */
const typesOfCode = '型（コード）';
const typesOfComponents = '型（部品）';
const types = [typesOfCode, typesOfComponents];
/** The types are those of any content: that of a small world is loaded in a second. */
const smallWorld = { CONTENT_DIR: join(projectRoot, 'src/check/fixtures/sound/content') };
/** With all that a page may carry, so that what it weighs is what the heaviest weighs. */
const contribute = { CONTRIBUTE_URL: 'https://portal.example/admin/' };
const builds = editions.flatMap(({ edition, name }): Step[] => {
  // Every build writes the `.astro` that the check of the types reads.
  const build = { command: 'node', args: ['src/commands/build.ts'], after: types };
  const journeys = { CONTENT_DIR: journeyContent, OUT_DIR: journeySite(edition), ...contribute };
  return [
    { ...build, name: `${name}の構築`, env: { EDITION: edition } },
    { ...build, name: `旅程の${name}の構築`, env: { EDITION: edition, ...journeys } },
  ];
});
const vitest = (...projects: readonly string[]) => ({
  command: 'vitest',
  args: ['run', ...projects.flatMap((project) => ['--project', project])],
});

/**
 * Everything that has to hold before a change lands: what others wait for comes first, then what takes long, so that little
 * is left for one core alone at the end.
 */
const steps: readonly Step[] = [
  { name: '内容の検査', command: 'node', args: ['src/commands/check.ts'] },
  { name: '書き方', command: 'biome', args: ['ci', '--colors=off', '--diagnostic-level=error'] },
  { name: writtenTypes, command: 'astro', args: ['sync'], env: smallWorld },
  {
    name: typesOfCode,
    command: 'node',
    args: ['node_modules/typescript-7/bin/tsc'],
    after: [writtenTypes],
  },
  {
    name: typesOfComponents,
    command: 'astro',
    args: [
      ...['check', '--noSync', '--minimumSeverity', 'error'],
      ...['--tsconfig', 'src/components.tsconfig.json'],
    ],
    after: [writtenTypes],
  },
  { name: 'ゲートウェイの単体', ...vitest('unit-gateway') },
  ...builds,
  { name: '投稿者の旅程', ...vitest('contributors'), after: types },
  { name: 'リンクと読者の旅程', ...vitest('readers'), after: builds.map(({ name }) => name) },
  { name: '単体', ...vitest('unit', 'unit-apart') },
  { name: '小さな世界の構築', ...vitest('worlds'), after: types },
];

await runCommand(async () => {
  const { chromium, headlessShell } = findBrowsers();
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stop.abort());
  const { passed, failed } = await runSteps(steps, {
    // Each waits for the processes that it started, and uses two thirds of a core: one more than there are cores fills two.
    atOnce: Math.min(availableParallelism() + 1, 3),
    cwd: projectRoot,
    environment: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      HEADLESS_SHELL_PATH: headlessShell,
      ASTRO_TELEMETRY_DISABLED: '1',
      // What is drawn of Office files is not the same on all machines.
      LIBREOFFICE: 'none',
    },
    tell: (words) => console.log(words),
    signal: stop.signal,
  });
  // Somebody who ends it is told nothing of what was not tried.
  if (stop.signal.aborted) return 1;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
