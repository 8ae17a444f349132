import type { CollectionName } from '../schema/collections.ts';
import type { Edition } from '../settings.ts';

/** What of an entry decides whether an edition shows it. */
type Published = { audience: 'public' | 'network'; withdrawn: boolean };

/** Whether an edition may show an entry at all. Withdrawn ones are in none. */
export const isShown = ({ audience, withdrawn }: Published, edition: Edition): boolean =>
  !withdrawn && (audience === 'public' || edition === 'network');

/** Answers whether a piece of content (`glossary/deemed-export`) is shown in this edition. */
export type Shows = (contentPath: string) => boolean;

type Data = Record<string, unknown>;
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? value : []);

/**
 * Takes every reference to content that this edition does not show out of an entry's data, so that
 * no page, list, map or data file made from it can give away that the hidden piece exists.
 */
export function withoutHiddenReferences<T extends object>(
  collection: CollectionName,
  data: T,
  shows: Shows,
): T {
  const kept = { ...data } as Data;
  const institution = (id: unknown) => shows(`institutions/${String(id)}`);
  const filter = (key: string, keep: (value: never) => boolean) => {
    if (key in kept) kept[key] = list<never>(kept[key]).filter(keep);
  };
  const dropUnless = (key: string, keep: (value: unknown) => boolean) => {
    if (kept[key] !== undefined && !keep(kept[key])) delete kept[key];
  };

  filter('with', institution);
  filter('scenes', (id) => shows(`scenes/${String(id)}`));
  filter('related', shows);
  filter('drawnFrom', shows);
  filter('cites', ({ guideline }: { guideline: string }) => shows(guideline));
  dropUnless('supersedes', (path) => shows(String(path)));
  if (collection === 'institutions') {
    dropUnless('partOf', institution);
    dropUnless('successor', institution);
    kept['formerNames'] = list<Data>(kept['formerNames']).map(({ id, ...name }) =>
      id === undefined || !institution(id) ? name : { ...name, id },
    );
  }
  // A step, task or choice is there because something says so; with all of that hidden it goes too.
  const withReferences = (items: unknown, key: string) =>
    list<Data>(items)
      .map((item) => ({ ...item, [key]: list<string>(item[key]).filter(shows) }))
      .filter((item) => list(item[key]).length > 0);
  if ('steps' in kept) kept['steps'] = withReferences(kept['steps'], 'says');
  if ('choices' in kept) kept['choices'] = withReferences(kept['choices'], 'says');
  if ('stages' in kept) {
    kept['stages'] = list<Data>(kept['stages']).map((stage) => ({
      ...stage,
      tasks: withReferences(stage['tasks'], 'links'),
    }));
  }
  if ('timeline' in kept) {
    kept['timeline'] = list<Data>(kept['timeline']).map((milestone) => ({
      ...milestone,
      links: list<string>(milestone['links']).filter(shows),
    }));
  }
  return kept as T;
}
