import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { FileVersion, Repository } from '../repository/repository.ts';
import { type OpenedProposals, openProposals } from './fixtures/open-proposals.ts';
import { sentences } from './sentences.ts';

const { sakura, editor } = people;
const desk = entry('best-practices/sakura-u/desk');
const text = file(desk.text);

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
beforeAll(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
});
afterEach(async () => {
  if (await repository.proposal(desk)) await opened.proposals.delete(editor, desk);
});
afterAll(async () => {
  await opened.close();
  repository.close();
  world.remove();
});

let shown: string | null = null;
const publish = (fields: string) => {
  if (fields !== shown) world.commit(`content/${desk.text}`, caseText({ fields }));
  shown = fields;
};
const standing = async (): Promise<FileVersion | null> => {
  const proposal = await repository.proposal(desk);
  const at = proposal?.commit ?? (await repository.published());
  return (await repository.read(at, text))?.version ?? null;
};
const save = async (fields: string, who = sakura, over?: FileVersion | null) =>
  opened.proposals.save(
    who,
    desk,
    [{ address: text, bytes: Buffer.from(caseText({ fields })), basedOn: await standing() }],
    over,
  );

const stopped = 'withdrawn: true\n';
const moved = 'formerAddresses: [madoguchi]\n';
const { withdrawnBySave, formerAddressesBySave } = sentences;

it.each([
  ['a new entry', null, stopped, withdrawnBySave],
  ['a new entry', null, moved, formerAddressesBySave],
  ['what is shown', '', stopped, withdrawnBySave],
  ['what is shown', '', 'withdrawn: yes\n', withdrawnBySave],
  ['what is stopped', stopped, '', withdrawnBySave],
  ['what is stopped', stopped, 'withdrawn: false\n', withdrawnBySave],
  ['what has moved', moved, '', formerAddressesBySave],
  ['what has moved', moved, 'formerAddresses: [betsu]\n', formerAddressesBySave],
])('no save of %s (%j) changes it to %j', async (_what, before, after, reason) => {
  if (before !== null) publish(before);
  for (const who of [sakura, editor]) {
    expect(await save(after, who)).toEqual({ kind: 'refused', code: 'forbidden', reason });
  }
  expect(await repository.proposal(desk)).toBeNull();
});

it.each(['', 'withdrawn: false\n', stopped, moved, `${stopped}${moved}`])(
  'a save keeps %j as it is',
  async (fields) => {
    publish(fields);
    expect(await save(fields)).toMatchObject({ kind: 'done' });
    expect(await save(fields, editor)).toMatchObject({ kind: 'done' });
  },
);

it('a draft that was begun before a stop is not held up, and takes the stop over where it is laid over it', async () => {
  publish('');
  await save('');
  publish(stopped);
  expect(await save('searchWords: [窓口]\n')).toMatchObject({ kind: 'done' });
  const seen = (await repository.read(await repository.published(), text))?.version ?? null;
  expect(await save('', editor, seen)).toMatchObject({ reason: withdrawnBySave });
  expect(await save(stopped, editor, seen)).toMatchObject({ kind: 'done' });
});
