import {
  Document,
  HeightRule,
  Packer,
  type Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { holdableInXml } from '../formats/xml-text.ts';
import type { KeptItem } from './kept-item.ts';
import { type ReportLine, reportLines } from './report-lines.ts';
import {
  font,
  footer,
  hairlines,
  line,
  lineHeight,
  link,
  paper,
  quiet,
  size,
  titleLine,
} from './word-parts.ts';
import { readingListWords as words } from './words.ts';

/** What stands in a report. */
export type ReportFacts = {
  title: string;
  items: readonly KeptItem[];
  /** The name of the site, for the line that says where this comes from. */
  site: string;
  /** The day on which it is made, as it is shown. */
  day: string;
  /** An address of the site in full, for somebody who has the paper only. */
  absolute(address: string): string;
};

/** Twentieths of a point, as Word measures. */
const page = { ...paper, margin: 1020 };
/** The columns, over the width between the margins. */
const columns = [450, 4700, 1400, 1250, 2066];
/**
 * Lines and rows have fixed heights, whatever the fonts of the computer that opens it ask for, so that the report never
 * grows over two pages: two lines of title and two of summary, or three of source.
 */
const rowHeight = { withSummary: 880, plain: 640 };
/**
 * Makes the report for somebody who decides: A4, at most two pages, one item a line with its source and date.
 * @returns the bytes of a Word file
 */
export async function wordReport({
  title: wantedTitle,
  items,
  site,
  day,
  absolute,
}: ReportFacts): Promise<Blob> {
  const title = holdableInXml(wantedTitle);
  const { lines, left } = reportLines(items, absolute);
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font, size: size.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              right: page.margin,
              bottom: page.margin,
              left: page.margin,
              header: 400,
              footer: 400,
            },
          },
        },
        footers: { default: footer() },
        children: [
          titleLine(title),
          line([quiet(`${words.from(site, day)}　${words.count(items.length)}`)], { after: 120 }),
          table(lines),
          ...(left > 0 ? [line([new TextRun(words.more(left))], { before: 80 })] : []),
          line([new TextRun({ text: words.absent, bold: true })], { before: 80 }),
          line([quiet(words.limits)]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const smallLine = (child: ParagraphChild): Paragraph => line([child], { line: lineHeight.small });

const table = (lines: readonly ReportLine[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: hairlines,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: Object.values(words.columns).map(
          (name, index) =>
            new TableCell({
              width: { size: columns[index] ?? 0, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, fill: 'EDEFF2', color: 'auto' },
              margins: cellMargins,
              children: [line([new TextRun({ text: name, bold: true, size: size.small })])],
            }),
        ),
      }),
      ...lines.map(row),
    ],
  });

const cellMargins = { top: 40, bottom: 20, left: 70, right: 70 };

const row = (
  { title, address, summary, owner, when, source, sourceUrl }: ReportLine,
  index: number,
): TableRow => {
  const cells: Paragraph[][] = [
    [line([new TextRun(String(index + 1))])],
    [
      line([link(title, address, { bold: true })]),
      ...(summary ? [smallLine(new TextRun({ text: summary, size: size.small }))] : []),
    ],
    [smallLine(new TextRun({ text: owner, size: size.small }))],
    [smallLine(new TextRun({ text: when, size: size.small }))],
    [
      smallLine(
        sourceUrl
          ? link(source, sourceUrl, { size: size.small })
          : new TextRun({ text: source || words.ownText, size: size.small }),
      ),
    ],
  ];
  return new TableRow({
    cantSplit: true,
    height: {
      value: summary ? rowHeight.withSummary : rowHeight.plain,
      rule: HeightRule.EXACT,
    },
    children: cells.map(
      (children, cell) =>
        new TableCell({
          width: { size: columns[cell] ?? 0, type: WidthType.DXA },
          margins: cellMargins,
          verticalAlign: VerticalAlignTable.TOP,
          children,
        }),
    ),
  });
};
