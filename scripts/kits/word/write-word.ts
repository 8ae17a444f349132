import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Column, FieldRow, WordDocument } from '../kit-model.ts';
import { settledPackage } from '../office-package.ts';
import { ownWords } from '../own-words.ts';
import type { Provenance } from '../provenance.ts';

/**
 * Writes a document of a kit as an editable Word file for A4: what is to be used first, what is to be known about it on
 * a last page of its own, which is taken out before use.
 */
export const writeWord = async (
  document: WordDocument,
  provenance: Provenance,
): Promise<Uint8Array> => {
  const bytes = await Packer.pack(
    new Document({
      title: document.title,
      styles: document.language === 'en' ? englishStyles : styles,
      numbering,
      compatabilityModeVersion: 15,
      sections: [
        {
          properties: { page },
          headers: { default: new Header({ children: [marked(provenance)] }) },
          footers: { default: new Footer({ children: [pageNumber] }) },
          children: [
            ...new Numbered().written(document.blocks),
            ...aboutPage(document, provenance),
          ],
        },
      ],
    }),
    'uint8array',
  );
  return settledPackage(bytes, {
    title: document.title,
    subject: ownWords.mark(provenance),
    moment: provenance.moment,
  });
};

const twipsPerMillimetre = 1440 / 25.4;
const millimetres = (count: number): number => Math.round(count * twipsPerMillimetre);

const textWidth = 170;
const labelWidth = 40;
const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(16),
    left: millimetres(20),
    right: millimetres(20),
    header: millimetres(10),
    footer: millimetres(8),
  },
};

/** Fonts of Windows and of Word for the Mac, by the names under which Word knows them. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const mincho = face('游明朝');
const gothic = face('游ゴシック');
/** Set exactly, because Yu fonts otherwise stand twice as far apart in Word as elsewhere. */
const lines = (points: number, before = 0, after = 0) => ({
  line: points * 20,
  lineRule: LineRuleType.EXACT,
  before: before * 20,
  after: after * 20,
});

const styles = {
  default: {
    document: {
      run: { font: mincho, size: 21, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
      paragraph: { spacing: lines(16) },
    },
    title: {
      run: { font: gothic, size: 30, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: lines(22, 2, 8) },
    },
    heading1: {
      run: { font: gothic, size: 22, bold: true, color: '000000' },
      paragraph: { keepNext: true, spacing: lines(16, 7, 3) },
    },
    heading2: {
      run: { font: gothic, size: 21, bold: true, color: '000000' },
      paragraph: { keepNext: true, spacing: lines(16, 8, 3) },
    },
    listParagraph: { run: { font: mincho, size: 21 } },
  },
};

/** Words of a text in Japanese may break anywhere, and those of an English one would with it. */
const englishStyles = {
  ...styles,
  default: {
    ...styles.default,
    document: {
      ...styles.default.document,
      run: {
        font: { ...mincho, ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
        size: 21,
        language: { value: 'en-GB', eastAsia: 'ja-JP' },
      },
    },
  },
};

const listLevel = (reference: string, format: 'bullet' | 'decimal', text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text,
      alignment: AlignmentType.LEFT,
      style: {
        run: { font: mincho },
        paragraph: { indent: { left: millimetres(6), hanging: millimetres(6) } },
      },
    },
  ],
});
const numbering = {
  config: [listLevel('list', 'bullet', '・'), listLevel('steps', 'decimal', '%1.')],
};

const marked = (provenance: Provenance): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: lines(12),
    children: [
      new TextRun({ text: ownWords.mark(provenance), font: gothic, size: 16, color: '595959' }),
    ],
  });

const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  spacing: lines(12),
  children: [
    new TextRun({
      children: [PageNumber.CURRENT, '／', PageNumber.TOTAL_PAGES],
      font: gothic,
      size: 16,
    }),
  ],
});

type TextLook = { size?: number; bold?: boolean; font?: typeof mincho };

/** Text with its boxes to tick. */
const runs = (text: string, look: TextLook = {}): ParagraphChild[] =>
  text
    .split(/(□)/)
    .filter((part) => part !== '')
    .map((part) => (part === '□' ? new CheckBox() : new TextRun({ text: part, ...look })));

const paragraphs = (
  text: string,
  options: { align?: 'right' | 'center'; look?: TextLook; points?: number; after?: number } = {},
): Paragraph[] =>
  text.split('\n').map(
    (one, place, all) =>
      new Paragraph({
        ...(options.align ? { alignment: alignments[options.align] } : {}),
        spacing: lines(options.points ?? 16, 0, place === all.length - 1 ? options.after : 0),
        children: runs(one, options.look),
      }),
  );
const alignments = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER };

/** Writes blocks one after the other; each numbered list begins at one. */
class Numbered {
  #lists = 0;

  written(blocks: readonly Block[]): (Paragraph | Table)[] {
    return blocks.flatMap((block, place) => [
      ...this.#block(block),
      // Word wants a paragraph between two tables; after the last it could begin a page of its own.
      ...(isTable(block) && place < blocks.length - 1 ? [gap()] : []),
    ]);
  }

