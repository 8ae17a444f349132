import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { ownWords } from '../records/words-of-master.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf } from '../xml-tree.ts';

const masters: ReadonlyMap<string, string> = new Map([
  ['notesMaster', 'ノートマスター'],
  ['handoutMaster', '配布資料マスター'],
]);

/** Finds words that stand on the printed notes and handouts of a presentation alone. */
export const findPrintedMasters = (officePackage: OfficePackage, findings: Findings): void => {
  if (officePackage.kind !== 'powerpoint') return;
  for (const { type, target, external } of relationshipsOf(
    officePackage,
    officePackage.mainPath,
  ).values()) {
    const word = masters.get(type);
    if (word === undefined || external) continue;
    const tree = childOf(officePackage.xml(target), 'p:cSld', 'p:spTree');
    if (tree && ownWords(tree).length > 0) findings.add('print-only', word);
  }
};
