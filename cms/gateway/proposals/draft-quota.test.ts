import { afterEach, beforeEach, expect, it } from 'vitest';
import { soundPdf } from '../../../src/check/fixtures/small-attachments.ts';
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
import { lettingGoOfDeleted } from './deleted-proposals.ts';
import type { DraftQuota } from './draft-quota.ts';
import { type OpenedProposals, openProposals, testClock } from './fixtures/open-proposals.ts';

const { sakura, momiji, editor } = people;
let world: TemporaryRepository;
let repository: Repository;
let opened: OpenedProposals;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
});
afterEach(async () => {
  await opened.close();
  repository.close();
  world.remove();
});
const open = async (quota?: DraftQuota) => {
  opened = await openProposals(repository, quota);
};

const save = async (
  path: string,
  {
    text = caseText(),
    pdf,
    who = sakura,
  }: { text?: string; pdf?: Uint8Array; who?: typeof sakura } = {},
) => {
  const at = entry(path);
  const now = await repository.proposal(at);
  const versions = new Map(
    (now ? await repository.list(now.commit, at) : []).map(({ address, version }) => [
      address.path as string,
      version,
    ]),
  );
  const edit = (address: string, bytes: Uint8Array) => ({
    address: file(address),
    bytes,
    basedOn: (versions.get(address) ?? null) as FileVersion | null,
  });
  return opened.proposals.save(who, at, [
    edit(at.text, Buffer.from(text)),
    ...(pdf ? [edit(`${path}/申請書.pdf`, pdf)] : []),
  ]);
};

it('keeps an institution to so many drafts, and not another one', async () => {
  await open({ maxDrafts: 2, maxDraftBytes: 1e9 });
  for (const name of ['a', 'b', 'a']) {
    expect(await save(`case-studies/sakura-u/${name}`)).toMatchObject({ kind: 'done' });
  }
  expect(await save('case-studies/sakura-u/c')).toMatchObject({
    kind: 'refused',
    reason:
      'この機関の進行中の投稿案は2件までですので、使わない下書きを削除してから、もう一度保存してください。',
  });
  expect(await repository.proposal(entry('case-studies/sakura-u/c'))).toBeNull();
  expect(await save('case-studies/momiji-u/c', { who: momiji })).toMatchObject({ kind: 'done' });
  await opened.proposals.delete(sakura, entry('case-studies/sakura-u/a'));
  expect(await save('case-studies/sakura-u/c')).toMatchObject({ kind: 'done' });
});

it('keeps the files of all its drafts to so many bytes, and lets them become smaller', async () => {
  await open({ maxDrafts: 10, maxDraftBytes: 2 * caseText().length + 2 * soundPdf.length + 1500 });
  expect(await save('case-studies/sakura-u/a', { pdf: soundPdf })).toMatchObject({ kind: 'done' });
  expect(await save('case-studies/sakura-u/b', { pdf: soundPdf })).toMatchObject({ kind: 'done' });
  const longer = caseText({ body: `## 体制\n\n${'長い文。'.repeat(1000)}\n` });
  expect(await save('case-studies/sakura-u/b', { text: longer })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('ファイルは合わせて'),
  });
  const shorter = caseText({ body: '## 体制\n\n短い。\n' });
  expect(await save('case-studies/sakura-u/b', { text: shorter })).toMatchObject({ kind: 'done' });
});

it('counts what was deleted for nobody, and lets go of it after 90 days', async () => {
  await open();
  const at = entry('case-studies/sakura-u/a');
  await save('case-studies/sakura-u/a');
  await opened.proposals.delete(sakura, at);
  expect(await repository.draftsOf('sakura-u' as never)).toEqual([]);
  const day = 24 * 60 * 60 * 1000;
  const later = (days: number) => new Date(testClock().getTime() + days * day);
  const troubles: unknown[] = [];
  const keptDays = 90;
  for (const [days, left] of [
    [keptDays, 1],
    [keptDays + 1, 0],
  ] as const) {
    const purged = new Promise<void>((resolve) => {
      const { stop } = lettingGoOfDeleted({
        keptDays,
        repository: {
          async purgeDeletedProposals(before) {
            const count = await repository.purgeDeletedProposals(before);
            resolve();
            return count;
          },
        },
        clock: () => later(days),
        onTrouble: (error) => troubles.push(error),
      });
      stop();
    });
    await purged;
    expect(await opened.proposals.deleted(editor)).toHaveLength(left);
  }
  expect(troubles).toEqual([]);
});
