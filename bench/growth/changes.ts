import { sceneTitles } from '../build/phrases.ts';
import { portalEntryText } from '../build/portal-tree.ts';
import { type Draft, textPath } from '../gateway/world.ts';
import type { Offices } from './offices.ts';
import { draftOf, type GrowthWorld } from './world.ts';

/** What is changed by a publication. */
export const changeKinds = [
  'sentence',
  'title',
  'scenes',
  'new entry',
  'deletion',
  'withdrawal',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A change that is ready to be published. */
export type Change = {
  readonly entry: Draft;
  /** Publishes it: what happens from here on is timed. */
  publish(): Promise<void>;
  /** What a reader asks afterwards, and whether the entry is an answer to it then. */
  readonly query: string;
  readonly scene?: string;
  readonly isFound: boolean;
};

/** A word that nothing else says. @param number of the change */
const wordOf = (number: number) => `計測符号${String(number).padStart(4, '0')}番`;

/** Gets a change of a kind as far as the editor's decision. @param number another for each change */
export async function prepare(
  kind: ChangeKind,
  world: GrowthWorld,
  offices: Offices,
  number: number,
): Promise<Change> {
  const word = wordOf(number);
  const query = `"${word}"`;
  const edited = async (entry: Draft, isNew = false) => ({
    entry,
    publish: await offices.propose(entry, isNew),
    query,
    isFound: true,
  });
  switch (kind) {
    case 'sentence': {
      const entry = world.takeEntry();
      return edited(draftOf(entry, `${portalEntryText(entry)}\n手順を見直した（${word}）。\n`));
    }
    case 'title': {
      const entry = world.takeEntry();
      return edited(draftOf({ ...entry, title: `${entry.title}　${word}` }));
    }
    case 'scenes': {
      const entry = world.takeEntry();
      const [id, title] = sceneTitles.find(([scene]) => !entry.scenes.includes(scene)) ?? ['', ''];
      const change = await edited(draftOf({ ...entry, scenes: [...entry.scenes, id] }));
      return { ...change, query: `"${entry.title}"`, scene: `${title}とき` };
    }
    case 'new entry': {
      const entry = world.takeNew();
      return edited(draftOf({ ...entry, title: `${entry.title}　${word}` }), true);
    }
    case 'deletion': {
      const entry = world.takeLonely();
      const draft = draftOf(entry);
      const publish = await offices.proposeDeletion(draft);
      return { entry: draft, publish, query: `"${entry.title}"`, isFound: false };
    }
    case 'withdrawal': {
      const entry = world.takeLonely();
      const draft = draftOf(entry);
      const publish = () => offices.withdraw(draft);
      return { entry: draft, publish, query: `"${entry.title}"`, isFound: false };
    }
  }
}

/** Where the text of an entry lies. */
export const pathOf = textPath;
