/** What a text is made of everywhere, dressed by the sheet that every page has; all else is set into a text. */
const plainTags = new Set(
  'h2 h3 h4 p ul ol li a strong em b i br wbr ruby rt rp del'.split(' ').map((name) => `<${name}`),
);

/** What decides of an entry's page; `bundle` is the offer of its files as one. */
type Page = {
  entry: { html: string; data: { attachments: readonly unknown[] } };
  bundle: unknown;
};

/**
 * Whether the page of an entry needs the sheet of inserts (`styles/inserts.css`): where its text holds more than plain
 * paragraphs, lists and headings, or files or a programme stand with it. Most entries are lighter without it.
 */
export const hasInserts = ({ entry, bundle }: Page): boolean =>
  bundle !== undefined ||
  entry.data.attachments.length > 0 ||
  'sessions' in entry.data ||
  (entry.html.match(/<[a-z][a-z0-9]*/g) ?? []).some((tag) => !plainTags.has(tag));
