import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSteps, type Step } from './run-steps.ts';

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const step = (name: string, program: string, after: string[] = []): Step => ({
  name,
  command: process.execPath,
  args: ['--eval', `const fs = require('node:fs'); ${program}`],
  after,
});
/** Writes its name when it begins, and again when it ends, once all of these have begun. */
const noted = (name: string, after: string[] = [], beside: string[] = []) =>
  step(
    name,
    `fs.appendFileSync('begun', '${name}\\n');
     const look = () => {
       const begun = fs.readFileSync('begun', 'utf8').split('\\n');
       if (!${JSON.stringify(beside)}.every((name) => begun.includes(name))) return setTimeout(look, 5);
       fs.appendFileSync('ended', begun.length - 1 + '${name}\\n');
     };
     look();`,
    after,
  );
/** Answers at a port, which it writes into a file, until it is ended. */
const listening = `
  const fs = require('node:fs');
  const server = require('node:http').createServer((_, answer) => answer.end()).listen(0, '127.0.0.1', () => {
    fs.writeFileSync('partial', String(server.address().port));
    fs.renameSync('partial', 'port');
  });`;
/** Fails once the other has begun. */
const failing = (name: string, once: string) =>
  step(
    name,
    `const look = () => fs.existsSync('${once}') ? fail() : setTimeout(look, 5);
     const fail = () => { console.log('figures'); console.error('why'); process.exitCode = 3; };
     look();`,
  );
const run = (steps: Step[], signal?: AbortSignal) =>
  runSteps(steps, {
    atOnce: 2,
    cwd: folder,
    tell: (words) => told.push(words),
    patience: 500,
    ...(signal ? { signal } : {}),
  });
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n');
const isAnswering = () =>
  fetch(`http://127.0.0.1:${readFileSync(join(folder, 'port'), 'utf8')}/`).then(
    () => true,
    () => false,
  );

describe('steps', () => {
  it('run two at once, each after what it needs', async () => {
    const steps = [
      noted('a', [], ['b']),
      noted('late', ['a', 'b']),
      noted('b', [], ['a']),
      noted('last', ['late']),
    ];
    expect(await run(steps)).toEqual({ passed: 4, failed: 0 });
    expect(lines('begun').slice(0, 2).sort()).toEqual(['a', 'b']);
    expect(lines('begun').slice(2)).toEqual(['late', 'last']);
    // Neither went on before the two others were done.
    expect(lines('ended').slice(2)).toEqual(['3late', '4last']);
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toMatch(/^── last：通りました（\d+秒）。$/);
  });

  it('that fail are told with all that they printed, and end the others', async () => {
    const endless = { ...step('endless', ''), args: ['--eval', listening] };
    const steps = [endless, failing('bad', 'port'), noted('never', ['bad'])];
    expect(await run(steps)).toEqual({ passed: 0, failed: 1 });
    expect(await isAnswering()).toBe(false);
    expect(existsSync(join(folder, 'begun'))).toBe(false);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/figures[\s\S]*why[\s\S]*── bad：通りませんでした（\d+秒）。$/);
  });

  it('that cannot be started fail', async () => {
    expect(await run([{ name: 'none', command: join(folder, 'none'), args: [] }])).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(told[0]).toContain('ENOENT');
  });

  it('end with all that they started when they are told to', async () => {
    const stop = new AbortController();
    const parent = step(
      'parent',
      `require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(listening)}]);
       setInterval(() => {}, 1000);`,
    );
    const watching = step(
      'watching',
      `const look = () => fs.existsSync('port') || setTimeout(look, 5); look();`,
    );
    const running = runSteps([parent, watching], {
      atOnce: 2,
      cwd: folder,
      tell: () => stop.abort(),
      patience: 500,
      signal: stop.signal,
    });
    expect(await running).toEqual({ passed: 1, failed: 0 });
    expect(await isAnswering()).toBe(false);
  });

  it('that wait for what nobody runs are a fault of ours', async () => {
    await expect(run([noted('a', ['nobody'])])).rejects.toThrow('a');
  });
});
