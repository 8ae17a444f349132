import { chartWords } from './charts/chart-words.ts';
import { diagramWords } from './diagrams/diagram-words.ts';
import { isHiddenShape } from './hidden-shape.ts';
import type { OfficePackage } from './open-package.ts';
import { isPhantom } from './phantom.ts';
import { relationshipsOf } from './relationships.ts';
import { shownForm } from './shown-form.ts';
import { tableWithHeads } from './tables/heads.ts';
import {
  type CellBudget,
  cellText,
  laidTable,
  mostColumns,
  type PlacedCell,
} from './tables/laid-table.ts';
import type { Piece } from './tables/pieces.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What stands in the shapes of a drawing. */
export type DrawingText = {
  /** Paragraphs and tables, in the order of the file. */
  pieces: Piece[];
  /** Whether something of it was hidden by its author. */
  hasHidden: boolean;
};

/**
 * The words that a reader sees in shapes, tables, diagrams and charts.
 * @param path the part in which the drawing stands
 * @param budget of cells of tables; without it tables are told as lines
 * @param unseen shapes, paragraphs and runs that nobody sees
 */
export const drawingText = (
  officePackage: OfficePackage,
  path: string,
  drawing: XmlElement | null,
  budget: CellBudget = { left: 0 },
  unseen: ReadonlySet<XmlElement> = new Set(),
): DrawingText => {
  const pieces: Piece[] = [];
  const say = (lines: readonly string[]) => {
    pieces.push(...lines.map((line) => line.trim()).filter(Boolean));
  };
  let hasHidden = false;
  const sayChart = (id: string | undefined): void => {
    const relationship = relationshipsOf(officePackage, path).get(id ?? '');
    if (!relationship || relationship.external) return;
    const chart = officePackage.xml(relationship.target);
    if (chart) say(chartWords(officePackage, relationship.target, chart, paragraphsIn));
  };
  const visit = (element: XmlElement): void => {
    if (unseen.has(element)) return;
    if (isHiddenShape(element)) {
      hasHidden = true;
      return;
    }
    switch (element.name) {
      case 'mc:AlternateContent':
        for (const child of childrenOf(shownForm(element))) visit(child);
        return;
      case 'a:p':
        say(paragraphText(element, unseen).split('\n'));
        return;
      case 'a:tbl':
        pieces.push(readTable(element, budget, unseen));
        return;
      case 'dgm:relIds':
        say(diagramWords(officePackage, path, element).shown);
        return;
      case 'c:chart':
      case 'cx:chart':
        sayChart(element.attributes['r:id']);
        return;
      default:
        for (const child of childrenOf(element)) visit(child);
    }
  };
  for (const child of childrenOf(drawing)) visit(child);
  return { pieces, hasHidden };
};

const paragraphText = (paragraph: XmlElement, unseen: ReadonlySet<XmlElement>): string =>
  childrenOf(paragraph)
    .map((part) => {
      if (unseen.has(part)) return '';
      if (part.name === 'a:br') return '\n';
      // The number of the slide is no text of its own.
      if (part.name === 'a:fld' && part.attributes['type'] === 'slidenum') return '';
      if (part.name === 'mc:AlternateContent') return wordsOf(shownForm(part));
      return wordsOf(part);
    })
    .join('');

const wordsOf = (element: XmlElement | null): string => {
  if (!element || isPhantom(element)) return '';
  if (element.name === 'a:t' || element.name === 'm:t') return element.children.join('');
  return childrenOf(element).map(wordsOf).join('');
};

const isOn = (written = ''): boolean => /^(?:1|true)$/.test(written);

/** What a merged cell covers is not shown. */
const isCovered = ({ attributes }: XmlElement): boolean =>
  isOn(attributes['hMerge']) || isOn(attributes['vMerge']);

/** A table of a slide, whose cells are each in their place, covered ones too (ECMA-376 part 1, 21.1.3). */
const readTable = (
  table: XmlElement,
  budget: CellBudget,
  unseen: ReadonlySet<XmlElement>,
): Piece => {
  const rows = childrenOf(table, 'a:tr').map((row) =>
    childrenOf(row, 'a:tc').map((cell) => ({ cell, lines: paragraphsIn(cell, unseen) })),
  );
  const placed = rows.flatMap((cells, row) =>
    cells.flatMap(({ cell, lines }, column): PlacedCell[] =>
      isCovered(cell)
        ? []
        : [
            {
              row,
              column,
              across: spanOf(cell.attributes['gridSpan']),
              down: spanOf(cell.attributes['rowSpan']),
              text: cellText(lines),
              isMarked: false,
            },
          ],
    ),
  );
  const laid = laidTable(placed, rows.length, budget);
  const { firstRow, firstCol } = childOf(table, 'a:tblPr')?.attributes ?? {};
  return {
    rows: rows
      .map((cells) =>
        cells
          .filter(({ cell }) => !isCovered(cell))
          .map(({ lines }) => lines.join(' '))
          .filter(Boolean)
          .join('\t')
          .trim(),
      )
      .filter(Boolean),
    table: laid && tableWithHeads(laid, { rows: isOn(firstRow) ? 1 : 0, column: isOn(firstCol) }),
  };
};

const spanOf = (written = '1'): number => {
  const span = Number(written);
  return Number.isInteger(span) && span > 1 ? Math.min(span, mostColumns) : 1;
};

const paragraphsIn = (element: XmlElement, unseen: ReadonlySet<XmlElement> = new Set()): string[] =>
  [...descendantsOf(element)]
    .filter((one) => one.name === 'a:p' && !unseen.has(one))
    .map((paragraph) => paragraphText(paragraph, unseen).replaceAll('\n', ' ').trim())
    .filter(Boolean);
