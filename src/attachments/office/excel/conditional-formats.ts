import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { type CellAddress, type CellRange, cellRange } from './cell-address.ts';
import type { CellVisibility, DressChange } from './cell-visibility.ts';

/** What changes how cells look, and of which of them it can be told. */
export type Condition = {
  ranges: readonly CellRange[];
  change: DressChange;
  /** Whether it is met by a cell that shows this text; null where that can't be told here. */
  isMet(text: string): boolean | null;
};

/** More than any sheet has. */
const mostConditions = 2000;

const coloured: DressChange = { letters: null, ground: null, isColoured: true, format: null };

/**
 * The conditional formats of a sheet, the first that wins first (ECMA-376 part 1, 18.3.1.18; MS-XLSX 2.6.9).
 * @param sheet its outermost element
 */
export const conditionsOf = (
  sheet: XmlElement,
  { changes, changeOf }: Pick<CellVisibility, 'changes' | 'changeOf'>,
): Condition[] => {
  const found: (Condition & { priority: number })[] = [];
  for (const each of childrenOf(sheet, 'x:conditionalFormatting')) {
    const ranges = rangesOf(each.attributes['sqref'] ?? '');
    for (const rule of childrenOf(each, 'x:cfRule')) {
      const { dxfId, priority = '0' } = rule.attributes;
      const change = dxfId === undefined ? null : changes[Number(dxfId)];
      found.push({
        ranges,
        priority: Number(priority),
        change: change ?? coloured,
        isMet: change ? testOf(rule) : () => null,
      });
    }
  }
  // Those of later programs stand elsewhere, in a form of their own.
  const extensions = childOf(sheet, 'x:extLst');
  const extended = [...(extensions ? descendantsOf(extensions) : [])].filter(({ name }) =>
    name.endsWith(':conditionalFormatting'),
  );
  for (const each of extended) {
    const written = childrenOf(each).find(({ name }) => name.endsWith(':sqref'));
    const ranges = rangesOf(written?.children.join('') ?? '');
    for (const rule of childrenOf(each).filter(({ name }) => name.endsWith(':cfRule'))) {
      const dxf = childrenOf(rule).find(({ name }) => name.endsWith(':dxf'));
      found.push({
        ranges,
        priority: Number(rule.attributes['priority'] ?? 0),
        change: dxf ? changeOf(dxf) : coloured,
        isMet: dxf ? testOf(rule) : () => null,
      });
    }
  }
  return found.slice(0, mostConditions).sort((one, other) => one.priority - other.priority);
};

/** The blocks of cells in a list of them: `A1:B4 D2`. */
export const rangesOf = (written: string): CellRange[] =>
  written.split(/\s+/).flatMap((range) => cellRange(range) ?? []);

/** Whether a cell lies in one of the blocks. */
export const isWithin = ({ row, column }: CellAddress, ranges: readonly CellRange[]): boolean =>
  ranges.some(
    ({ first, last }) =>
      row >= first.row && row <= last.row && column >= first.column && column <= last.column,
  );

/** Conditions that every cell with a text meets, as far as their words go; `x` stands for the cell. */
const alwaysMet =
  /^(?:TRUE(?:\(\))?|1|1=1|LEN\((?:TRIM\()?x\)?\)>0|LEN\(x\)<>0|x<>""|NOT\(ISBLANK\(x\)\)|ISTEXT\(x\)|ISBLANK\(x\)=FALSE)$/i;
const neverMet = /^(?:FALSE(?:\(\))?|0)$/i;

const testOf = (rule: XmlElement): Condition['isMet'] => {
  const { type, operator, text: wanted = '' } = rule.attributes;
  const formula = (
    (childOf(rule, 'x:formula') ?? childOf(rule, 'xm:f'))?.children.join('') ?? ''
  ).trim();
  switch (type) {
    case 'notContainsBlanks':
    case 'notContainsErrors':
      return () => true;
    case 'containsBlanks':
    case 'containsErrors':
      return () => false;
    case 'expression': {
      const plain = formula.replace(/\s/g, '').replace(/\$?[A-Z]{1,3}\$?\d{1,7}/gi, 'x');
      if (alwaysMet.test(plain)) return () => true;
      return neverMet.test(plain) ? () => false : () => null;
    }
    case 'containsText':
      return (text) => contains(text, wanted);
    case 'notContainsText':
      return (text) => !contains(text, wanted);
    case 'beginsWith':
      return (text) => text.toLowerCase().startsWith(wanted.toLowerCase());
    case 'endsWith':
      return (text) => text.toLowerCase().endsWith(wanted.toLowerCase());
    case 'cellIs':
      return (text) => compared(text, operator, formula);
    default:
      return () => null;
  }
};

const contains = (text: string, wanted: string): boolean =>
  text.toLowerCase().includes(wanted.toLowerCase());

/** A cell that equals what the condition names says nothing that the condition does not. */
const compared = (text: string, operator: string | undefined, formula: string): boolean | null => {
  const words = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1]?.replaceAll('""', '"');
  if (words !== undefined) return operator === 'notEqual' ? text !== words : null;
  if (!/^-?\d+(?:\.\d+)?$/.test(formula) || !/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  const difference = Number(text) - Number(formula);
  switch (operator) {
    case 'notEqual':
      return difference !== 0;
    case 'greaterThan':
      return difference > 0;
    case 'greaterThanOrEqual':
      return difference >= 0;
    case 'lessThan':
      return difference < 0;
    case 'lessThanOrEqual':
      return difference <= 0;
    default:
      return null;
  }
};
