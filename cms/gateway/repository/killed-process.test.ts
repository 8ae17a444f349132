import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { edit, proposedText, save } from './fixtures/contributions.ts';
import {
  file,
  type TemporaryRepository,
  temporaryRepository,
} from './fixtures/temporary-repository.ts';
import { openGitRepository } from './git-repository.ts';

let world: TemporaryRepository;
beforeEach(() => {
  world = temporaryRepository();
});
afterEach(() => world.remove());

/** Lets a process save until it has answered so often, and kills it with every git that it started. */
const killAfter = async (answers: number): Promise<string[]> => {
  const script = join(import.meta.dirname, 'fixtures', 'saving-process.ts');
  const child = spawn(process.execPath, [script, world.folder], { detached: true });
  let said = '';
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
  });
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.split('\n').length > answers && child.pid) process.kill(-child.pid, 'SIGKILL');
  });
  await once(child, 'close');
  expect(words).toBe('');
  return said.trim().split('\n');
};

it.each([5, 18])(
  'has everything that was answered when it is killed after %i answers',
  async (count) => {
    const answers = await killAfter(count);
    expect(answers.length).toBeGreaterThanOrEqual(count);
    const repository = await openGitRepository({ folder: world.folder });
    const published = await repository.published();

    for (const answer of answers) {
      const [kind, name] = answer.split(' ');
      const text = file(`case-studies/sakura-u/${name}/index.mdx`);
      const proposal = await repository.proposal(text.entry);
      // Between the answer to a save and the kill the same entry may have been published.
      const at = kind === 'saved' && proposal ? proposal.commit : published;
      const stored = await repository.read(at, text);
      expect(Buffer.from(stored?.bytes ?? []).toString()).toBe(`事例 ${name}\n`);
    }
    // Readers see each published entry, also one whose publication was cut off after the commit.
    for (const { address } of await repository.list(published, { collection: 'case-studies' })) {
      const onDisk = join(world.folder, 'content', address.path);
      expect(existsSync(onDisk)).toBe(true);
      expect(readFileSync(onDisk).length).toBeGreaterThan(0);
    }
    expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);

    const next = file('case-studies/sakura-u/next/index.mdx');
    const outcome = await repository.propose({
      entry: next.entry,
      edits: [{ address: next, bytes: Buffer.from('次'), basedOn: null }],
      author: { name: 'さくら大学', email: 'sakura-u@contributors.invalid' },
      at: new Date(),
      describe: () => ({ record: '{}', message: { subject: '保存', trailers: {} } }),
    });
    expect(outcome.kind).toBe('saved');
    repository.close();
  },
);

it('takes away a lock that is older than any git command could need it', async () => {
  const repository = await openGitRepository({ folder: world.folder });
  const text = 'glossary/new.yaml';
  const first = await save(repository, [edit(text, '一つめ')]);
  const lock = join(world.folder, '.git/portal-drafts.git/refs/proposals/glossary/new.lock');
  writeFileSync(lock, '');
  const old = new Date(Date.now() - 60_000);
  utimesSync(lock, old, old);
  const at = first.kind === 'saved' ? first.proposal.commit : null;
  const stored = at && (await repository.read(at, file(text)));
  await save(repository, [edit(text, '二つめ', stored?.version ?? null)]);
  expect(await proposedText(repository, text)).toBe('二つめ');
  repository.close();
});
