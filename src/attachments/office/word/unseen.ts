import { isHiddenShape } from '../hidden-shape.ts';
import { childOf, childrenOf, switchOf, valOf, type XmlElement } from '../xml-tree.ts';
import { lookOf, type Styles } from './styles.ts';
import { visibleText } from './visible-text.ts';

/** What of a part of a Word file its reader does not see, beside what is in elements for deleted text. */
export type Unseen = {
  /** Runs, rows, shapes and words, each with all that is in it. */
  elements: ReadonlySet<XmlElement>;
  /** Those of them that somebody hid, and that hold something. */
  hidden: ReadonlySet<XmlElement>;
};

type Around = {
  /** Whether the styles of the paragraph, of the table or of the document hide text. */
  hidesText: { paragraph: boolean; table: boolean; document: boolean };
  deleted: boolean;
  /** Whether it lies in something that is not shown. */
  unseen: boolean;
};

/** Finds what is not shown in a part: the document, its notes, a header or a footer. */
export const unseenIn = (part: XmlElement, styles: Styles): Unseen => {
  const elements = new Set<XmlElement>();
  const hidden = new Set<XmlElement>();
  /** Fields that are open: whether what comes next is their code, which only Word reads. */
  const fields: { isCode: boolean }[] = [];
  const visit = (element: XmlElement, around: Around): void => {
    if (isHidden(element, around, styles)) {
      elements.add(element);
      if (holdsSomething(element)) hidden.add(element);
    }
    // A paragraph is also looked at by itself, without what it lies in.
    if (isDeletedCell(element) || (element.name === 'w:p' && around.unseen)) elements.add(element);
    if (element.name === 'w:fldChar' && !around.deleted) follow(element, fields);
    if (shown.has(element.name) && fields.some(({ isCode }) => isCode)) elements.add(element);
    const within: Around = {
      hidesText: hiding(element, around, styles),
      deleted: around.deleted || element.name === 'w:del' || element.name === 'w:moveFrom',
      unseen: around.unseen || elements.has(element) || element.name === 'w:del',
    };
    for (const child of childrenOf(element)) visit(child, within);
  };
  visit(part, {
    hidesText: {
      paragraph: styles.paragraph(null).look.hidden === true,
      table: false,
      document: styles.defaults.hidden === true,
    },
    deleted: false,
    unseen: false,
  });
  return { elements, hidden };
};

/** What a reader sees of a run, but not where it stands in the code of a field. */
const shown = new Set(['w:t', 'w:tab', 'w:br', 'w:sym', 'w:drawing', 'w:pict', 'w:object']);

const follow = (mark: XmlElement, fields: { isCode: boolean }[]): void => {
  const type = mark.attributes['w:fldCharType'];
  const innermost = fields.at(-1);
  if (type === 'begin') fields.push({ isCode: true });
  else if (type === 'separate' && innermost) innermost.isCode = false;
  else if (type === 'end') fields.pop();
};

const isHidden = (element: XmlElement, around: Around, styles: Styles): boolean => {
  if (element.name === 'w:r') return isHiddenRun(element, around, styles);
  if (element.name === 'w:tr') return switchOf(childOf(element, 'w:trPr'), 'w:hidden') === true;
  return /^(?:wp|wpg|wps|pic|v):/.test(element.name) && isHiddenShape(element);
};

const hiding = (
  element: XmlElement,
  { hidesText }: Around,
  styles: Styles,
): Around['hidesText'] => {
  if (element.name === 'w:p') {
    const style = styles.paragraph(valOf(element, 'w:pPr', 'w:pStyle'));
    return { ...hidesText, paragraph: style.look.hidden === true };
  }
  if (element.name !== 'w:tbl') return hidesText;
  const style = styles.table(valOf(element, 'w:tblPr', 'w:tblStyle'));
  return { ...hidesText, table: style.look.hidden === true };
};

/**
 * Each kind of style can hide text, and none of them shows what another hides: only the run itself can (ECMA-376
 * part 1, section 17.7.3 on toggle properties).
 */
const isHiddenRun = (run: XmlElement, { hidesText }: Around, styles: Styles): boolean => {
  const properties = childOf(run, 'w:rPr');
  const direct = lookOf(properties).hidden;
  if (direct !== null) return direct;
  const style = styles.character(valOf(properties, 'w:rStyle'));
  return style.look.hidden === true || hidesText.paragraph || hidesText.table || hidesText.document;
};

/** A hidden mark of a paragraph or of an index holds no words. */
const holdsSomething = (element: XmlElement): boolean =>
  element.name !== 'w:r' || visibleText(element) !== '' || childrenOf(element).some(isPicture);

const isPicture = ({ name }: XmlElement): boolean =>
  name === 'w:drawing' || name === 'w:pict' || name === 'w:object';

/** A row or a cell that is deleted once the tracked changes are accepted. */
const isDeletedCell = (element: XmlElement): boolean =>
  (element.name === 'w:tr' && childOf(element, 'w:trPr', 'w:del') !== null) ||
  (element.name === 'w:tc' && childOf(element, 'w:tcPr', 'w:cellDel') !== null);
