import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { childOf, type XmlElement } from '../xml-tree.ts';
import { type CellRange, cellRange } from './cell-address.ts';

/** Styles of tables whose body is white or nearly so (ECMA-376 part 1, 18.5.1.5); all others may be dark. */
const brightBody = /^TableStyle(?:Light\d+|Medium[1-7])$/;

/** The blocks of a sheet that the style of a table or of a pivot table colours. */
export const colouredBlocks = (
  officePackage: OfficePackage,
  relationships: Relationships,
): CellRange[] =>
  [...relationships.values()].flatMap(({ type, target, external }): CellRange[] => {
    if (external) return [];
    if (type === 'pivotTable') {
      const place = childOf(officePackage.xml(target), 'x:location');
      const range = cellRange(place?.attributes['ref'] ?? '');
      return range ? [withFilters(range)] : [];
    }
    return type === 'table' ? ofTable(officePackage.xml(target)) : [];
  });

/** Above a pivot table stand the fields that narrow it. */
const withFilters = ({ first, last }: CellRange): CellRange => ({
  first: { row: 1, column: first.column },
  last,
});

const ofTable = (table: XmlElement | null): CellRange[] => {
  const range = cellRange(table?.attributes['ref'] ?? '');
  const style = childOf(table, 'x:tableStyleInfo')?.attributes ?? {};
  const { name = '' } = style;
  if (!range || name === '') return [];
  if (!brightBody.test(name)) return [range];
  const { first, last } = range;
  const { headerRowCount = '1', totalsRowCount = '0' } = table?.attributes ?? {};
  const isOn = (written = '') => /^(?:1|true)$/.test(written);
  return [
    { first, last: { ...last, row: first.row + Number(headerRowCount) - 1 } },
    { first: { ...first, row: last.row - Number(totalsRowCount) + 1 }, last },
    ...(isOn(style['showFirstColumn']) ? [{ first, last: { ...last, column: first.column } }] : []),
    ...(isOn(style['showLastColumn']) ? [{ first: { ...first, column: last.column }, last }] : []),
  ];
};
