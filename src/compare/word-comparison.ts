import {
  Packer,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Document as WordDocument,
} from 'docx';
import { holdableInXml } from '../formats/xml-text.ts';
import {
  font,
  footer,
  hairlines,
  link,
  paper,
  quiet,
  size,
  titleLine,
} from '../reading-list/word-parts.ts';
import { type CellLine, cellLines } from './cell-lines.ts';
import type { Comparison } from './comparison-table.ts';
import { compareWords as words } from './words.ts';

/** What stands around the table of a comparison on paper. */
export type ComparisonFacts = {
  title: string;
  lead: string;
  comparison: Comparison;
  disclaimers: readonly string[];
  /** Of the comparison itself, in full. */
  address: string;
  /** What is said of the site and the day. */
  origin: string;
};

const margin = 720;
const width = paper.height - 2 * margin;
const headWidth = 1100;

/**
 * Makes the comparison as a Word file: a table on A4 lying down, with the sources' addresses. Rows may grow over a page, and
 * the names of the columns are repeated on each.
 */
export async function wordComparison(facts: ComparisonFacts): Promise<Blob> {
  const { comparison, disclaimers } = facts;
  const title = holdableInXml(facts.title);
  const document = new WordDocument({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font, size: size.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...paper, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: margin,
              right: margin,
              bottom: margin,
              left: margin,
              header: 400,
              footer: 400,
            },
          },
        },
        footers: { default: footer() },
        children: [
          titleLine(title),
          text([quiet(facts.lead)], 80),
          tableOf(comparison),
          ...[comparison.absent, ...disclaimers].filter(Boolean).map((one) => text([quiet(one)])),
          text([quiet(facts.origin)]),
          text([link(facts.address, facts.address, { size: size.small })]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const text = (children: ParagraphChild[], after = 0): Paragraph =>
  new Paragraph({ children, spacing: { before: 20, after } });

const bold = (words: string): Paragraph =>
  text([new TextRun({ text: holdableInXml(words), bold: true })]);

function tableOf({ columns, rows }: Comparison): Table {
  const each = Math.floor((width - headWidth) / Math.max(1, columns.length));
  const widths = [headWidth, ...columns.map(() => each)];
  const cell = (place: number, children: Paragraph[], fill?: string) =>
    new TableCell({
      width: { size: widths[place] ?? each, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 120 },
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      children,
    });
  const head = columns.map(({ address, read }, place) =>
    cell(
      place + 1,
      [
        bold(read.owner),
        ...[read.ownerKind, read.notice].filter(Boolean).map((one) => text([quiet(one)])),
        text([link(holdableInXml(read.title), address, {})]),
      ],
      'EDEFF2',
    ),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: headWidth + each * columns.length, type: WidthType.DXA },
    columnWidths: widths,
    borders: hairlines,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [cell(0, [text([quiet(words.heading)])], 'EDEFF2'), ...head],
      }),
      ...rows.map(
        ({ label, cells }) =>
          new TableRow({
            children: [
              cell(0, [bold(label)]),
              ...cells.map((one, place) =>
                cell(
                  place + 1,
                  typeof one === 'string'
                    ? [text([quiet(one)])]
                    : cellLines(one).map((line) => paragraphOf(line, label === words.source)),
                ),
              ),
            ],
          }),
      ),
    ],
  });
}

/** A source's address stands in full: the paper has nothing to click. */
const paragraphOf = ({ mark, runs }: CellLine, isSource: boolean): Paragraph =>
  new Paragraph({
    spacing: { before: 20, after: 0 },
    ...(mark ? { indent: { left: 260, hanging: 260 } } : {}),
    children: [
      ...(mark ? [new TextRun(mark)] : []),
      ...runs.flatMap(({ text: said, address }) => {
        const told = holdableInXml(said);
        if (!address) return [new TextRun(told)];
        return [
          link(told, address, {}),
          ...(isSource && /^https?:/.test(address) ? [quiet(` ${holdableInXml(address)}`)] : []),
        ];
      }),
    ],
  });
