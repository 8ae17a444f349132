import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Footer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';

/** Twentieths of a point, as Word measures: A4, upright. */
export const paper = { width: 11906, height: 16838 };
/** Heights of lines in twentieths, and sizes of letters in halves of a point. */
export const lineHeight = { title: 460, text: 220, small: 190 };
export const size = { title: 30, text: 17, small: 15 };
export const font = { ascii: 'Yu Gothic', eastAsia: '游ゴシック', hAnsi: 'Yu Gothic' };
export const grey = '595959';

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Lines between the rows of a table, and none between its columns. */
export const hairlines = {
  top: hairline,
  bottom: hairline,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: none,
};

/** Small and grey: what is said beside the matter. */
export const quiet = (text: string): TextRun =>
  new TextRun({ text, size: size.small, color: grey });

/** A paragraph of one line of a fixed height, whatever the font. */
export const line = (
  children: ParagraphChild[],
  spacing: { before?: number; after?: number; line?: number } = {},
): Paragraph =>
  new Paragraph({
    children,
    spacing: { before: 0, after: 0, line: lineHeight.text, lineRule: 'exact', ...spacing },
  });

/** The title of a document. */
export const titleLine = (title: string): Paragraph =>
  new Paragraph({
    heading: 'Title',
    spacing: { after: 60, line: lineHeight.title, lineRule: 'exact' },
    children: [new TextRun({ text: title, bold: true, size: size.title })],
  });

/** A link in its usual look, which a printer keeps. */
export const link = (text: string, address: string, look: { bold?: boolean; size?: number }) =>
  new ExternalHyperlink({
    link: address,
    children: [new TextRun({ text, color: '0B5394', underline: {}, ...look })],
  });

/** The number of the page and of all. */
export const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            size: size.small,
            color: grey,
          }),
        ],
      }),
    ],
  });
