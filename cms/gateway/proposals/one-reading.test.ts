import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as frontMatter from '../../../src/source/front-matter.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type * as objectReader from '../repository/object-reader.ts';
import type { FileVersion, Repository } from '../repository/repository.ts';
import { type OpenedProposals, openProposals } from './fixtures/open-proposals.ts';

/** What was read, by everything that reads; nothing is put in its place. */
const read = vi.hoisted(() => ({ texts: [] as string[], objects: [] as string[] }));
vi.mock('../../../src/source/front-matter.ts', async (original) => {
  const real = await original<typeof frontMatter>();
  return {
    ...real,
    readFrontMatter(text: string) {
      read.texts.push(text);
      return real.readFrontMatter(text);
    },
  };
});
vi.mock('../repository/object-reader.ts', async (original) => {
  const real = await original<typeof objectReader>();
  return {
    ...real,
    createObjectReader(folder: string) {
      const reader = real.createObjectReader(folder);
      return {
        ...reader,
        read(name: string) {
          read.objects.push(name);
          return reader.read(name);
        },
      };
    },
  };
});

const { sakura } = people;
const desk = entry('case-studies/sakura-u/desk');
const form = file('case-studies/sakura-u/desk/申請書.pdf');

let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  opened = await openProposals(repository);
});
afterEach(async () => {
  await opened.close();
  repository.close();
  world.remove();
});

/** Saves, and counts what was read for it. */
const save = async (text: string | null, basedOn: FileVersion | null = null) => {
  read.texts.length = 0;
  read.objects.length = 0;
  const edits = text
    ? [{ address: file(desk.text), bytes: Buffer.from(text), basedOn }]
    : [{ address: form, bytes: pdfBytes, basedOn: null }];
  const outcome = await opened.proposals.save(sakura, desk, edits);
  if (outcome.kind !== 'done') throw new Error(outcome.reason);
  const ofTheEntry = read.texts.filter((one) => one.includes('相談'));
  const proposals = read.objects.filter((name) => name.startsWith('refs/proposals/'));
  const records = read.objects.filter((name) => name.endsWith(':.proposal.json'));
  const { commit } = outcome.proposal;
  const version = (await repository.read(commit, file(desk.text)))?.version ?? null;
  return { texts: ofTheEntry, proposals, records, version };
};

it('one save reads its proposal from git once, and parses nothing in this process', async () => {
  const text = caseText({ fields: attachmentField('申請書.pdf') });
  const first = await save(text);
  expect(first.texts).toEqual([]);
  expect(first.proposals).toEqual([`refs/proposals/${desk.path}^{commit}`]);
  expect(first.records).toEqual([]);

  const changed = text.replace('一本化', '統一');
  const second = await save(changed, first.version);
  expect(second.texts).toEqual([]);
  expect(second.proposals).toEqual([`refs/proposals/${desk.path}^{commit}`]);
  expect(second.records).toHaveLength(1);

  const third = await save(null);
  expect(third.texts).toEqual([]);
  expect(third.proposals).toHaveLength(1);
  expect(third.records).toHaveLength(1);
});
