import type { Carried } from '../carried.ts';
import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childrenOf, descendantsOf } from '../xml-tree.ts';

/** Other workbooks and data bases from which this one takes: their names, and what it took, are kept in it. */
export const findOtherBooks = (
  officePackage: OfficePackage,
  carried: Carried,
  findings: Findings,
): void => {
  for (const { type, target, external } of relationshipsOf(
    officePackage,
    officePackage.mainPath,
  ).values()) {
    if (external) continue;
    switch (type) {
      case 'externalLink': {
        // Its own relationship names the same file.
        carried.byAll(target);
        const names = [...relationshipsOf(officePackage, target).values()].map(fileNameOf);
        for (const name of names) findings.add('outside-link', `外部ブック『${name}』`);
        if (names.length === 0) findings.add('outside-link');
        break;
      }
      case 'connections':
        for (const { attributes } of childrenOf(officePackage.xml(target))) {
          findings.add('outside-link', `データ接続『${attributes['name'] ?? ''}』`);
        }
        break;
      case 'volatileDependencies':
        // Cubes need a connection, which is found there.
        if (
          childrenOf(officePackage.xml(target)).some(
            ({ attributes }) => attributes['type'] === 'realTimeData',
          )
        ) {
          findings.add('outside-link', 'ほかのソフトから値を受け取る数式（RTD）');
        }
        break;
      case 'xmlMaps': {
        const part = officePackage.xml(target);
        const isBound =
          part && [...descendantsOf(part)].some(({ name }) => name === 'x:DataBinding');
        if (isBound) findings.add('outside-link', 'XMLの対応付けの読み込み元');
        else if (childrenOf(part).length > 0) findings.add('unusual-part', 'XMLの対応付け');
        break;
      }
      case 'slicerCache':
        if (holdsItems(officePackage, target))
          findings.add('embedded-files', 'スライサーの元データ');
        break;
      case 'rdRichValueStructure':
        if (holdsRecords(officePackage, target))
          findings.add('hidden-text', 'データ型のセルが持つ項目');
        break;
      case 'powerPivotData':
        findings.add('embedded-files', 'データモデル');
        break;
      case 'revisionHeaders':
        findings.add('tracked-changes', 'ブックの変更履歴');
        break;
    }
  }
};

const fileNameOf = ({ target }: { target: string }): string => {
  const last = target.split(/[\\/]/).at(-1) ?? target;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** Whether a slicer keeps the words of a data base, and not only numbers of those of a pivot table (MS-XLSX 2.6.72). */
const holdsItems = (officePackage: OfficePackage, path: string): boolean => {
  const part = officePackage.xml(path);
  return part !== null && [...descendantsOf(part)].some(({ name }) => name === 'x14:olap');
};

/** Whether cells hold whole rows of a table elsewhere, of which they show one field (MS-XLSX 2.3.6.1.3). */
const holdsRecords = (officePackage: OfficePackage, path: string): boolean =>
  childrenOf(officePackage.xml(path)).some(({ attributes }) => attributes['t'] === '_entity');
