import type { EntryCollection } from '../../src/schema/collections.ts';
import { practiceHeadings } from '../../src/schema/taxonomy.ts';
import type { Random } from '../seeded-random.ts';
import {
  formNames,
  headingsOf,
  howPhrases,
  remarks,
  whatPhrases,
  whenPhrases,
  whoPhrases,
} from './phrases.ts';

/** Stands in a body for the figure of a survey: a chart in the portal, a table where there are no charts. */
export const figureMark = '[[figure]]';

/** The scheme of a link from one entry to another: each tool addresses pages in its own way. */
export const entryLink = /\(entry:([^)]+)\)/g;

/** What a body may link to. */
export type LinkTarget = { title: string; contentPath: string };

const bodyLength = 2000;

const sentence = (random: Random): string =>
  random.chance(0.2)
    ? random.pick(remarks)
    : `${random.pick(whenPhrases)}、${random.pick(whoPhrases)}は${random.pick(whatPhrases)}を${random.pick(howPhrases)}。`;

const sentences = (random: Random, count: number): string =>
  Array.from({ length: count }, () => sentence(random)).join('');

const bullets = (random: Random): string =>
  Array.from({ length: 3 + random.below(3) }, () => `- ${sentence(random)}`).join('\n');

const numbered = (random: Random): string =>
  Array.from({ length: 4 }, (_, index) => `${index + 1}. ${sentence(random)}`).join('\n');

const table = (random: Random): string =>
  [
    '| 様式 | 使うとき | 出す先 |',
    '| --- | --- | --- |',
    ...random
      .some(formNames, 4)
      .map((form) => `| ${form} | ${random.pick(whenPhrases)} | ${random.pick(whoPhrases)} |`),
  ].join('\n');

/** Headings of a practice in their fixed order; like real ones, most say nothing under one or two of them. */
function headings(collection: EntryCollection, random: Random): readonly string[] {
  if (collection !== 'case-studies' && collection !== 'best-practices') {
    return headingsOf[collection];
  }
  const silent = random.some(['体制', 'つまずき', '工数・費用', '問い合わせ先'], random.below(3));
  return practiceHeadings.filter((heading) => !silent.includes(heading));
}

/**
 * A body of about 2,000 Japanese characters in plain Markdown, with lists, a table, a footnote, words of the
 * glossary and links to other entries. What differs between tools is left as `entry:` links and a figure mark.
 */
export function entryBody(
  collection: EntryCollection,
  targets: readonly LinkTarget[],
  random: Random,
): string {
  const sections = headings(collection, random).map((heading): string[] => [
    `## ${heading}`,
    sentences(random, 2),
  ]);
  const section = (index: number) => sections[Math.min(index, sections.length - 1)] as string[];
  if (collection === 'surveys') section(1).push(figureMark);
  section(0).push(bullets(random));
  section(1).push(
    `次の手順は**「${random.pick(formNames)}」**にも書いている[^1]。${sentence(random)}`,
    '### 進め方',
    numbered(random),
  );
  section(2).push(table(random));
  section(3).push(
    ...targets.map(
      ({ title, contentPath }) => `あわせて[${title}](entry:${contentPath})も参照する。`,
    ),
  );
  const written = () => sections.flat().join('').length;
  for (let index = 0; written() < bodyLength; index += 1) {
    (sections[index % sections.length] as string[]).push(sentences(random, 2));
  }
  return `${[...sections.flat(), `[^1]: ${sentence(random)}`].join('\n\n')}\n`;
}
