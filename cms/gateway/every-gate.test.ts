import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  entryWithAttachments,
  filesWithAttachments,
  worldWithAttachments,
} from '../../src/check/fixtures/attachments.ts';
import { isInAttachment, type Problem } from '../../src/check/problem.ts';
import { runCheck } from '../../src/commands/check.ts';
import { loadEdition } from '../../src/loader/fixtures/load-edition.ts';
import { type StartedGateway, startGateway } from './fixtures/start-gateway.ts';
import { people } from './permissions/fixtures/people.ts';

/** One world at all three gates: a folder that is checked and built, and a repository that the gateway serves. */
let folder: string;
let gateway: StartedGateway;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'every-gate-'));
  for (const [path, file] of worldWithAttachments()) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), file.bytes());
  }
  gateway = await startGateway();
  for (const [path, content] of Object.entries(filesWithAttachments)) {
    gateway.world.write(`content/${path}`, content);
  }
  gateway.world.git('add', '-A');
  gateway.world.git('commit', '-qm', '引継ぎの資料を置く');
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const told = ({ path, line, code, message }: Problem): string =>
  `${path}:${line}  [${code}] ${message}`;

it('check, gateway and build say the same of the same attachments', async () => {
  const { exitCode, output } = await runCheck(['--json', '--content', folder], {});
  const checked: Problem[] = JSON.parse(output);
  expect(exitCode).toBe(1);
  expect(new Set(checked.map(({ path }) => dirname(path)))).toEqual(
    new Set([entryWithAttachments]),
  );

  const editor = await gateway.signIn(people.editor);
  const { body } = await editor.ask(`/admin/problems/${entryWithAttachments}`);
  expect(body.problems.map(told)).toEqual(checked.map(told));

  const errors = checked.filter(({ severity }) => severity === 'error');
  const built = await loadEdition(folder);
  expect(built.told.slice(0, -1)).toEqual(errors.map(told));
  expect(built.stored.has(entryWithAttachments)).toBe(true);
});

it('a file that is sent is told the same, before it is saved', async () => {
  const editor = await gateway.signIn(people.editor);
  const { body } = await editor.ask(`/admin/problems/${entryWithAttachments}`);
  const inFiles = (body.problems as Problem[]).filter(({ code }) => isInAttachment(code));
  const words = ({ code, line, message }: Problem) => `${line} [${code}] ${message}`;
  const paths = new Set(inFiles.map(({ path }) => path));
  expect(paths.size).toBeGreaterThan(3);
  for (const path of paths) {
    const sent = await editor.ask(`/admin/uploads/${encodeURIComponent(basename(path))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin: gateway.origin },
      body: readFileSync(join(folder, path)),
    });
    // What was taken out on the way in is told with how its author would have taken it out.
    const mends = (sent.body.taken ?? []).map(({ mend }: { mend: Problem }) => mend);
    const told = [...(sent.body.problems as Problem[]), ...mends].map(words).sort();
    expect(told).toEqual(
      inFiles
        .filter((problem) => problem.path === path)
        .map(words)
        .sort(),
    );
  }
});
