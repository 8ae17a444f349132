/** A part of an entry's text, from one of its main headings to the next. */
export type EntrySection = {
  /** The anchor of its heading; empty for what stands before the first. */
  anchor: string;
  /** The heading as HTML. */
  heading: string;
  html: string;
};

const mainHeading = /<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g;

/** A rendered text, cut at its main headings. What stands before the first is left out where there is nothing. */
export function entrySections(html: string): EntrySection[] {
  const found = [...html.matchAll(mainHeading)];
  const before = html.slice(0, found[0]?.index ?? html.length).trim();
  return [
    ...(before ? [{ anchor: '', heading: '', html: before }] : []),
    ...found.map((match, index) => ({
      anchor: match[1] ?? '',
      heading: match[2] ?? '',
      html: html.slice(match.index + match[0].length, found[index + 1]?.index).trim(),
    })),
  ];
}

/** A text of fewer letters than this is read on one screen. */
const shortText = 300;
/** What the rows of a card hold; a text with more, as a table, keeps the layout of a page. */
const cardTags = new Set('p ul ol li a strong em b i br wbr ruby rt rp'.split(' '));

const lettersOf = (html: string): number =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z0-9#]+;/gi, '.')
    .replace(/\s+/g, '').length;

/** Whether each element that a part opens it closes itself: a heading in a list would cut the list in two. */
const isWhole = (html: string): boolean => {
  const opened = new Map<string, number>();
  for (const [, closing, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
    opened.set(tag, (opened.get(tag) ?? 0) + (closing ? -1 : 1));
  }
  return ['p', 'ul', 'ol', 'li', 'a', 'strong', 'em'].every((tag) => !opened.get(tag));
};

/**
 * The text of an entry as rows of heading and text, to be read on one screen.
 * @returns `null` for a longer text, and for one that holds more than paragraphs and lists
 */
export function cardRows(html: string): EntrySection[] | null {
  const sections = entrySections(html);
  const fits =
    sections.reduce((sum, section) => sum + lettersOf(section.html), 0) < shortText &&
    sections.every(
      (section) =>
        [...section.html.matchAll(/<([a-z][a-z0-9]*)/g)].every(([, tag = '']) =>
          cardTags.has(tag),
        ) && isWhole(section.html),
    );
  return fits ? sections : null;
}
