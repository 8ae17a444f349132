import type { OfficePackage } from '../open-package.ts';
import { ownWords } from '../records/words-of-master.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

const isOff = (sheet: XmlElement | null): boolean =>
  /^(?:0|false)$/.test(sheet?.attributes['showMasterSp'] ?? '');

/**
 * Whether masters or layouts that slides use say something that none of these slides shows, because each of them, or its
 * layout, hides what lies below (ECMA-376 part 1, 19.3.1.38 and 19.3.1.39, `showMasterSp`).
 * @param paths of the slides
 */
export const hasUnshownWords = (
  officePackage: OfficePackage,
  paths: readonly string[],
): boolean => {
  const used = new Set<string>();
  const shown = new Set<string>();
  for (const path of paths) {
    const layout = targetOf(relationshipsOf(officePackage, path), 'slideLayout');
    const master = layout && targetOf(relationshipsOf(officePackage, layout), 'slideMaster');
    for (const sheet of [layout, master]) if (sheet) used.add(sheet);
    if (!layout || isOff(officePackage.xml(path))) continue;
    shown.add(layout);
    if (master && !isOff(officePackage.xml(layout))) shown.add(master);
  }
  return [...used].some((path) => !shown.has(path) && saysInShapes(officePackage.xml(path)));
};

/** Places for text are no matter here: a slide fills them in. */
const saysInShapes = (sheet: XmlElement | null): boolean => {
  const tree = childOf(sheet, 'p:cSld', 'p:spTree');
  return childrenOf(tree)
    .filter((shape) => !childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph'))
    .some((shape) => ownWords(shape).length > 0);
};
