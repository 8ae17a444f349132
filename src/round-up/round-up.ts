import { japaneseDate, westernDate } from '../formats/japanese-date.ts';
import { themes } from '../schema/taxonomy.ts';
import { site } from '../strings/site.ts';
import type { ToldContent, ToldEntry } from './changed-entries.ts';
import { roundUpWords as words } from './words.ts';
import { columnsOf, wrapped } from './wrap-text.ts';

/** A period of days in Japan, both within it. */
export type Period = { readonly since: string; readonly until: string };

/** 要約便: what an institution sends to its own list. */
export type RoundUp = {
  readonly subject: string;
  readonly text: string;
  /** How many entries it tells of. */
  readonly count: number;
};

/** So many columns fit into every mail program without being broken again. */
export const mostColumns = 76;

/**
 * Sets what is new and what has changed in a period as text, by scene and theme. Each entry stands in it once, under the first of
 * its scenes.
 * @param site where its links lead: the address of the site with the path that it stands under, with a slash at its end
 * @param isForMembers whether it tells of what members alone may read, and says so
 */
export const roundUp = (
  content: ToldContent,
  period: Period,
  { siteAddress, isForMembers }: { siteAddress: string; isForMembers: boolean },
): RoundUp => {
  const { since, until } = period;
  const isIn = (day: string) => since <= day && day <= until;
  const fresh = content.entries.filter(({ published }) => isIn(published));
  const changed = content.entries.filter(
    ({ published, updated }) => !isIn(published) && published < since && isIn(updated),
  );
  const mark = isForMembers ? words.forMembers : '';
  const parts = [
    { heading: words.fresh, entries: fresh, dayOf: (entry: ToldEntry) => entry.published },
    { heading: words.changed, entries: changed, dayOf: (entry: ToldEntry) => entry.updated },
  ].filter(({ entries }) => entries.length > 0);
  const lines = [
    `${mark}${site.title}`,
    `${words.name}　${japaneseDate(since)}から`,
    `${'　'.repeat(words.name.length + 1)}${japaneseDate(until)}まで`,
    '',
    ...(isForMembers ? [...wrapped(words.membersLead, mostColumns), ''] : []),
    ...(parts.length === 0 ? [words.nothing, ''] : []),
    ...parts.flatMap(({ heading, entries, dayOf }, index) => [
      ruler,
      `${wideNumber(index + 1)}　${words.counted(heading, entries.length)}`,
      ruler,
      '',
      ...groupsOf(entries, content).flatMap((group) => [
        `■　${group.title}`,
        '',
        ...group.entries.flatMap((entry) => [
          ...itemLines(entry, dayOf(entry), isForMembers),
          `　${siteAddress.replace(/\/$/, '')}${entry.address}`,
          '',
        ]),
      ]),
    ]),
    ruler,
    site.title,
    siteAddress,
    ...wrapped(site.disclaimer, mostColumns),
    '',
  ];
  return {
    subject: `${mark}${words.name}：${westernDate(since)}から${westernDate(until)}まで（${site.title}）`,
    text: lines.join('\n'),
    count: fresh.length + changed.length,
  };
};

const itemLines = (entry: ToldEntry, day: string, isForMembers: boolean): string[] => {
  const { title, owner, kind, themes: of, summary } = entry;
  const mark = isForMembers && entry.isForMembers ? words.forMembers : '';
  const [first = '', ...more] = wrapped(`${mark}${title}`, mostColumns - columnsOf('・'));
  const named = of.map((id) => themes[id]).join('、');
  const facts = [owner, kind, westernDate(day)].filter(Boolean).join('、');
  return [
    `・${first}`,
    ...more.map((line) => `　${line}`),
    ...wrapped(`（${facts}）`, mostColumns, '　'),
    ...(summary ? wrapped(summary, mostColumns, '　') : []),
    ...(named ? wrapped(words.themes(named), mostColumns, '　') : []),
  ];
};

/** Entries under the first of their scenes, in the order of the scenes, and those of no scene under their themes. */
const groupsOf = (
  entries: readonly ToldEntry[],
  { scenes }: ToldContent,
): { title: string; entries: ToldEntry[] }[] => {
  const left = new Set([...entries].sort(byTitle));
  const take = (title: string, belongs: (entry: ToldEntry) => boolean) => {
    const taken = [...left].filter(belongs);
    for (const entry of taken) left.delete(entry);
    return { title, entries: taken };
  };
  return [
    ...scenes.map(({ id, title }) => take(title, (entry) => entry.scenes.includes(id))),
    ...Object.entries(themes).map(([id, label]) =>
      take(words.withoutScene(label), (entry) => entry.themes.some((theme) => theme === id)),
    ),
    take(words.others, () => true),
  ].filter((group) => group.entries.length > 0);
};

const collator = new Intl.Collator('ja');
const byTitle = (one: ToldEntry, other: ToldEntry): number =>
  collator.compare(one.title, other.title) || (one.address < other.address ? -1 : 1);

const ruler = '━'.repeat(mostColumns / 2);

const wideNumber = (of: number): string =>
  String(of).replace(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10));
