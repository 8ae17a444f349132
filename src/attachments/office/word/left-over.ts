import type { OfficePackage } from '../open-package.ts';
import { type Relationships, targetOf } from '../relationships.ts';
import { childOf, childrenOf, switchOf, type XmlElement } from '../xml-tree.ts';
import { sectionsOf } from './seen/page.ts';
import type { ReportFinding, Story } from './unsettled.ts';
import { visibleText } from './visible-text.ts';

/**
 * Finds what Word keeps of earlier states of a document and shows nowhere: notes without a sign in the text, headers and
 * footers of pages that there are not.
 * @param notesRead the notes whose signs are seen
 */
export const findLeftOver = (
  officePackage: OfficePackage,
  relationships: Relationships,
  stories: readonly Story[],
  notesRead: ReadonlySet<XmlElement>,
  report: ReportFinding,
): void => {
  for (const { part, word } of stories) {
    if (part.name !== 'w:footnotes' && part.name !== 'w:endnotes') continue;
    const notes = childrenOf(part).filter(
      (note) => note.attributes['w:type'] === undefined || note.attributes['w:type'] === 'normal',
    );
    if (notes.some((note) => !notesRead.has(note) && saysSomething(note))) {
      report('earlier-content', `本文に番号のない${word}`);
    }
  }
  const unused = unusedMargins(officePackage, relationships, stories);
  const seen = stories
    .filter((story) => !unused.includes(story))
    .map(({ part, unseen }) => plain(visibleText(part, unseen.elements)))
    .join('\n');
  for (const { part, word, unseen } of unused) {
    const lines = linesOf(part).map((line) => plain(visibleText(line, unseen.elements)));
    if (lines.some((line) => /\p{L}/u.test(line) && !seen.includes(line))) {
      report(
        'earlier-content',
        `使っていない${word}（「先頭ページのみ別指定」か「奇数/偶数ページ別指定」のもの）`,
      );
    }
  }
};

const saysSomething = (element: XmlElement): boolean => /[\p{L}\p{N}]/u.test(visibleText(element));

/** Words as they are compared. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const linesOf = (holder: XmlElement): XmlElement[] =>
  childrenOf(holder).flatMap((child) => (child.name === 'w:p' ? [child] : linesOf(child)));

/**
 * The headers and footers that a section names and no page shows: those of first pages in sections without one of their
 * own, those of even pages where all are the same (ECMA-376 part 1, 17.10.1, 17.10.6, 17.15.1.35). Those that no section
 * names are parts that nothing needs, and are told as such.
 */
const unusedMargins = (
  officePackage: OfficePackage,
  relationships: Relationships,
  stories: readonly Story[],
): Story[] => {
  const document = stories.find(({ word }) => word === '')?.part ?? null;
  const settings = officePackage.xml(targetOf(relationships, 'settings') ?? '');
  const hasEven = switchOf(settings, 'w:evenAndOddHeaders') === true;
  /** What a section doesn't name, it takes over from the one before. */
  const named = new Map<string, string>();
  const used = new Set<string>();
  const everNamed = new Set<string>();
  for (const section of sectionsOf(childOf(document, 'w:body'))) {
    const hasFirst = switchOf(section, 'w:titlePg') === true;
    for (const { name, attributes } of childrenOf(section)) {
      if (!/^w:(?:header|footer)Reference$/.test(name)) continue;
      const id = attributes['r:id'] ?? '';
      const path = relationships.get(id)?.target ?? '';
      named.set(`${name} ${attributes['w:type'] ?? 'default'}`, path);
      everNamed.add(path);
    }
    for (const [key, path] of named) {
      const isShown = key.endsWith(' first') ? hasFirst : key.endsWith(' even') ? hasEven : true;
      if (isShown) used.add(path);
    }
  }
  return stories.filter(({ path }) => everNamed.has(path) && !used.has(path));
};
