import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { caseText } from '../../cms/gateway/fixtures/entry-texts.ts';
import { type Gateway, openGateway } from '../../cms/gateway/gateway.ts';
import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import type { EntryAddress } from '../../cms/gateway/repository/content-address.ts';
import { entry, file } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import type { FileEdit } from '../../cms/gateway/repository/repository.ts';
import { RepositoryBusy } from '../../cms/gateway/repository/repository-trouble.ts';
import { readGatewaySettings } from '../../cms/gateway/settings.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { contentFilesOf } from '../../src/source/content-files.ts';
import { faultsIn, makeRepository } from '../gateway/git-folder.ts';
import { type Random, seededRandom } from '../seeded-random.ts';

/** What became of pairs of wishes that met. */
export type Races = {
  readonly pairs: number;
  /** How often each pair of wishes was tried, `publish a link × delete`. */
  readonly tried: Readonly<Record<string, number>>;
  /** How often each answer was given: `published`, `breaks-others`, … */
  readonly answers: Readonly<Record<string, number>>;
  /** What was wrong with the published content after a pair, or with a repository in the end. */
  readonly broken: readonly string[];
};

/** Two portals on one repository, which share nothing but git. */
type Portals = readonly [Gateway, Gateway];

const { sakura, editor } = people;
const world = join(import.meta.dirname, '../../cms/gateway/repository/fixtures/two-universities');
const slot = (name: string) => entry(`case-studies/sakura-u/${name}`);
const slots = ['race-a', 'race-b', 'race-c', 'race-d'].map(slot);

/** A sound text, with a link to another entry or with none. */
const textOf = (version: string, linked: EntryAddress | null): string =>
  caseText({
    title: `競う取組 ${version}`,
    body: linked
      ? `## 体制\n\n[案内](../${linked.path.split('/').at(-1)}/index.mdx)を渡します。\n`
      : '## 体制\n\n窓口を一つにします。\n',
  });

/** A wish: what is prepared for it before two of them meet, and the wish itself. */
type Wish = {
  readonly name: string;
  /** @returns what is done in the race: the kinds of the answers */
  prepare(of: EntryAddress, other: EntryAddress, version: string): Promise<Race>;
};
type Race = (portal: Gateway) => Promise<string[]>;

const wishesOf = ({ repository, proposals }: Gateway): readonly Wish[] => {
  const save = async (of: EntryAddress, text: string, by: Gateway): Promise<string> => {
    const standing = await by.repository.proposal(of);
    const at = standing?.commit ?? (await by.repository.published());
    const basedOn = (await by.repository.read(at, file(of.text)))?.version ?? null;
    const edit: FileEdit = { address: file(of.text), bytes: Buffer.from(text), basedOn };
    return (await by.proposals.save(sakura, of, [edit])).kind;
  };
  const approved = async (of: EntryAddress) => {
    await proposals.sendForReview(sakura, of);
    const content = (await repository.proposal(of))?.content ?? null;
    await proposals.approve(editor, of, content);
    return content;
  };
  const publishing = async (of: EntryAddress): Promise<Race> => {
    const content = await approved(of);
    return async (portal) => [(await portal.proposals.publish(editor, of, content)).kind];
  };
  const deleting = async (of: EntryAddress): Promise<Race> => {
    await proposals.requestDeletion(sakura, of);
    await proposals.approve(editor, of, null);
    return async (portal) => [(await portal.proposals.publish(editor, of, null)).kind];
  };

  return [
    {
      name: 'publish a link',
      async prepare(of, other, version) {
        await save(of, textOf(version, other), { repository, proposals } as Gateway);
        return publishing(of);
      },
    },
    {
      name: 'publish without a link',
      async prepare(of, _other, version) {
        await save(of, textOf(version, null), { repository, proposals } as Gateway);
        return publishing(of);
      },
    },
    {
      name: 'save',
      prepare: async (of, other, version) => async (portal) => [
        await save(of, textOf(`${version} 保存`, other), portal),
      ],
    },
    {
      name: 'approve',
      async prepare(of, other, version) {
        await save(of, textOf(version, other), { repository, proposals } as Gateway);
        await proposals.sendForReview(sakura, of);
        const content = (await repository.proposal(of))?.content ?? null;
        return async (portal) => [(await portal.proposals.approve(editor, of, content)).kind];
      },
    },
    {
      name: 'withdraw',
      prepare: async (of) => async (portal) => [
        (await portal.proposals.withdraw(editor, of, '競合の計測のため')).kind,
      ],
    },
    { name: 'delete', prepare: (of) => deleting(of) },
    {
      name: 'rename',
      // The entry under another address, and then the end of the old one.
      async prepare(of, other, version) {
        const renamed = slot(`${of.path.split('/').at(-1)}-renamed`);
        await save(renamed, textOf(version, other), { repository, proposals } as Gateway);
        const publish = await publishing(renamed);
        const remove = await deleting(of);
        return async (portal) => [...(await publish(portal)), ...(await remove(portal))];
      },
    },
  ];
};

