import { beginning } from '../../../src/attachments/office/beginning.ts';
import { drawingText } from '../../../src/attachments/office/drawing-text.ts';
import { isHiddenShape } from '../../../src/attachments/office/hidden-shape.ts';
import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import {
  type Relationships,
  relationshipsOf,
} from '../../../src/attachments/office/relationships.ts';
import { shownForm } from '../../../src/attachments/office/shown-form.ts';
import { linesOf } from '../../../src/attachments/office/tables/pieces.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  make,
  type XmlElement,
} from '../../../src/attachments/office/xml-tree.ts';
import type { Picture } from '../word/picture-file.ts';
import { pictureOf } from '../word/pictures.ts';
import type { Losses } from '../word/sentences.ts';
import type { ParagraphFacts, WordCell, WordNode } from '../word/word-tree.ts';
import { type Bullet, bulletsOf } from './bullets.ts';
import { paragraphNodes, plainText, wordsOfParagraphs } from './slide-words.ts';
import { typedTitle } from './typed-title.ts';

/** What is known and gathered while slides are read. */
export type SlideReading = {
  readonly office: OfficePackage;
  readonly losses: Losses;
  /** By the number that stands in the place of a paragraph's style. */
  readonly paragraphs: ParagraphFacts[];
  /** By the number that stands in the place of a picture's alternative text. */
  readonly pictures: Picture[];
};

/** Begins with nothing. */
export const createSlideReading = (office: OfficePackage, losses: Losses): SlideReading => ({
  office: withKeptXml(office),
  losses,
  paragraphs: [],
  pictures: [],
});

/** Each slide asks for its layout and its master again. */
const withKeptXml = (office: OfficePackage): OfficePackage => {
  const kept = new Map<string, XmlElement | null>();
  const xml = (path: string): XmlElement | null => {
    const known = kept.get(path) ?? office.xml(path);
    kept.set(path, known);
    return known;
  };
  return { ...office, xml };
};

type Slide = SlideReading & {
  path: string;
  relationships: Relationships;
  /** 「スライド3」 */
  place: string;
  number: number;
  /** The lists of a slide, each with a name of its own. */
  lists: { count: number };
};

/**
 * Reads one slide: its title, then what lies on it in the order in which it is read aloud.
 * @param number from 1
 * @param rank of its title among the headings, 0 for the highest
 */
export const readSlide = (
  path: string,
  number: number,
  rank: number,
  reading: SlideReading,
): WordNode[] => {
  const relationships = relationshipsOf(reading.office, path);
  const place = `スライド${number}`;
  const slide: Slide = { ...reading, path, relationships, place, number, lists: { count: 0 } };
  const shapes = childrenOf(childOf(reading.office.xml(path), 'p:cSld', 'p:spTree'));
  const wordsOf = (titles: readonly XmlElement[]) =>
    wordsOfParagraphs(
      titles.flatMap((shape) => childrenOf(childOf(shape, 'p:txBody'), 'a:p')),
      relationships,
    );
  const named = shapes.filter(isTitle);
  const typed = wordsOf(named).length > 0 ? null : typedTitle(shapes);
  const titles = typed ? [typed] : named;
  const others = shapes.filter((shape) => !titles.includes(shape));
  const heading = wordsOf(titles);
  if (typed) slide.losses.add('headingGuessed', beginning(plainText(heading)));
  const facts: ParagraphFacts = { role: 'text', level: rank, place: null, aligned: 'start' };
  const title = heading.length === 0 ? [] : [paragraph(facts, heading, slide)];
  return [...title, ...others.flatMap((shape) => readShape(shape, slide))];
};

/** What a shape holds the place of: `title`, `body`, `sldNum`; null where it stands for itself. */
const placeholderOf = (shape: XmlElement): XmlElement | null =>
  childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');

const isTitle = (shape: XmlElement): boolean =>
  /^(?:title|ctrTitle)$/.test(placeholderOf(shape)?.attributes['type'] ?? '');

/** What stands on every slide by itself. */
const partsOfSlides = new Set(['sldNum', 'ftr', 'dt', 'hdr', 'sldImg']);

const readShape = (shape: XmlElement, slide: Slide): WordNode[] => {
  if (isHiddenShape(shape)) return [];
  switch (shape.name) {
    case 'mc:AlternateContent':
      return childrenOf(shownForm(shape)).flatMap((form) => readShape(form, slide));
    case 'p:grpSp':
      return childrenOf(shape).flatMap((inner) => readShape(inner, slide));
    case 'p:sp':
      return readText(shape, slide);
    case 'p:pic':
      return readPicture(shape, slide);
    case 'p:graphicFrame':
      return readFrame(shape, slide);
    default:
      return [];
  }
};

