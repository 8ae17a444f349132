import { afterAll, expect, it } from 'vitest';
import { temporaryRepository } from './fixtures/temporary-repository.ts';
import { openGitRepository } from './git-repository.ts';

const world = temporaryRepository();
const { records, close } = await openGitRepository({ folder: world.folder });
afterAll(() => {
  close();
  world.remove();
});
const at = new Date('2026-11-01T09:00:00+09:00');
const change = (...moves: Parameters<typeof records.change>[0]['moves'][number][]) =>
  records.change({ moves, at, message: '試し' });

it('keeps a record, and changes it from the version that it was read at alone', async () => {
  const made = { kind: 'members', name: 'ab/one', from: null, text: '{"a":1}' } as const;
  expect(await change(made)).toBe('changed');
  expect(await change(made)).toBe('outdated');
  const stored = await records.read('members', 'ab/one');
  expect(stored).toMatchObject({ name: 'ab/one', text: '{"a":1}' });
  const from = stored?.version ?? null;
  expect(await change({ ...made, from, text: '{"a":2}' })).toBe('changed');
  expect(await change({ ...made, from, text: '{"a":3}' })).toBe('outdated');
  expect((await records.all('members')).map(({ name, text }) => [name, text])).toEqual([
    ['ab/one', '{"a":2}'],
  ]);
  expect(await records.all('members', 'cd')).toEqual([]);
});

it('changes several together or none', async () => {
  await change({ kind: 'invitations', name: 'aa/link', from: null, text: '{}' });
  const link = await records.read('invitations', 'aa/link');
  const used = { kind: 'invitations', name: 'aa/link', from: link?.version ?? null, text: null };
  const bound = { kind: 'members', name: 'aa/who', from: null, text: '{}' };
  expect(await change(used as never, bound as never)).toBe('changed');
  expect(await records.read('invitations', 'aa/link')).toBeNull();
  const other = { ...bound, name: 'aa/other' };
  expect(await change(used as never, other as never)).toBe('outdated');
  expect(await records.read('members', 'aa/other')).toBeNull();
});

it.each(['', '../x', 'a b', 'a/b/c/d', 'A', 'a.lock'])('takes no name like %j', async (name) => {
  await expect(records.read('mail', name)).rejects.toThrow();
});

it('is in no clone of what is published', () => {
  expect(world.git('for-each-ref')).not.toMatch(/refs\/(?:members|invitations)/);
});
