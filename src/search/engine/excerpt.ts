import type { PageText } from '../index-files.ts';
import { fold } from '../text/letters.ts';
import { type Occurrence, occurrences, type Sought } from '../text/occurrences.ts';

/** How many letters an excerpt shows, and how many of them before the first match at most. */
const shown = 110;
const lead = 30;
const shownUnderHeading = 60;
const mostHeadings = 3;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? '');

/** HTML of a text with the sought words in `<mark>`; everything else is escaped. */
export const marked = (text: string, sought: readonly Sought[]): string =>
  markedBetween(text, occurrences(text, sought), 0, text.length);

/** Matches that touch or overlap are one: HTML and フォーム in HTMLフォーム. */
function withoutSeams(found: readonly Occurrence[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function markedBetween(
  text: string,
  found: readonly Occurrence[],
  from: number,
  to: number,
): string {
  let html = '';
  let at = from;
  for (const { start, end } of withoutSeams(found)) {
    if (end <= at || start >= to) continue;
    const begins = Math.max(start, at);
    const ends = Math.min(end, to);
    html += `${escaped(text.slice(at, begins))}<mark>${escaped(text.slice(begins, ends))}</mark>`;
    at = ends;
  }
  return html + escaped(text.slice(at, to));
}

/** A match with the letters around it, and how many of the sought words those show. */
type Window = { html: string; words: number };

/** The stretch of a text that shows most of the sought words, which were found in it. */
function bestWindow(text: string, found: readonly Occurrence[], length: number): Window {
  const line = text.replaceAll('\n', '　');
  let best = { from: 0, words: 0 };
  for (const { start } of found) {
    const within = found.filter((one) => one.start >= start && one.end <= start + length - lead);
    const words = new Set(within.map((one) => one.sought)).size;
    if (words > best.words) best = { from: beginning(text, start), words };
  }
  const to = Math.min(text.length, wholeLetter(text, best.from + length));
  const html = markedBetween(line, found, best.from, to);
  const before = best.from > 0 && !/[\n。]/.test(text[best.from - 1] ?? '') ? '…' : '';
  return { html: before + html + (to < text.length ? '…' : ''), words: best.words };
}

/** Where an excerpt begins: at the beginning of the sentence if that is near, else some letters before. */
function beginning(text: string, match: number): number {
  const earliest = Math.max(0, match - lead);
  const before = text.slice(earliest, match);
  const sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'));
  return sentence >= 0 ? earliest + sentence + 1 : wholeLetter(text, earliest);
}

/** The place, or the one after it where the place would cut a letter in two. */
const wholeLetter = (text: string, place: number): number =>
  /[\udc00-\udfff]/.test(text[place] ?? '') ? place + 1 : place;

/** What a result shows of the text that was found. */
export type Excerpt = {
  /** HTML: escaped text with `<mark>`. */
  excerpt: string;
  /** Other headings under which something was found, with where they are. */
  headings: { url: string; title: string; excerpt: string }[];
};

/** Shows where the sought words stand on a page. A page that has them in its title only shows how it begins. */
export function excerptOf(page: PageText, sought: readonly Sought[]): Excerpt {
  // A text is folded once: that is most of what an excerpt costs.
  const windows = page.sections.map((section) => {
    const found = occurrences(fold(section.text), sought);
    return { section, found, ...bestWindow(section.text, found, shown) };
  });
  const first = windows.find(({ section }) => section.text !== '' && !section.aside) ?? windows[0];
  const inTitle = occurrences(page.title, sought).length > 0;
  const most = (some: typeof windows) =>
    some.filter(({ words }) => words > 0).sort((a, b) => b.words - a.words)[0];
  const inText = most(windows.filter(({ section }) => !section.aside));
  const shownWindow = inText ?? (inTitle ? first : (most(windows) ?? first));
  const others = windows.filter(
    ({ section, found }) =>
      section !== shownWindow?.section &&
      section.anchor !== '' &&
      (found.length > 0 || occurrences(section.heading, sought).length > 0),
  );
  return {
    excerpt: shownWindow?.html ?? '',
    headings: others.slice(0, mostHeadings).map(({ section, found }) => ({
      url: `${page.url}#${section.anchor}`,
      title: section.heading,
      excerpt: bestWindow(section.text, found, shownUnderHeading).html,
    })),
  };
}