const readText = (shape: XmlElement, slide: Slide): WordNode[] => {
  const placeholder = placeholderOf(shape);
  if (partsOfSlides.has(placeholder?.attributes['type'] ?? '')) return [];
  const bulletOf = bulletsOf(shape, placeholder, slide.path, slide.office);
  const list = `${slide.place} ${++slide.lists.count}`;
  const numbers: number[] = [];
  return childrenOf(childOf(shape, 'p:txBody'), 'a:p').flatMap((each) => {
    const words = paragraphNodes(each, slide.relationships);
    if (words.length === 0) return [];
    const properties = childOf(each, 'a:pPr');
    const depth = depthOf(properties);
    const bullet = bulletOf(properties, depth);
    numbers.length = Math.min(numbers.length, depth + 1);
    if (bullet?.kind === 'number') numbers[depth] = (numbers[depth] ?? bullet.start - 1) + 1;
    const aligned = alignments[properties?.attributes['algn'] ?? ''] ?? 'start';
    const place = bullet && placeOf(bullet, list, depth, numbers[depth] ?? 0);
    return [paragraph({ role: 'text', level: null, place, aligned }, words, slide)];
  });
};

const deepest = 8;
const depthOf = (properties: XmlElement | null): number => {
  const depth = Number(properties?.attributes['lvl'] ?? 0);
  return Number.isInteger(depth) ? Math.min(deepest, Math.max(0, depth)) : 0;
};

const alignments: Readonly<Record<string, ParagraphFacts['aligned']>> = { ctr: 'centre', r: 'end' };

const placeOf = (
  bullet: Bullet,
  list: string,
  depth: number,
  number: number,
): ParagraphFacts['place'] => {
  const ordered = bullet.kind === 'number';
  const shown = ordered ? bullet.shown(number) : '';
  return { list, depth, ordered, number: ordered ? number : 0, shown, isWord: false };
};

const paragraph = (
  facts: ParagraphFacts,
  children: WordNode[],
  { paragraphs }: SlideReading,
): WordNode => ({
  type: 'paragraph',
  styleId: String(paragraphs.push(facts) - 1),
  children,
});

const plainFacts: ParagraphFacts = { role: 'text', level: null, place: null, aligned: 'start' };

const readPicture = (shape: XmlElement, slide: Slide): WordNode[] => {
  const media = [...descendantsOf(shape)].some(({ name }) =>
    /^a:(?:video|audio|wav|quickTime)(?:File|Cd)?$/.test(name),
  );
  if (media) {
    slide.losses.add('mediaFile', slide.place);
    return [];
  }
  const shown = childOf(shape, 'p:blipFill', 'a:blip');
  const picture = shown && pictureOf(shown, shape, slide.place, slide);
  if (!picture) return [];
  const altText = String(slide.pictures.push(picture) - 1);
  return [paragraph(plainFacts, [{ type: 'image', altText }], slide)];
};

/** A table, a diagram, a chart, or an object of another program. */
const readFrame = (frame: XmlElement, slide: Slide): WordNode[] => {
  const data = childOf(frame, 'a:graphic', 'a:graphicData');
  const table = childOf(data, 'a:tbl');
  if (table) return [tableNode(table, slide)];
  if (childOf(data, 'dgm:relIds')) {
    const lines = linesOf(
      drawingText(slide.office, slide.path, make('p:spTree', {}, [frame])).pieces,
    );
    if (lines.length > 0) slide.losses.add('diagram', slide.place);
    const list = `${slide.place} ${++slide.lists.count}`;
    const place = { list, depth: 0, ordered: false, number: 0, shown: '', isWord: false };
    return lines.map((line) => paragraph({ ...plainFacts, place }, [run(line)], slide));
  }
  const isChart = childrenOf(data).some(({ name }) => /chart/i.test(name));
  slide.losses.add(isChart ? 'chart' : 'object', slide.place);
  return [];
};

const run = (value: string): WordNode => ({ type: 'text', value });

const isOn = (written = ''): boolean => /^(?:1|true)$/.test(written);
const widestTable = 63;
const spanOf = (written = '1'): number => {
  const span = Number(written);
  return Number.isInteger(span) ? Math.min(widestTable, Math.max(1, span)) : 1;
};

/** Cells are each in their place, those that another one covers too (ECMA-376 part 1, 21.1.3). */
const tableNode = (table: XmlElement, slide: Slide): WordNode => ({
  type: 'table',
  children: childrenOf(table, 'a:tr').map((row) => ({
    type: 'tableRow',
    children: childrenOf(row, 'a:tc')
      .filter(({ attributes }) => !isOn(attributes['hMerge']) && !isOn(attributes['vMerge']))
      .map(
        (cell): WordCell => ({
          type: 'tableCell',
          colSpan: spanOf(cell.attributes['gridSpan']),
          rowSpan: spanOf(cell.attributes['rowSpan']),
          children: childrenOf(childOf(cell, 'a:txBody'), 'a:p').map((each) =>
            paragraph(plainFacts, paragraphNodes(each, slide.relationships), slide),
          ),
        }),
      ),
  })),
});
