import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { type OpenedProposals, openProposals } from './fixtures/open-proposals.ts';
import { type Happening, tellAll } from './happenings.ts';

const { sakura, momiji, editor } = people;
const desk = entry('best-practices/sakura-u/desk');

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let told: Happening[];
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  told = [];
  opened = await openProposals(repository, undefined, (happening) => told.push(happening));
});
afterEach(async () => {
  await opened.close();
  repository.close();
  world.remove();
});

const save = () =>
  opened.proposals.save(sakura, desk, [
    { address: file(desk.text), bytes: Buffer.from(caseText()), basedOn: null },
  ]);
const content = async () => (await repository.proposal(desk))?.content ?? null;
const short = () => told.map(({ kind, from, by, reason }) => [kind, from, by.office, reason]);

it('is told of a proposal on its whole way, with the stage before and only once each', async () => {
  const { proposals } = opened;
  await save();
  await proposals.sendForReview(sakura, desk);
  await proposals.returnToAuthor(editor, desk, '様式を足してください');
  await proposals.undoReturn(editor, desk);
  await proposals.addNote(editor, desk, '助かります');
  await proposals.approve(editor, desk, await content());
  await proposals.publish(editor, desk, await content());
  await proposals.requestWithdrawal(sakura, desk, '古くなりました');
  await proposals.refuseRequest(editor, desk, '直しましょう');
  await proposals.withdraw(editor, desk, '誤りがありました');
  await proposals.republish(editor, desk);
  expect(short()).toEqual([
    ['saved', null, '研究推進課', null],
    ['sent-for-review', 'draft', '研究推進課', null],
    ['returned', 'in-review', '編集部', '様式を足してください'],
    ['return-undone', 'draft', '編集部', null],
    ['commented', 'in-review', '編集部', null],
    ['approved', 'in-review', '編集部', null],
    ['published', 'approved', '編集部', null],
    ['withdrawal-asked', 'published', '研究推進課', '古くなりました'],
    ['request-refused', 'published', '編集部', '直しましょう'],
    ['withdrawn', 'published', '編集部', '誤りがありました'],
    ['republished', 'published', '編集部', null],
  ]);
  expect(told[6]?.version).not.toBeNull();
});

it('is not told of what was refused', async () => {
  await save();
  told.length = 0;
  await opened.proposals.approve(sakura, desk, await content());
  await opened.proposals.sendForReview(momiji, desk);
  await opened.proposals.publish(editor, desk, await content());
  await opened.proposals.delete(momiji, desk);
  expect(told).toEqual([]);
  await opened.proposals.delete(sakura, desk);
  expect(short()).toEqual([['draft-deleted', 'draft', '研究推進課', null]]);
});

it('costs the others nothing where one listener fails', () => {
  const heard: string[] = [];
  const troubles: unknown[] = [];
  const tell = tellAll(
    [
      () => {
        throw new Error('off');
      },
      ({ kind }) => heard.push(kind),
    ],
    (error) => troubles.push(error),
  );
  const at = new Date(0);
  const rest = { from: null, proposal: null, reason: null, version: null };
  tell({ kind: 'saved', entry: desk, by: sakura, at, ...rest });
  expect([heard, troubles.length]).toEqual([['saved'], 1]);
});
