import { type ComponentName, components } from '../../../src/schema/body.ts';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import { withoutTypedMark } from '../word/typed-marks.ts';

/** A text with what of it is selected; `start` and `end` are the same where nothing is. */
export type Selected = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The whole that the text is a part of, where it is one: numbers of footnotes are counted in it. */
  readonly whole?: string;
};

/** A change of a text: what stands between two places is replaced. */
export type Change = { readonly from: number; readonly to: number; readonly by: string };

/** Applies a change. The cursor stands after what was put in. */
export const changed = ({ text }: Selected, { from, to, by }: Change): Selected => ({
  text: text.slice(0, from) + by + text.slice(to),
  start: from + by.length,
  end: from + by.length,
});

/** Puts a block in the place of the selection, with an empty line before and after it. */
export const blockChange = ({ text, start, end }: Selected, block: string): Change => {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const gapBefore = before.trim() === '' ? '' : '\n'.repeat(2 - newlinesAtEnd(before));
  const gapAfter = after.trim() === '' ? '\n' : '\n'.repeat(2 - newlinesAtStart(after));
  return { from: start, to: end, by: `${gapBefore}${block}${gapAfter}` };
};

const newlinesAtEnd = (text: string): number => Math.min(/\n*$/.exec(text)?.[0].length ?? 0, 2);
const newlinesAtStart = (text: string): number => Math.min(/^\n*/.exec(text)?.[0].length ?? 0, 2);

/** Puts something into a line, in the place of the selection. */
export const inlineChange = ({ start, end }: Selected, by: string): Change => ({
  from: start,
  to: end,
  by,
});

/**
 * Sets signs before each line that the selection touches: `- ` for a list, `## ` for a heading. The sign of a list takes the
 * place of a mark that was typed, so that there is no 「1. ①」.
 */
export const lineStartChange = (
  { text, start, end }: Selected,
  signFor: (place: number) => string,
): Change => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const signed = lines.map((line, place) => {
    const sign = signFor(place);
    return `${sign}${listSign.test(sign) ? withoutTypedMark(line) : line}`;
  });
  return { from, to, by: signed.join('\n') };
};

const listSign = /^(?:-|\d+\.) $/;

/**
 * A component with literal attributes, as the check allows it.
 * @param attributes by name; those that are left blank are not written
 * @param inner what it encloses, where it encloses something
 */
export const componentText = (
  name: ComponentName,
  attributes: Readonly<Record<string, string>>,
  inner: string,
): string => {
  const written = Object.keys(components[name].attributes)
    .map((attribute) => [attribute, attributes[attribute]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`)
    .join('');
  const content = inner.trim();
  switch (components[name].holds) {
    case 'nothing':
      return `<${name}${written} />`;
    case 'text':
      return content
        ? `<${name}${written}>\n${content}\n</${name}>`
        : `<${name}${written}></${name}>`;
    case 'blocks':
      return `<${name}${written}>\n\n${content}\n\n</${name}>`;
  }
};

const quoted = (value: string): string =>
  value
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');

/** A numbered list, from one step a line. */
export const numbered = (steps: string): string =>
  steps
    .split('\n')
    .map((step) => step.trim())
    .filter(Boolean)
    .map((step, place) => `${place + 1}. ${step}`)
    .join('\n');

/** An empty table. @param columns its headings */
export const tableText = (columns: readonly string[], rows: number): string => {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = columns.map((head) => head.replaceAll('|', '\\|'));
  return [
    row(heads),
    row(heads.map(() => '---')),
    ...Array.from({ length: rows }, () => row(heads.map(() => ' '))),
  ].join('\n');
};

/** Sets the sign of a footnote at the cursor, and its text at the end; two changes, the later one first. */
export const footnoteChanges = (selected: Selected, note: string): Change[] => {
  const { text, end, whole = text } = selected;
  const used = [...whole.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
  const number = Math.max(0, ...used) + 1;
  const body = text.trimEnd();
  const isAfterNote = /(?:^|\n)\[\^[^\]]+\]:.*$/.test(body);
  return [
    {
      from: Math.max(body.length, end),
      to: text.length,
      by: `${isAfterNote ? '\n' : '\n\n'}[^${number}]: ${note.trim().replace(/\s*\n\s*/g, ' ')}\n`,
    },
    { from: end, to: end, by: `[^${number}]` },
  ];
};

export const linkText = (words: string, address: string): string =>
  `[${words.trim().replace(/[[\]]/g, '\\$&')}](<${address.trim().replace(/[<>]/g, encodeURIComponent)}>)`;

export const rubyText = (words: string, reading: string): string =>
  `<ruby>${words.trim()}<rt>${reading.trim()}</rt></ruby>`;

/** The headings of a case that the text does not have yet, in their order, each with room below it. */
export const skeletonText = (text: string): string =>
  practiceHeadings
    .filter((heading) => !new RegExp(`^##[ \\t]+${heading}[ \\t]*$`, 'm').test(text))
    .map((heading) => `## ${heading}\n`)
    .join('\n');
