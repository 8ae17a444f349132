import { type PracticeHeading, soughtHeadings } from '../schema/taxonomy.ts';

/** Words by which a text tells what belongs under a heading, wherever it stands. */
const toldBy: Partial<Record<PracticeHeading, RegExp>> = {
  様式: /様式|書式|ひな形/,
  問い合わせ先: /問い?合わ?せ|窓口|連絡先|相談先/,
};

/** What is known of a practice where its headings are judged. */
type Told = {
  headings: readonly { text: string }[];
  /** The text as HTML. */
  html: string;
  attachments: readonly { kind: string }[];
  /** Whether an office to ask is named, by the entry or for its institution; or may not be, as what was told in confidence. */
  contactSettled: boolean;
};

/**
 * The headings that readers look for and a practice says nothing about: neither under the heading nor under another name,
 * in a field or a file. What is told anywhere is never called absent.
 */
export const absentHeadings = ({ headings, html, attachments, contactSettled }: Told): string[] =>
  soughtHeadings.filter((heading) => {
    if (headings.some(({ text }) => text === heading)) return false;
    if (heading === '問い合わせ先' && contactSettled) return false;
    if (heading === '様式' && attachments.some(({ kind }) => kind === 'form')) return false;
    return !toldBy[heading]?.test(html.replace(/<[^>]*>/g, ''));
  });
