import { publicationDays } from '../../../src/schema/publication-days.ts';

/** The days on which readers are told that a text was published and last changed, `YYYY-MM-DD`. */
export type PublicationDays = { readonly published: string; readonly updated: string };

/** A field of the entry itself, with a day and nothing else; what is written otherwise stays as its author wrote it. */
const dayField = (name: string) =>
  new RegExp(`^${name}:[ \\t]*(["']?)\\d{4}-\\d{2}-\\d{2}\\1[ \\t]*(?=\\r?$)`, 'gm');

/**
 * The text of an entry with 掲載日 and 更新日 as the publication has them, and everything else as its author wrote it. Nothing
 * is parsed: a text that is not published yet may be hostile. A line is replaced by one of the same form, and only where it is
 * the only one of its name among the fields.
 */
export function datedText(bytes: Uint8Array, days: PublicationDays): Uint8Array {
  const text = Buffer.from(bytes).toString();
  const [start, end] = rangeOfFields(text);
  const fields = publicationDays.reduce(
    (part, name) => {
      const pattern = dayField(name);
      return part.match(pattern)?.length === 1
        ? part.replace(pattern, () => `${name}: ${days[name]}`)
        : part;
    },
    text.slice(start, end),
  );
  return Buffer.from(text.slice(0, start) + fields + text.slice(end));
}

/** Where the fields of a text stand: between its fences, or all of a text that has none. */
function rangeOfFields(text: string): [number, number] {
  const fences = [...text.matchAll(/^---[ \t]*\r?$/gm)];
  const [opening, closing] = fences;
  if (!opening) return [0, text.length];
  return closing ? [opening.index, closing.index] : [0, 0];
}
