import { beginning } from '../beginning.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import type { Story } from '../word/unsettled.ts';
import { visibleText } from '../word/visible-text.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import type { DrawnRoot } from './drawn-parts.ts';

/** The slides of a presentation, and the presentation itself, which leads to its masters. */
export const rootsOfPresentation = (officePackage: OfficePackage): DrawnRoot[] => {
  const path = officePackage.mainPath;
  const presentation = officePackage.xml(path);
  const relationships = relationshipsOf(officePackage, path);
  const slides = childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId');
  return [
    ...slides.flatMap(({ attributes }, at): DrawnRoot[] => {
      const slide = relationships.get(attributes['r:id'] ?? '')?.target;
      const part = slide === undefined ? null : officePackage.xml(slide);
      return slide === undefined || !part
        ? []
        : [{ path: slide, part, place: `スライド${at + 1}` }];
    }),
    { path, part: null, place: '' },
  ];
};

/** The sheets of a workbook, and the workbook itself. */
export const rootsOfWorkbook = (officePackage: OfficePackage): DrawnRoot[] => {
  const path = officePackage.mainPath;
  const relationships = relationshipsOf(officePackage, path);
  const sheets = childrenOf(childOf(officePackage.xml(path), 'x:sheets'), 'x:sheet');
  return [
    ...sheets.flatMap(({ attributes }): DrawnRoot[] => {
      const sheet = relationships.get(attributes['r:id'] ?? '');
      return sheet
        ? [{ path: sheet.target, part: null, place: `シート『${attributes['name'] ?? ''}』` }]
        : [];
    }),
    { path, part: null, place: '' },
  ];
};

/** The text of a Word file with its notes, headers and footers, each paragraph a place of its own. */
export const rootsOfStories = (stories: readonly Story[]): DrawnRoot[] =>
  stories.map(({ path, part, word, unseen }) => ({
    path,
    part,
    place: word,
    placeOf: placesIn(word, (paragraph) => visibleText(paragraph, unseen.elements)),
  }));

/** A paragraph by the words with which it begins, or by those before it. */
const placesIn = (word: string, seenText: (paragraph: XmlElement) => string) => {
  const holder = word ? `${word}の` : '';
  let before = '';
  return (paragraph: XmlElement): string => {
    const words = seenText(paragraph).trim();
    if (words !== '') {
      before = words;
      return holder + beginning(words);
    }
    if (before !== '') return `${holder}${beginning(before)}の次`;
    return word || '文書の始め';
  };
};
