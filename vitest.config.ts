import { defineConfig } from 'vitest/config';

/**
 * No test depends on how fast a machine is, or on what else runs there: a limit only ends what would never end. And none
 * depends on the words of the content.
 */
const everyTest = {
  setupFiles: ['src/e2e/content-guard.ts'],
  // What is drawn of Office files is not the same on all machines.
  env: { LIBREOFFICE: 'none' },
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 240_000 } },
};

const notUnit = ['{src,cms}/e2e/**', '**/node_modules/**'];
/** Where a module is stood in for, which others have loaded already: each file has a process of its own. */
const apart = ['cms/gateway/proposals/one-reading.test.ts'];

/** To start a process for each file costs more than most files do. */
const inOneProcess = { isolate: false };

/**
 * In a process that keeps as little memory as it can, as it starts git some thousand times: a start copies the table of all
 * memory that the process has, and after the documents of other tests costs ten times as much.
 */
const gateway = 'cms/gateway/**/*.test.ts';
const withLittleMemory = ['--max-semi-space-size=4', '--heap-growing-percent=30'];

/** One file at a time, in one process. */
const journeys = (
  name: string,
  folder: string,
  { exclude = [], globalSetup = [] }: { exclude?: string[]; globalSetup?: string[] } = {},
) => ({
  test: {
    name,
    include: [`${folder}/**/*.test.ts`],
    exclude,
    globalSetup,
    fileParallelism: false,
    // Where somebody runs all projects at once: after those that have another number of processes.
    sequence: { groupOrder: 1 },
    ...inOneProcess,
    ...everyTest,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,cms,scripts}/**/*.test.ts', 'bench/*/*.test.ts'],
          exclude: [...notUnit, ...apart, gateway],
          ...inOneProcess,
          ...everyTest,
        },
      },
      {
        test: {
          name: 'unit-gateway',
          include: [gateway],
          exclude: apart,
          execArgv: withLittleMemory,
          ...inOneProcess,
          ...everyTest,
        },
      },
      { test: { name: 'unit-apart', include: apart, exclude: notUnit, ...everyTest } },
      // Readers' journeys over the editions that are built in dist/.
      journeys('readers', 'src/e2e', { exclude: ['src/e2e/worlds/**'] }),
      // What small worlds become that each test builds for itself.
      journeys('worlds', 'src/e2e/worlds'),
      // Contributors' journeys, over what is built before the first of them.
      journeys('contributors', 'cms/e2e', { globalSetup: ['cms/e2e/build-once.ts'] }),
    ],
  },
});
