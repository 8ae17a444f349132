import type { ListItem } from './facets.ts';
import { entriesOf, type ListName, listItem, listNames } from './lists.ts';
import { onceForEntry } from './once-for-entry.ts';
import { nationalRules, rulesAmong, type TimelineRule } from './rule-timeline.ts';
import { type Catalog, type Shown, type ShownEntry, titleOf } from './shown-content.ts';

/** What the page of a term shows. */
export type GlossaryPageData = {
  term: Shown<'glossary'>;
  /** Related words, with an address where the glossary has them as a headword or an exact synonym. */
  related: { word: string; address: string | undefined }[];
  scenes: { title: string; address: string }[];
  /** The entries that use the term or refer to it, list by list; empty lists are left out. */
  usedIn: { list: ListName; items: ListItem[] }[];
  /** National rules that use the term, with all their editions, the latest first. */
  rules: readonly TimelineRule[];
};

const termLink = /\/glossary\/([a-z0-9-]+)\/"/g;

/** The terms that an entry's body links to or its data refers to. */
const termsOf = onceForEntry(({ html, data }: Shown): ReadonlySet<string> => {
  const terms = new Set([...html.matchAll(termLink)].map(([, id = '']) => id));
  const paths = [
    ...('related' in data ? data.related : []),
    ...('steps' in data ? data.steps.flatMap(({ says }) => says) : []),
  ];
  for (const path of paths) {
    if (path.startsWith('glossary/')) terms.add(path.slice('glossary/'.length));
  }
  return terms;
});

/** Entries by the terms that they use, each entry read once. */
function usersOf<T extends Shown>(entries: readonly T[]): Map<string, T[]> {
  const users = new Map<string, T[]>();
  for (const entry of entries) {
    for (const term of termsOf(entry)) {
      const known = users.get(term);
      if (known) known.push(entry);
      else users.set(term, [entry]);
    }
  }
  return users;
}

/** The pages of all terms of this edition, in the order of the glossary. */
export function glossaryPages(from: Catalog): GlossaryPageData[] {
  const terms = from.all('glossary');
  const addresses = new Map<string, string>([
    ...terms.flatMap(({ data, address }) => data.synonyms.map((word) => [word, address] as const)),
    ...terms.map(({ data, address }) => [data.term, address] as const),
  ]);
  const scenes = usersOf(from.all('scenes'));
  const entries = new Map<ListName, Map<string, ShownEntry[]>>(
    listNames.map((list) => [list, usersOf(entriesOf(from, list))]),
  );
  const rules = nationalRules(from);

  return terms.map((term) => ({
    term,
    related: term.data.related.map((word) => ({ word, address: addresses.get(word) })),
    scenes: (scenes.get(term.id) ?? []).map((scene) => ({
      title: titleOf(scene),
      address: scene.address,
    })),
    usedIn: listNames.flatMap((list) => {
      const items = (entries.get(list)?.get(term.id) ?? []).map((entry) => listItem(entry, from));
      return items.length > 0 ? [{ list, items }] : [];
    }),
    rules: rulesAmong(
      rules,
      (entries.get('guidelines')?.get(term.id) ?? []).map(({ contentPath }) => contentPath),
      from,
    ),
  }));
}
