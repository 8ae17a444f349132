import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { childOf, childrenOf } from '../xml-tree.ts';
import { arrowsOf } from './arrows.ts';

/** Where a person finds what stands in a part: 「スライド3」「シート『集計』」「ヘッダー」; empty for the text itself. */
export type PartPlaces = (path: string) => string;

/** Names the parts of a package by the slide, the sheet or the place of the page from which they can be reached first. */
export const partPlaces = (officePackage: OfficePackage): PartPlaces => {
  const arrows = arrowsOf(officePackage);
  const places = new Map<string, string>([[keyOfPart(officePackage.mainPath), '']]);
  const ids = idsOf(officePackage);
  for (const { from, id, type, target, external } of arrows) {
    const key = keyOfPart(target);
    if (external || places.has(key)) continue;
    const own = ids.get(from === officePackage.mainPath ? id : '') ?? words.get(type);
    places.set(key, own ?? places.get(keyOfPart(from)) ?? '');
  }
  return (path) => places.get(keyOfPart(path)) ?? '';
};

const words: ReadonlyMap<string, string> = new Map([
  ['header', 'ヘッダー'],
  ['footer', 'フッター'],
  ['footnotes', '脚注'],
  ['endnotes', '文末脚注'],
  ['slideMaster', 'スライドマスター'],
  ['slideLayout', 'スライドレイアウト'],
  ['notesSlide', 'ノート'],
  ['notesMaster', 'ノートマスター'],
  ['handoutMaster', '配布資料マスター'],
]);

/** Slides and sheets by the relationships of the main part, in the order in which they are shown. */
const idsOf = ({ kind, mainPath, xml }: OfficePackage): ReadonlyMap<string, string> => {
  const main = xml(mainPath);
  if (kind === 'powerpoint') {
    const slides = childrenOf(childOf(main, 'p:sldIdLst'), 'p:sldId');
    return new Map(
      slides.map(({ attributes }, at) => [attributes['r:id'] ?? '', `スライド${at + 1}`]),
    );
  }
  if (kind === 'excel') {
    const sheets = childrenOf(childOf(main, 'x:sheets'), 'x:sheet');
    return new Map(
      sheets.map(({ attributes }) => [
        attributes['r:id'] ?? '',
        `シート『${attributes['name'] ?? ''}』`,
      ]),
    );
  }
  return new Map();
};
