import type { OutlineItem, PageText } from '../../reading.ts';
import type { Carried } from '../carried.ts';
import { pageText } from '../clean-text.ts';
import { drawingText } from '../drawing-text.ts';
import type { Findings } from '../findings.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { type Relationships, relationshipsOf } from '../relationships.ts';
import { type CellBudget, newCellBudget } from '../tables/laid-table.ts';
import { blocksOf, linesOf } from '../tables/pieces.ts';
import { childOf, childrenOf, make, type XmlElement } from '../xml-tree.ts';

/**
 * Reads the slides that are shown, in their order.
 * @throws {UnreadablePackage} where a part is broken or missing
 */
export const readPresentation = (
  officePackage: OfficePackage,
  carried: Carried,
  findings: Findings,
): { pages: PageText[]; outline: OutlineItem[]; pageCount: number } => {
  const presentation = officePackage.xml(officePackage.mainPath);
  const relationships = relationshipsOf(officePackage, officePackage.mainPath);
  const paths = childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId').map(
    ({ attributes }) => relationships.get(attributes['r:id'] ?? '')?.target,
  );
  const budget = newCellBudget();
  const pages = paths.flatMap((path, at) => {
    const slide = path === undefined ? null : officePackage.xml(path);
    if (path === undefined || !slide) throw new UnreadablePackage('damaged');
    const gathered = { carried, findings, budget };
    return readSlide(officePackage, { path, slide, number: at + 1 }, gathered);
  });
  findLeftBehind(officePackage, paths, findings);
  return {
    pages: pages.filter(({ text }) => text !== ''),
    outline: pages.flatMap(({ label, number }) =>
      label ? [{ title: label, level: 1, page: number }] : [],
    ),
    pageCount: pages.length,
  };
};

type Gathered = { carried: Carried; findings: Findings; budget: CellBudget };
type Slide = { path: string; slide: XmlElement; number: number };

/** @returns nothing for a slide that is skipped in a show */
const readSlide = (
  officePackage: OfficePackage,
  { path, slide, number }: Slide,
  { carried, findings, budget }: Gathered,
): PageText[] => {
  const place = `スライド${number}`;
  const relationships = relationshipsOf(officePackage, path);
  for (const kind of carried.byAll(path)) findings.add(kind, place);
  findRemarks(officePackage, relationships, place, findings);
  const isHidden = /^(?:0|false)$/.test(slide.attributes['show'] ?? '');
  if (isHidden) findings.add('hidden-slides', place);
  const shapes = childrenOf(childOf(slide, 'p:cSld', 'p:spTree')).filter(
    (shape) => placeholderOf(shape) !== 'sldNum',
  );
  const read = (some: readonly XmlElement[]) =>
    drawingText(officePackage, path, make('p:spTree', {}, some), budget);
  const title = read(shapes.filter(isTitle));
  const body = read(shapes.filter((shape) => !isTitle(shape)));
  if (title.hasHidden || body.hasHidden) findings.add('hidden-text', place);
  if (isHidden) return [];
  const pieces = [...title.pieces, ...body.pieces];
  return [
    {
      number,
      label: pageText(linesOf(title.pieces)).replaceAll('\n', ' '),
      text: pageText(linesOf(pieces)),
      ...blocksOf(pieces),
    },
  ];
};

/** What a shape holds the place of: `title`, `body`, `sldNum`; null where it stands for itself. */
const placeholderOf = (shape: XmlElement): string | null => {
  const placeholder = childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
  return placeholder ? (placeholder.attributes['type'] ?? 'obj') : null;
};

const isTitle = (shape: XmlElement): boolean =>
  ['title', 'ctrTitle'].includes(placeholderOf(shape) ?? '');

/** Notes of the speaker, and comments of both kinds. */
const findRemarks = (
  officePackage: OfficePackage,
  relationships: Relationships,
  place: string,
  findings: Findings,
): void => {
  for (const { type, target, external } of relationships.values()) {
    if (external) continue;
    if (type === 'comments' && childrenOf(officePackage.xml(target)).length > 0) {
      findings.add('comments', place);
    }
    if (type === 'notesSlide' && notesIn(officePackage, target).length > 0) {
      findings.add('notes', place);
    }
  }
};

/** What stands on every page of notes by itself. */
const partsOfNotesPages = ['sldImg', 'sldNum', 'hdr', 'ftr', 'dt'];

const notesIn = (officePackage: OfficePackage, path: string): unknown[] => {
  const shapes = childrenOf(childOf(officePackage.xml(path), 'p:cSld', 'p:spTree')).filter(
    (shape) => !partsOfNotesPages.includes(placeholderOf(shape) ?? ''),
  );
  return drawingText(officePackage, path, make('p:spTree', {}, shapes)).pieces;
};

/** Slides and comments that the presentation no longer lists, and that are still in the file. */
const findLeftBehind = (
  officePackage: OfficePackage,
  paths: readonly (string | undefined)[],
  findings: Findings,
): void => {
  const listed = new Set(paths.map((path) => path?.toLowerCase()));
  for (const name of officePackage.names) {
    if (/^ppt\/slides\/[^/]+\.xml$/i.test(name) && !listed.has(name.toLowerCase())) {
      findings.add('hidden-slides', '一覧にないスライド');
    }
    const isComments = /^ppt\/comments\/[^/]+\.xml$/i.test(name);
    if (isComments && !findings.has('comments') && childrenOf(officePackage.xml(name)).length > 0) {
      findings.add('comments');
    }
  }
};
