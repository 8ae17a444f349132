import type { OutlineItem, PageText } from '../../reading.ts';
import type { Carried } from '../carried.ts';
import { pageText } from '../clean-text.ts';
import { drawingText } from '../drawing-text.ts';
import type { Findings } from '../findings.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { type Relationships, relationshipsOf } from '../relationships.ts';
import { type CellBudget, newCellBudget } from '../tables/laid-table.ts';
import { blocksOf, linesOf } from '../tables/pieces.ts';
import { childOf, childrenOf, descendantsOf, make, type XmlElement } from '../xml-tree.ts';
import { createSheetFinder, type SheetFinder } from './seen/sheets.ts';
import { type SlideSize, type UnseenFinding, unseenOnSlide } from './seen/unseen-on-slide.ts';
import { hasUnshownWords } from './unshown-masters.ts';

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
  const gathered: Gathered = {
    carried,
    findings,
    budget: newCellBudget(),
    size: sizeOfSlides(presentation),
    sheetsOf: createSheetFinder(officePackage, childOf(presentation, 'p:defaultTextStyle')),
    unseen: [],
  };
  const pages = paths.flatMap((path, at) => {
    const slide = path === undefined ? null : officePackage.xml(path);
    if (path === undefined || !slide) throw new UnreadablePackage('damaged');
    return readSlide(officePackage, { path, slide, number: at + 1 }, gathered);
  });
  const seen = pages.map(({ text }) => withoutSpaces(text));
  for (const found of gathered.unseen) {
    if (!isSeenElsewhere(found, seen)) findings.add(found.kind, found.place);
  }
  const slides = paths.filter((path) => path !== undefined);
  if (hasUnshownWords(officePackage, slides)) findings.add('hidden-text', unshownWords);
  findLeftBehind(officePackage, paths, findings);
  return {
    pages: pages.filter(({ text }) => text !== ''),
    outline: pages.flatMap(({ label, number }) =>
      label ? [{ title: label, level: 1, page: number }] : [],
    ),
    pageCount: pages.length,
  };
};

const unshownWords = 'スライドマスターやレイアウトの、どのスライドにも出ない文字';

type Gathered = {
  carried: Carried;
  findings: Findings;
  budget: CellBudget;
  size: SlideSize;
  sheetsOf: SheetFinder;
  /** What isn't seen on its slide, to be judged once all are read. */
  unseen: UnseenFinding[];
};
type Slide = { path: string; slide: XmlElement; number: number };

/** @returns nothing for a slide that is skipped in a show */
const readSlide = (
  officePackage: OfficePackage,
  { path, slide, number }: Slide,
  { carried, findings, budget, size, sheetsOf, unseen }: Gathered,
): PageText[] => {
  const place = `スライド${number}`;
  const relationships = relationshipsOf(officePackage, path);
  for (const kind of carried.byAll(path)) findings.add(kind, place);
  findRemarks(officePackage, relationships, place, findings);
  if ([...descendantsOf(slide)].some(startsProgram)) findings.add('script', place);
  const isHidden = /^(?:0|false)$/.test(slide.attributes['show'] ?? '');
  if (isHidden) findings.add('hidden-slides', place);
  const shapes = childrenOf(childOf(slide, 'p:cSld', 'p:spTree')).filter(
    (shape) => placeholderOf(shape) !== 'sldNum',
  );
  const { elements, found } = unseenOnSlide(officePackage, sheetsOf(path, slide), size, place);
  unseen.push(...found);
  const read = (some: readonly XmlElement[]) =>
    drawingText(officePackage, path, make('p:spTree', {}, some), budget, elements);
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

/** Without a size of its own, a presentation is as wide as that of 1990: 10 by 7.5 inches (in EMU). */
const usualSize: SlideSize = { width: 9_144_000, height: 6_858_000 };

const sizeOfSlides = (presentation: XmlElement | null): SlideSize => {
  const { cx, cy } = childOf(presentation, 'p:sldSz')?.attributes ?? {};
  const size = { width: Number(cx), height: Number(cy) };
  return size.width > 0 && size.height > 0 ? size : usualSize;
};

/**
 * Slides that build on each other cover what the one before showed, or let it move in from beside (変形): what is read
 * on another one is nobody's secret.
 */
const isSeenElsewhere = ({ words }: UnseenFinding, seen: readonly string[]): boolean =>
  words.length > 0 &&
  words.every((line) => seen.some((text) => text.includes(withoutSpaces(line))));

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** A click, or a pointer that comes near, may start a program or a macro. */
const startsProgram = ({ name, attributes }: XmlElement): boolean =>
  /^a:hlink(?:Click|Hover|MouseOver)$/.test(name) &&
  /^ppaction:\/\/(?:program|macro)/i.test(attributes['action'] ?? '');

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
    const isSlide =
      /^ppt\/slides\/[^/]+\.xml$/i.test(name) ||
      /\.presentationml\.slide\+xml$/i.test(officePackage.contentType(name));
    if (isSlide && !listed.has(name.toLowerCase())) {
      findings.add('earlier-content', '一覧にないスライド');
    }
    const isComments = /^ppt\/comments\/[^/]+\.xml$/i.test(name);
    if (isComments && !findings.has('comments') && childrenOf(officePackage.xml(name)).length > 0) {
      findings.add('comments');
    }
  }
};
