import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leftOutProblem, writeLeftOut } from '../../../src/loader/left-out.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { readSettings } from '../../../src/settings.ts';
import { createBuildProcess } from './build-process.ts';

it('passes on what a build has left out of the site, and nothing where it says nothing', async () => {
  const heard: unknown[] = [];
  const run = (program: string) =>
    createBuildProcess({
      settings: readSettings({}),
      projectRoot,
      build: ['--eval', program],
      onTrouble: (words) => heard.push(words),
    }).run();
  expect(await run('')).toEqual({ built: true });
  expect(heard).toEqual([]);
  expect(await run("console.error('名簿.xlsx はサイトに出していません。')")).toEqual({
    built: true,
  });
  expect(heard).toEqual(['名簿.xlsx はサイトに出していません。']);
});

it('ends a build that never ends, with what it started', async () => {
  const heard: unknown[] = [];
  // What the build started holds its output open: were it left, nobody would ever hear that the build has ended.
  const forever = `
    require('node:child_process').spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'inherit' });
    process.on('SIGTERM', () => {});
    for (;;);`;
  const result = await createBuildProcess({
    settings: readSettings({}),
    projectRoot,
    build: ['--eval', forever],
    timeLimit: 500,
    onTrouble: (words) => heard.push(words),
  }).run();
  expect(result).toEqual({
    built: false,
    trouble: {
      sentence: expect.stringMatching(/^サイトの組み立てが1分.*ください。$/),
      problems: [],
    },
  });
  expect(heard).toMatchObject([{ message: expect.stringContaining('did not end in time') }]);
});

it('ends a build at once when it is stopped, whatever that thinks of it', async () => {
  const builder = createBuildProcess({
    settings: readSettings({}),
    projectRoot,
    build: ['--eval', "process.on('SIGTERM', () => {}); for (;;);"],
    onTrouble: () => {},
  });
  const running = builder.run();
  await builder.stop();
  expect(await running).toMatchObject({ built: false });
  expect(await builder.run()).toMatchObject({ built: false });
});

it('gives a build up that nobody waits for, and makes the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-process-'));
  const heard: unknown[] = [];
  const mark = JSON.stringify(join(folder, 'again'));
  const builder = builderIn(folder, `if (!fs.existsSync(${mark})) for (;;);`, heard);
  const atLeisure = new AbortController();
  const running = builder.run(atLeisure.signal);
  atLeisure.abort();
  expect(await running).toMatchObject({ built: false });
  expect(await builder.run(atLeisure.signal)).toMatchObject({ built: false });
  writeFileSync(join(folder, 'again'), '');
  expect(await builder.run()).toEqual({ built: true });
  expect(heard).toEqual([]);
  rmSync(folder, { recursive: true });
});

const builderIn = (folder: string, program: string, heard: unknown[] = []) =>
  createBuildProcess({
    settings: { ...readSettings({}), cacheDir: folder, contentDir: join(folder, 'content') },
    projectRoot,
    build: ['--eval', program],
    onTrouble: (words) => heard.push(words),
  });

it('names the entries that a build has left out, beside a site that is built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-process-'));
  const entry = { path: 'glossary/term.yaml', title: '用語', reason: 'No figure' };
  writeLeftOut({ cacheDir: folder }, [entry]);
  expect(await builderIn(folder, '').run()).toEqual({
    built: true,
    trouble: {
      sentence:
        'ページにできない記事が1件あり、除いてサイトを新しくしましたので、一覧の記事を直してください。',
      problems: [leftOutProblem(entry)],
    },
  });
  writeLeftOut({ cacheDir: folder }, []);
  expect(await builderIn(folder, '').run()).toEqual({ built: true });
  rmSync(folder, { recursive: true });
});

it('tells of a fault where nothing is wrong with the content but a file that is withheld', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-process-'));
  const place = join(folder, 'content/pages/first-year');
  mkdirSync(place, { recursive: true });
  const text =
    '---\ntitle: 題名\nsummary: 要約です。\npublished: 2026-01-10\nupdated: 2026-01-10\n---\n[資料](a.pdf)\n';
  writeFileSync(join(place, 'index.mdx'), text);
  writeFileSync(join(place, 'a.pdf'), '');
  const heard: unknown[] = [];
  const program = "console.error('No figure'); process.exitCode = 1";
  const result = await builderIn(folder, program, heard).run();
  expect(result).toMatchObject({ built: false, trouble: { problems: [] } });
  expect(String(heard[0])).toContain('No figure');
  rmSync(folder, { recursive: true });
});

it('leaves no build behind that never ends, where the gateway is killed', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const script = join(import.meta.dirname, 'fixtures/frozen-build.ts');
  const parent = spawn(process.execPath, [script, String(port)]);
  const [ofBuild] = (await once(server, 'connection')) as [Socket];
  ofBuild.on('error', () => {});
  const ended = new Promise((resolve) => ofBuild.once('close', resolve));
  await once(ofBuild, 'data');
  parent.kill('SIGKILL');
  await ended;
  server.close();
});