/** Lays the entries as they are before every pair, the linked ones linked; without any check. */
const layOut = async (
  { repository }: Gateway,
  linked: ReadonlyMap<EntryAddress, EntryAddress>,
  at: Date,
): Promise<void> => {
  const author = { name: '計測', email: 'bench@bench.invalid' };
  const message = { subject: '並べ直す', trailers: {} };
  for (const { entry: of } of await repository.proposals()) {
    const describe = () => ({ record: '{}', message });
    await repository.deleteProposal(of, { author, at, describe });
  }
  const renamed = slots.map(({ path }) => slot(`${path.split('/').at(-1)}-renamed`));
  for (const of of [...slots, ...renamed]) {
    const there = await repository.read(await repository.published(), file(of.text));
    const text = slots.includes(of) ? textOf('初め', linked.get(of) ?? null) : null;
    if (text === (there && Buffer.from(there.bytes).toString())) continue;
    const basedOn = there?.version ?? null;
    const bytes = text === null ? null : Buffer.from(text);
    await repository.publishEdits(of, [{ address: file(of.text), bytes, basedOn }], () => ({
      author,
      at,
      message,
    }));
  }
};

/** What `npm run check` would have against the published content. */
const errorsIn = async ({ repository }: Gateway): Promise<string[]> => {
  const stored = await repository.readAll(await repository.list(await repository.published()));
  const files = contentFilesOf(
    Object.fromEntries(stored.map(({ address, bytes }) => [address.path, bytes])),
  );
  return checkContent(files)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, line, code }) => `${path}:${line} ${code}`);
};

const count = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Answers what was thrown for want of a free repository, which a person would try again. */
const answered = async (race: Promise<string[]>): Promise<string[]> => {
  try {
    return await race;
  } catch (error) {
    if (error instanceof RepositoryBusy) return ['busy'];
    throw error;
  }
};

const raceOnce = async (
  portals: Portals,
  random: Random,
  number: number,
  tell: { tried: Record<string, number>; answers: Record<string, number>; broken: string[] },
): Promise<void> => {
  const [first] = portals;
  const [of, other] = random.some(slots, 2) as [EntryAddress, EntryAddress];
  const linked = new Map(
    random.chance(0.5) ? [random.chance(0.5) ? [of, other] : ([other, of] as const)] : [],
  );
  await layOut(first, linked as ReadonlyMap<EntryAddress, EntryAddress>, new Date());
  const wishes = wishesOf(first);
  const chosen = [random.pick(wishes), random.pick(wishes)] as const;
  // Sometimes both want something of the same entry.
  const isOfOne = random.chance(0.2);
  const races = [
    await chosen[0].prepare(of, other, `${number} 甲`),
    await chosen[1].prepare(
      ...(isOfOne ? ([of, other] as const) : ([other, of] as const)),
      `${number} 乙`,
    ),
  ] as const;
  const started = await Promise.all(
    races.map(async (race) => {
      const portal = random.pick(portals);
      const setback = random.below(30);
      await pause(setback);
      return answered(race(portal));
    }),
  );
  count(tell.tried, `${chosen[0].name} × ${chosen[1].name}${isOfOne ? ' (one entry)' : ''}`);
  for (const kind of started.flat()) count(tell.answers, kind);
  const errors = await errorsIn(first);
  if (errors.length > 0) {
    const names = chosen.map(({ name }) => name).join(' × ');
    tell.broken.push(`pair ${number}, ${names}: ${errors.join(', ')}`);
  }
};

/**
 * Lets pairs of wishes for linked entries meet, at two portals on one repository, and looks at what is published after
 * each: whatever wins, the content has to pass the check.
 */
export const raceOnLinkedEntries = async ({
  seed,
  pairs,
}: {
  seed: number;
  pairs: number;
}): Promise<Races> => {
  const home = mkdtempSync(join(tmpdir(), 'bench-races-'));
  const folder = join(home, 'portal');
  cpSync(world, folder, { recursive: true });
  // The fixture has one entry that is not sound, on purpose.
  rmSync(join(folder, 'content/case-studies/momiji-u'), { recursive: true });
  makeRepository(folder);
  const troubles: unknown[] = [];
  const open = () =>
    openGateway({
      folder,
      settings: readGatewaySettings({}),
      attachmentCache: null,
      onTrouble: (error) => troubles.push(error),
    });
  const portals: Portals = [await open(), await open()];
  const tell = {
    tried: {} as Record<string, number>,
    answers: {} as Record<string, number>,
    broken: [] as string[],
  };
  try {
    const before = await errorsIn(portals[0]);
    if (before.length > 0) throw new Error(`The world is not sound: ${before.join(', ')}`);
    const random = seededRandom(seed);
    for (let number = 1; number <= pairs; number += 1) {
      await raceOnce(portals, random, number, tell);
    }
    const drafts = join(folder, '.git/portal-drafts.git');
    tell.broken.push(...faultsIn(folder), ...faultsIn(drafts), ...troubles.map(String));
  } finally {
    await Promise.all(portals.map((portal) => portal.close()));
    rmSync(home, { recursive: true, force: true });
  }
  return { pairs, ...tell };
};

/** `node bench/attack/races.ts [pairs] [seed]` */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , pairs = '500', seed = '20261129'] = process.argv;
  console.log(`seed ${seed}, ${pairs} pairs`);
  const races = await raceOnLinkedEntries({ seed: Number(seed), pairs: Number(pairs) });
  console.log(JSON.stringify(races, null, 2));
  process.exitCode = races.broken.length > 0 ? 1 : 0;
}
