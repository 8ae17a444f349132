import { type Relationships, type WordPackage, WordRefusal } from './open-package.ts';
import { beginning, type UnsettledKind, unsettledSentence } from './sentences.ts';
import { firstLook, lookOf, type Styles } from './styles.ts';
import { childOf, childrenOf, valOf, type XmlElement } from './xml-tree.ts';

/** Every element by which Word tracks a change (ECMA-376 part 1, section 17.13.5). */
const tracked = new Set(
  `ins del moveFrom moveTo moveFromRangeStart moveToRangeStart delText delInstrText numberingChange
   rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange
   cellIns cellDel cellMerge customXmlInsRangeStart customXmlDelRangeStart
   customXmlMoveFromRangeStart customXmlMoveToRangeStart`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);
const commented = new Set(['w:commentRangeStart', 'w:commentReference']);

/** What parts are called, by the type of their relationship. */
const partWords: Record<string, string> = {
  header: 'ヘッダー',
  footer: 'フッター',
  footnotes: '脚注',
  endnotes: '文末脚注',
};

/**
 * Stops where a file holds what its readers are not meant to see: tracked changes, comments and hidden text, also
 * in notes, headers and footers. They are for the people who worked on the document, and leak unnoticed.
 * @param relationships those of the document
 * @throws {WordRefusal} that tells where they are and how to settle them in Word
 */
export const refuseUnsettled = (
  wordPackage: WordPackage,
  relationships: Relationships,
  styles: Styles,
): void => {
  const found = new Map<UnsettledKind, string[]>();
  const document = wordPackage.xml(wordPackage.documentPath);
  if (document) search(document, '', styles, found);
  for (const { type, target, external } of relationships.values()) {
    const word = partWords[type];
    const part = word === undefined || external ? null : wordPackage.xml(target);
    if (word !== undefined && part) search(part, word, styles, found);
  }
  if (!found.has('comments') && hasComments(wordPackage, relationships)) {
    found.set('comments', ['本文のどこか']);
  }
  if (found.size === 0) return;
  throw new WordRefusal(unsettledSentence(found));
};

/** Comments whose mark in the text is gone are still in the file, also those of newer parts. */
const hasComments = (wordPackage: WordPackage, relationships: Relationships): boolean =>
  [...relationships.values()].some(
    ({ type, target, external }) =>
      /^comments/.test(type) && !external && childrenOf(wordPackage.xml(target)).length > 0,
  );

const search = (
  part: XmlElement,
  partWord: string,
  styles: Styles,
  found: Map<UnsettledKind, string[]>,
): void => {
  let before = '';
  const visit = (element: XmlElement, paragraph: XmlElement | null, table: boolean): void => {
    const report = (kind: UnsettledKind) => {
      const seen = paragraph ? seenText(paragraph, paragraph, styles) : '';
      const place = placeOf(seen, before, partWord || (table ? '表' : ''));
      found.set(kind, [...(found.get(kind) ?? []), place]);
    };
    if (tracked.has(element.name)) report('tracked');
    if (commented.has(element.name)) report('comments');
    if (isHidden(element, paragraph, styles)) report('hidden');
    const isParagraph = element.name === 'w:p';
    for (const child of childrenOf(element)) {
      visit(child, isParagraph ? element : paragraph, table || element.name === 'w:tbl');
    }
    if (isParagraph) before = seenText(element, element, styles) || before;
  };
  visit(part, null, false);
};

/** Whether an element is a run of words or a picture that Word does not show. */
const isHidden = (run: XmlElement, paragraph: XmlElement | null, styles: Styles): boolean => {
  if (run.name !== 'w:r') return false;
  const properties = childOf(run, 'w:rPr');
  const look = firstLook(
    lookOf(properties),
    styles.character(valOf(properties, 'w:rStyle')).look,
    styles.paragraph(valOf(paragraph, 'w:pPr', 'w:pStyle')).look,
  );
  // A hidden mark of a paragraph or of an index holds no words.
  return look.hidden === true && (visibleText(run) !== '' || hasPicture(run));
};

/** The words of a paragraph without those that are hidden, which no message may repeat. */
const seenText = (element: XmlElement, paragraph: XmlElement, styles: Styles): string => {
  if (element.name === 'w:r')
    return isHidden(element, paragraph, styles) ? '' : visibleText(element);
  if (unseen.has(element.name)) return '';
  return childrenOf(element)
    .map((child) => seenText(child, paragraph, styles))
    .join('');
};

const hasPicture = (run: XmlElement): boolean =>
  childrenOf(run).some(({ name }) => name === 'w:drawing' || name === 'w:pict');

/** How a person finds the place in Word: by the part, and by the words with which the paragraph begins. */
const placeOf = (seen: string, before: string, holder: string): string => {
  const inside = holder ? `${holder}の` : '';
  if (seen.trim()) return inside + beginning(seen);
  if (before.trim()) return `${inside}${beginning(before)}の次`;
  return holder || '文書の始め';
};

/** What was taken away, and what only old programs show instead of the same thing. */
const unseen = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** The words of an element that a reader sees; what was deleted is in other elements. */
export const visibleText = (element: XmlElement): string => {
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:tab' || element.name === 'w:br') return ' ';
  if (unseen.has(element.name)) return '';
  return childrenOf(element)
    .map((child) => visibleText(child))
    .join('')
    .trimStart();
};
