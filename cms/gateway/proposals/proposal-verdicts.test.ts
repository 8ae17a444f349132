import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { soundPdf, trackedDocx } from '../../../src/check/fixtures/small-attachments.ts';
import { attachmentField, caseText } from '../fixtures/entry-texts.ts';
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
import type { Proposal } from './proposal.ts';
import { createProposalVerdicts, type ProposalVerdicts } from './proposal-verdicts.ts';
import { filesAt } from './stored-entry.ts';

const { sakura } = people;
const desk = entry('case-studies/sakura-u/desk');
let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
let verdicts: ProposalVerdicts;
let readPaths: string[];
let troubles: unknown[];

beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
  readPaths = [];
  troubles = [];
  verdicts = createProposalVerdicts({
    repository: {
      published: repository.published,
      list: repository.list,
      readAll(files) {
        readPaths.push(...files.map(({ address }) => address.path));
        return repository.readAll(files);
      },
    },
    intake: opened.intake,
    onTrouble: (error) => troubles.push(error),
  });
});
afterEach(async () => {
  await verdicts.settled();
  await opened.close();
  repository.close();
  world.remove();
});

const save = async (text: string, files: Record<string, Uint8Array> = {}): Promise<Proposal> => {
  const edits = [
    { address: file(desk.text), bytes: Buffer.from(text), basedOn: null },
    ...Object.entries(files).map(([name, bytes]) => ({
      address: file(`case-studies/sakura-u/desk/${name}`),
      bytes: Buffer.from(bytes),
      basedOn: null,
    })),
  ];
  const outcome = await opened.proposals.save(sakura, desk, edits);
  if (outcome.kind !== 'done') throw new Error(outcome.reason);
  return outcome.proposal;
};
const codes = (problems: readonly { code: string }[] | null) => problems?.map(({ code }) => code);

it('are not there before they are judged, and nobody waits for it', async () => {
  const proposal = await save(caseText({ title: '""' }));
  const tip = await repository.published();
  expect(verdicts.known(proposal, tip)).toBeNull();
  expect(readPaths).toEqual([]);
  await verdicts.settled();
  expect(codes(verdicts.known(proposal, tip))).toEqual(['field-empty']);
  expect(troubles).toEqual([]);
});

it.each([
  ['sound', caseText({ fields: attachmentField('申請書.pdf') }), { '申請書.pdf': soundPdf }],
  ['not declared', caseText(), { '申請書.pdf': soundPdf, 'count.csv': Buffer.from('a,b\n1,2\n') }],
  ['missing', caseText({ fields: attachmentField('ない.pdf') }), { '申請書.pdf': soundPdf }],
])('say what the whole check says, where files are %s', async (_, text, files) => {
  const proposal = await save(text, files);
  const whole = await opened.intake.problemsOf(
    desk,
    await filesAt(repository, desk, proposal.commit),
  );
  expect(await verdicts.of(proposal)).toEqual(whole);
});

it('say what is inside a file that came into a draft with git', async () => {
  const { commit } = await save(caseText({ fields: attachmentField('手順.docx') }));
  world.drafts('read-tree', commit);
  world.write('手順.docx', trackedDocx);
  const blob = world.drafts('hash-object', '-w', join(world.folder, '手順.docx')).trim();
  world.drafts(
    'update-index',
    '--add',
    '--cacheinfo',
    `100644,${blob},content/case-studies/sakura-u/desk/手順.docx`,
  );
  const made = world
    .drafts('commit-tree', '-m', '足す', '-p', commit, world.drafts('write-tree').trim())
    .trim();
  world.drafts('update-ref', 'refs/proposals/case-studies/sakura-u/desk', made);
  const found = await opened.proposals.find(sakura, desk);
  if (found.kind !== 'done') throw new Error(found.reason);
  expect(codes(await verdicts.of(found.proposal))).toContain('document-tracked-changes');
});

it('read a file once, whatever is published meanwhile, and the text again against it', async () => {
  const link = '[貸し出し](../lent/)を見てください。';
  const text = caseText({ fields: attachmentField('申請書.pdf'), body: `## 体制\n\n${link}\n` });
  const proposal = await save(text, { '申請書.pdf': soundPdf });
  expect(codes(await verdicts.of(proposal))).toEqual(['link-broken']);
  expect(readPaths.filter((path) => path.endsWith('.pdf'))).toHaveLength(1);

  world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
  const tip = await repository.published();
  // What was known stays known until it is judged anew.
  expect(codes(verdicts.known(proposal, tip))).toEqual(['link-broken']);
  await verdicts.settled();
  expect(verdicts.known(proposal, tip)).toEqual([]);
  expect(readPaths.filter((path) => path.endsWith('.pdf'))).toHaveLength(1);
  const before = readPaths.length;
  verdicts.known(proposal, tip);
  await verdicts.settled();
  expect(readPaths).toHaveLength(before);
});