  #block(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'title':
        return [new Paragraph({ heading: HeadingLevel.TITLE, text: block.text })];
      case 'heading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text })];
      case 'text':
        return paragraphs(block.text, {
          after: 5,
          ...(block.align ? { align: block.align } : {}),
        });
      case 'small':
        return paragraphs(block.text, { look: { size: 18 }, points: 14, after: 3 });
      case 'list':
        return block.items.map((item) => listItem(item, 'list', 0));
      case 'steps': {
        this.#lists += 1;
        return block.items.map((item) => listItem(item, 'steps', this.#lists));
      }
      case 'fields':
        return [fieldTable(block.rows)];
      case 'table':
        return [columnTable(block.columns, block.rows, block.blanks ?? 0)];
      case 'page':
        return [new Paragraph({ pageBreakBefore: true, spacing: lines(1) })];
    }
  }
}

const listItem = (text: string, reference: string, instance: number): Paragraph =>
  new Paragraph({
    numbering: { reference, level: 0, instance, custom: true },
    spacing: lines(16, 0, 2),
    children: runs(text),
  });

const isTable = ({ kind }: Block): boolean => kind === 'fields' || kind === 'table';

/** A paragraph that takes little room. */
const gap = (): Paragraph => new Paragraph({ spacing: lines(5) });

const rule = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' };
const rules = { top: rule, bottom: rule, left: rule, right: rule };
const cellMargins = {
  marginUnitType: WidthType.DXA,
  top: 40,
  bottom: 40,
  left: millimetres(2),
  right: millimetres(2),
};
type CellLook = { points: number; label: number; text: number };
const usual: CellLook = { points: 14, label: 18, text: 19 };
/** On the last page, which nobody writes on. */
const compact: CellLook = { points: 13, label: 17, text: 17 };
/** How the last page is set, so that it stays one page. */
const aboutLooks = {
  usual: { text: { look: { size: 19 }, points: 15 }, source: { look: { size: 17 }, points: 12.5 } },
  dense: { text: { look: { size: 17 }, points: 13 }, source: { look: { size: 16 }, points: 11 } },
};
const manySources = 12;

const cell = (text: string, width: number, isLabel: boolean, look = usual): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: rules,
    margins: cellMargins,
    verticalAlign: isLabel || !text.includes('\n') ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(isLabel ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } } : {}),
    children: paragraphs(text, {
      points: look.points,
      ...(/^[□\n]+$/.test(text) ? { align: 'center' } : {}),
      look: isLabel ? { size: look.label, font: gothic } : { size: look.text },
    }),
  });

const table = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows,
  });

const room = (count: number, { points } = usual) => ({
  value: Math.round(count * points * 20) + cellMargins.top + cellMargins.bottom,
  rule: HeightRule.ATLEAST,
});

const fieldTable = (rows: readonly FieldRow[]): Table => {
  const widths = [millimetres(labelWidth), millimetres(textWidth - labelWidth)] as const;
  return table(
    widths,
    rows.map(
      ({ label, value = '', lines: count = 1.25 }) =>
        new TableRow({
          cantSplit: true,
          height: room(count),
          children: [cell(label, widths[0], true), cell(value, widths[1], false)],
        }),
    ),
  );
};

const columnTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  blanks: number,
  look = usual,
): Table => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((millimetres(textWidth) * share) / whole));
  const empty = Array.from({ length: blanks }, () => columns.map(() => ''));
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      height: room(isHead || look === compact ? 1 : 1.25, look),
      children: widths.map((width, place) => cell(texts[place] ?? '', width, isHead, look)),
    });
  return table(widths, [
    row(
      columns.map(({ head }) => head),
      true,
    ),
    ...[...rows, ...empty].map((texts) => row(texts, false)),
  ]);
};

const aboutPage = (
  { replace, from, cautions = [] }: WordDocument,
  provenance: Provenance,
): (Paragraph | Table)[] => {
  const looks = from.length < manySources ? aboutLooks.usual : aboutLooks.dense;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: ownWords.about, pageBreakBefore: true }),
    ...paragraphs(
      [ownWords.whose(provenance), ownWords.beforeUseWord, ...cautions, ownWords.disclaimer].join(
        '\n',
      ),
      { ...looks.text, after: 4 },
    ),
    ...(replace.length > 0
      ? [
          smallHeading(ownWords.replace),
          columnTable(
            [
              { head: ownWords.replace, share: 30 },
              { head: ownWords.how, share: 70 },
            ],
            replace.map(({ mark, how }) => [mark, how]),
            0,
            compact,
          ),
        ]
      : []),
    ...paragraphs(`\n${ownWords.whereMore(provenance)}`, looks.text),
    ...(from.length > 0
      ? [
          smallHeading(ownWords.sources),
          ...provenance.sources.flatMap(({ title, owner, address }) =>
            paragraphs(`・${title}（${owner}）\n　${address}`, looks.source),
          ),
          ...paragraphs(ownWords.addressNote, looks.text),
        ]
      : []),
    smallHeading(ownWords.terms),
    ...paragraphs(ownWords.licence, looks.text),
  ];
};

const smallHeading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, text });
