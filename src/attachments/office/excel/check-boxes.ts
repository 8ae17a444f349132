import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { descendantsOf, isElement, walkXml, type XmlElement, type XmlNode } from '../xml-tree.ts';
import type { CellAddress } from './cell-address.ts';
import type { ShownCell } from './cell-content.ts';
import type { SheetRow } from './sheet.ts';

/** A box to tick that is drawn over a sheet, with the cell under its left upper corner. */
export type CheckBox = CellAddress & { shape: string; isTicked: boolean };

/** More than any form has. */
const mostBoxes = 2000;

/**
 * The boxes to tick that were put on a sheet as controls of a form. Of one whose place is not said nothing is known here.
 * @param xml of the sheet
 */
export const checkBoxesOf = (
  officePackage: OfficePackage,
  relationships: Relationships,
  xml: string,
): CheckBox[] => {
  const isControl = ({ type, external }: { type: string; external: boolean }) =>
    type === 'ctrlProp' && !external;
  if (![...relationships.values()].some(isControl)) return [];
  const found = new Map<string, { id: string; row: string; column: string }>();
  let control: { id: string; row: string; column: string } | null = null;
  let isFrom = false;
  let inside = '';
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'x:control') {
        const shape = attributes['shapeId'] ?? '';
        control = found.get(shape) ?? { id: attributes['r:id'] ?? '', row: '', column: '' };
        if (found.size < mostBoxes) found.set(shape, control);
      }
      if (name === 'x:from') isFrom = true;
      inside = name;
    },
    text(piece) {
      if (!control || !isFrom) return;
      if (inside === 'xdr:row') control.row += piece;
      if (inside === 'xdr:col') control.column += piece;
    },
    close(name) {
      if (name === 'x:control') control = null;
      if (name === 'x:from') isFrom = false;
      inside = '';
    },
  });
  return [...found].flatMap(([shape, { id, row, column }]): CheckBox[] => {
    const relationship = relationships.get(id);
    if (!relationship || !isControl(relationship) || !/^\d{1,7}$/.test(row)) return [];
    const { objectType, checked } = officePackage.xml(relationship.target)?.attributes ?? {};
    if (objectType !== 'CheckBox' || !/^\d{1,5}$/.test(column)) return [];
    return [
      { shape, row: Number(row) + 1, column: Number(column) + 1, isTicked: checked === 'Checked' },
    ];
  });
};

/** The words beside boxes, by the shape of each, and what else is drawn. */
export const captionsIn = (
  drawing: XmlElement | null,
  boxes: readonly CheckBox[],
): { captions: Map<string, string>; rest: XmlElement | null } => {
  const captions = new Map<string, string>();
  const shapes = new Set(boxes.map(({ shape }) => shape));
  if (!drawing || shapes.size === 0) return { captions, rest: drawing };
  const without = (element: XmlElement): XmlElement => {
    const children = element.children.flatMap((child): XmlNode[] => {
      if (!isElement(child)) return [child];
      const shape = child.name === 'xdr:sp' ? shapeOf(child) : null;
      if (shape === null || !shapes.has(shape)) return [without(child)];
      captions.set(shape, wordsOf(child));
      return [];
    });
    // What stays as it is stays the same element: others may know it.
    const isSame =
      children.length === element.children.length &&
      children.every((child, at) => child === element.children[at]);
    return isSame ? element : { ...element, children };
  };
  return { captions, rest: without(drawing) };
};

/** The number under which a sheet knows a shape: `_x0000_s1025` is 1025. */
const shapeOf = (shape: XmlElement): string | null => {
  for (const { name, attributes } of descendantsOf(shape)) {
    if (name.endsWith(':compatExt')) return /_s(\d+)$/.exec(attributes['spid'] ?? '')?.[1] ?? null;
  }
  return null;
};

const wordsOf = (shape: XmlElement): string =>
  [...descendantsOf(shape)]
    .filter(({ name }) => name === 'a:t')
    .map(({ children }) => children.join(''))
    .join('')
    .trim();

/** Rows with their boxes, each before what its cell says. */
export const withBoxes = (
  rows: readonly SheetRow[],
  boxes: readonly CheckBox[],
  captions: ReadonlyMap<string, string>,
): SheetRow[] => {
  const all = new Map(rows.map(({ number, cells }) => [number, [...cells]]));
  const boxed = new Map<string, string[]>();
  for (const { row, column, shape, isTicked } of boxes) {
    const key = `${row} ${column}`;
    const signs = boxed.get(key) ?? [];
    boxed.set(key, signs);
    signs.push([isTicked ? '☑' : '☐', captions.get(shape) ?? ''].filter(Boolean).join(' '));
  }
  for (const [key, signs] of boxed) {
    const [number = 0, column = 0] = key.split(' ').map(Number);
    const cells: ShownCell[] = all.get(number) ?? [];
    all.set(number, cells);
    const at = cells.findIndex((cell) => cell.column >= column);
    const cell = cells[at];
    if (cell && cell.column === column) {
      cells[at] = { ...cell, text: [...signs, cell.text].join(' ') };
    } else {
      cells.splice(at === -1 ? cells.length : at, 0, { column, text: signs.join('　'), style: 0 });
    }
  }
  return [...all]
    .sort(([one], [other]) => one - other)
    .map(([number, cells]) => ({ number, cells }));
};
