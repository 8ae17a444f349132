import { type KeptItem, readItem } from '../reading-list/kept-item.ts';
import { idOfAddress } from '../schema/comparison-address.ts';
import { confirmations, origins, practiceHeadings } from '../schema/taxonomy.ts';
import { entryWords } from '../strings/entry.ts';
import { type Column, factLabels } from './rows.ts';
import { compareWords as words } from './words.ts';

/** What a comparison shows of an entry, read from the entry's own page: so it never says more or other than that. */
export type ComparedEntry = Column<readonly Node[]> & {
  id: string;
  title: string;
  owner: string;
  /** 私立大学, 国立大学 …; empty where the entry is nobody's. */
  ownerKind: string;
  subthemes: readonly string[];
  /** What the page says under its title about its being out of date. */
  notice: string;
  /** Who wrote it and whether its institution has confirmed it. */
  provenance: readonly string[];
  sources: KeptItem['sources'];
  hasSources: boolean;
};

const known = new Set<string>(practiceHeadings);
const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();

/**
 * Reads an entry's page.
 * @param page as the site answers it, or as the folder edition holds it
 * @returns null where it is no page of the entry any more
 */
export function readCompared(page: Document, id: string): ComparedEntry | null {
  const main = page.querySelector('main');
  if (!main) return null;
  const item = [...main.querySelectorAll('[data-keep]')]
    .map((button) => readItem(button.getAttribute('data-keep')))
    .find((one) => one !== null && !one.isFile && idOfAddress(one.address) === id);
  if (!item) return null;
  const facts = factsOf(main);
  const search = searchDataOf(main);
  const [ownerKind = ''] = search.facets['institutionKind'] ?? [];
  return {
    id,
    title: item.title,
    owner: item.owner,
    ownerKind,
    isPractice: id.startsWith('practices/'),
    subthemes: search.facets['subtheme'] ?? [],
    notice: noticeIn(main),
    provenance: provenanceIn(main),
    sources: item.sources,
    hasSources: (item.sources?.length ?? 0) > 0,
    cells: cellsOf(main, item, facts),
  };
}

type Facts = ReadonlyMap<string, readonly Element[]>;

function cellsOf(main: Element, item: KeptItem, facts: Facts): Map<string, readonly Node[]> {
  const page = main.ownerDocument;
  const cells = sectionsOf(main);
  const add = (label: string, nodes: readonly Node[]) => {
    if (nodes.length > 0) cells.set(label, [...(cells.get(label) ?? []), ...nodes]);
  };
  const line = (...children: (Node | string)[]): Element => {
    const element = page.createElement('p');
    element.append(...children);
    return element;
  };
  const small = (text: string): Element => {
    const element = page.createElement('small');
    element.textContent = text;
    return element;
  };
  const linesOf = (label: string): Element[] =>
    (facts.get(label) ?? []).map((fact) =>
      line(...[...fact.childNodes].map((node) => copyOf(node))),
    );

  const written = cells.get(entryWords.contact) ?? [];
  cells.delete(entryWords.contact);
  // The field and the heading say the same of most entries; the field's link is what the text lacks.
  const desk = linesOf(entryWords.contact);
  const isRepeated = desk.some((one) => written.some((node) => textOf(node).includes(textOf(one))));
  add(words.contact, isRepeated ? written : [...desk, ...written]);
  for (const { title, address } of item.files) {
    const link = page.createElement('a');
    link.setAttribute('href', address);
    link.textContent = title;
    add('様式', [line(words.attached, link)]);
  }
  for (const label of factLabels) add(label, linesOf(label));
  if (item.when) add(words.asOf, [line(item.when)]);
  add(words.source, [...linesOf(entryWords.source), ...checkedIn(main).map((day) => small(day))]);
  return cells;
}

const copyOf = (node: Node): Node => node.cloneNode(true);

/** What stands under each heading of the text, whether it is set as headings or, in short entries, as terms in rows. */
function sectionsOf(main: Element): Map<string, readonly Node[]> {
  const sections = new Map<string, readonly Node[]>();
  const add = (label: string, nodes: readonly Node[]) => {
    if (label && nodes.some((node) => textOf(node) !== '') && !sections.has(label)) {
      sections.set(label, nodes);
    }
  };
  for (const heading of main.querySelectorAll('.prose h2')) {
    add(
      textOf(heading),
      following(heading, ({ localName }) => localName === 'h2'),
    );
  }
  for (const term of main.querySelectorAll('dt')) {
    if (!known.has(textOf(term)) || term.closest('aside')) continue;
    const described = following(term, ({ localName }) => localName === 'dt');
    add(
      textOf(term),
      described.flatMap((one) => [...one.childNodes]),
    );
  }
  return sections;
}

/** What follows an element, up to the next of its kind. */
function following(start: Element, isEnd: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (isEnd(next)) break;
    found.push(next);
  }
  return found;
}

/** What the page says of its entry in terms and descriptions. */
function factsOf(main: Element): Facts {
  const facts = new Map<string, readonly Element[]>();
  for (const term of main.querySelectorAll('dt')) {
    const label = textOf(term);
    if (facts.has(label) && !term.closest('aside')) continue;
    facts.set(
      label,
      following(term, ({ localName }) => localName === 'dt'),
    );
  }
  return facts;
}

/** What stands under the title about this edition or the rules that it cites: its headings, as far as they are shown. */
const noticeIn = (main: Element): string =>
  [...main.querySelectorAll('.page-head .notice')]
    .filter((notice) => !notice.hasAttribute('hidden'))
    .map((notice) => textOf(notice.querySelector('h2') ?? notice))
    .join('。');

const provenances = new Set<string>([...Object.values(origins), ...Object.values(confirmations)]);

const provenanceIn = (main: Element): string[] => [
  ...new Set(
    [...main.querySelectorAll('span, dd, li, p')]
      .map(textOf)
      .filter((text) => provenances.has(text)),
  ),
];

/** The day on which its sources were looked at, as its page shows it. */
const checkedIn = (main: Element): string[] => {
  const found = [...main.querySelectorAll('span')].find(
    (one) => one.childElementCount === 1 && textOf(one).startsWith(`${entryWords.checked} `),
  );
  return found ? [words.checked(textOf(found.firstElementChild))] : [];
};

function searchDataOf(main: Element): { facets: Record<string, string[]> } {
  try {
    const data: unknown = JSON.parse(
      main.querySelector('[data-search]')?.getAttribute('data-search') ?? '{}',
    );
    const { facets } = data as { facets?: unknown };
    const isRecord = typeof facets === 'object' && facets !== null;
    const lists = Object.entries(isRecord ? facets : {}).filter(
      ([, values]) => Array.isArray(values) && values.every((value) => typeof value === 'string'),
    );
    return { facets: Object.fromEntries(lists) as Record<string, string[]> };
  } catch {
    return { facets: {} };
  }
}
