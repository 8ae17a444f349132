/** The text of an event around its programme; what it says of the programme itself, and under which heading. */
export type ProgrammeText = {
  before: string;
  /** The heading of the text's own section about the programme; null where it has none. */
  heading: { slug: string; text: string } | null;
  /** What that section says. */
  own: string;
  after: string;
};

/** What texts call the section in which they tell the programme that the talks are listed of. */
const programmeHeadings: readonly string[] = ['プログラム', '当日の流れ'];

/**
 * Cuts the rendered text of an event at its own section about the programme, so that a page can show the talks there and has
 * one programme. Put together again it is the text, but for the heading.
 */
export function programmeText(
  html: string,
  headings: readonly { depth: number; slug: string; text: string }[],
): ProgrammeText {
  const whole = { before: html, heading: null, own: '', after: '' };
  const heading = headings.find(
    ({ depth, text }) => depth === 2 && programmeHeadings.includes(text.trim()),
  );
  if (!heading) return whole;
  const start = html.indexOf(`<h2 id="${heading.slug}"`);
  const end = html.indexOf('</h2>', start);
  if (start < 0 || end < 0) return whole;
  const rest = end + '</h2>'.length;
  const next = html.indexOf('<h2', rest);
  const stop = next < 0 ? html.length : next;
  const { slug, text } = heading;
  return {
    before: html.slice(0, start),
    heading: { slug, text },
    own: html.slice(rest, stop),
    after: html.slice(stop),
  };
}
