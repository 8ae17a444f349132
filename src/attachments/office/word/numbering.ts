import { childOf, childrenOf, make, switchOf, valOf, type XmlElement } from '../xml-tree.ts';
import { numberIn } from './number-format.ts';
import { inSigns, markSays } from './symbol-signs.ts';

/** How one paragraph is numbered or marked. */
export type ListPlace = {
  /** The list; the same for all of its paragraphs. */
  list: string;
  /** 0 for the outermost level. */
  depth: number;
  ordered: boolean;
  /** The number of this paragraph at its own level; 0 where it has a mark. */
  number: number;
  /** The number as Word shows it: （1）、①、第1条. Of a mark only what it says: ※, ☐; else it is empty. */
  shown: string;
  /** Whether the number is more than a number: 第1条; or the mark a sign that the text means: ※. */
  isWord: boolean;
  /** What stands beside the number and is not shown, where the level hides its numbers. */
  hidden?: string;
};

/** Counts the paragraphs of one document, in the order of its text. */
export type Numbering = {
  /**
   * @param properties `w:numPr` of the paragraph or of its style
   * @returns null where the paragraph is in no list, or nothing is shown before it
   */
  next(properties: XmlElement | null): ListPlace | null;
  /** How the level of a paragraph says that its number looks, as `w:rPr`, where the number says words; null for any other. */
  lookOf(properties: XmlElement | null): XmlElement | null;
};

/**
 * The list of a paragraph. It may name only the level, or only the list, and leave the other to its style.
 * @param own `w:numPr` of the paragraph
 * @param ofStyle that of its style
 */
export const listOf = (own: XmlElement | null, ofStyle: XmlElement | null): XmlElement | null => {
  if (!own || !ofStyle) return own ?? ofStyle;
  const names = new Set(childrenOf(own).map(({ name }) => name));
  return make('w:numPr', {}, [
    ...childrenOf(own),
    ...childrenOf(ofStyle).filter(({ name }) => !names.has(name)),
  ]);
};

type Level = {
  format: string;
  text: string;
  /** The font of the text, which may be one of symbols. */
  font: string;
  start: number;
  /** It counts on until a level is used that is less deep than this; its own depth where nothing is said. */
  restartBelow: number;
  /** Whether the numbers of other levels in its text are written in plain digits. */
  isLegal: boolean;
  /** Whether its numbers are hidden, or of a point and less. */
  isHidden: boolean;
  /** `w:rPr` of the numbers. */
  look: XmlElement;
};
type Counting = { levels: readonly Level[]; abstract: string; starts: ReadonlyMap<number, number> };

const deepest = 8;

/** @param part `word/numbering.xml`; a file without it has no lists */
export const readNumbering = (part: XmlElement | null): Numbering => {
  const lists = readLists(part);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const depthOf = (properties: XmlElement | null): number =>
    Math.min(deepest, Math.max(0, Number(valOf(properties, 'w:ilvl') ?? 0) || 0));
  return {
    lookOf(properties) {
      const counting = lists.get(valOf(properties, 'w:numId') ?? '');
      const level = counting?.levels[depthOf(properties)];
      const says = level !== undefined && /\p{L}{2}/u.test(level.text.replace(/%[1-9]/g, ' '));
      return says && level.format !== 'bullet' ? level.look : null;
    },
    next(properties) {
      const id = valOf(properties, 'w:numId');
      const counting = id === null ? undefined : lists.get(id);
      if (id === null || !counting) return null;
      const depth = depthOf(properties);
      const level = counting.levels[depth] ?? noLevel;
      const numbers = counts.get(counting.abstract) ?? [];
      counts.set(counting.abstract, numbers);
      for (const [restarted, start] of counting.starts) {
        if (restarted !== depth || begun.has(`${id} ${restarted}`)) continue;
        begun.add(`${id} ${restarted}`);
        numbers[restarted] = start - 1;
      }
      numbers[depth] = (numbers[depth] ?? level.start - 1) + 1;
      for (let deeper = depth + 1; deeper < numbers.length; deeper += 1) {
        if (depth < (counting.levels[deeper]?.restartBelow ?? deeper)) numbers[deeper] = undefined;
      }
      return placeOf(id, depth, level, counting, numbers);
    },
  };
};

const placeOf = (
  list: string,
  depth: number,
  level: Level,
  { levels }: Counting,
  numbers: readonly (number | undefined)[],
): ListPlace | null => {
  const ordered = level.format !== 'bullet' && level.format !== 'none';
  const number = ordered ? (numbers[depth] ?? 1) : 0;
  if (level.isHidden) {
    const hidden = level.text.replace(/%[1-9]/g, ' ');
    return { list, depth, ordered, number, shown: '', isWord: false, hidden };
  }
  if (level.format === 'bullet') return placeOfMark(list, depth, level);
  const shown = ordered
    ? level.text.replace(/%([1-9])/g, (_all, digit) => {
        const at = Number(digit) - 1;
        const format = level.isLegal ? 'decimal' : (levels[at]?.format ?? 'decimal');
        return numberIn(format, numbers[at] ?? levels[at]?.start ?? 1);
      })
    : level.text;
  // Paragraphs of such a list only stand in from the margin.
  if (shown.trim() === '') return null;
  return {
    list,
    depth,
    ordered,
    number,
    shown: shown.trim(),
    isWord: !ordered || /\p{L}/u.test(level.text.replace(/%[1-9]/g, '')),
  };
};

const placeOfMark = (list: string, depth: number, { text, font }: Level): ListPlace => {
  const mark = inSigns(font, text.trim());
  const says = markSays(mark);
  const shown = says === null ? '' : mark;
  return { list, depth, ordered: false, number: 0, shown, isWord: says === 'word' };
};

const readLists = (part: XmlElement | null): Map<string, Counting> => {
  const abstracts = new Map<string, XmlElement>();
  const byStyle = new Map<string, XmlElement>();
  for (const element of childrenOf(part, 'w:abstractNum')) {
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
    const style = valOf(element, 'w:styleLink');
    if (style !== null) byStyle.set(style, element);
  }
  const lists = new Map<string, Counting>();
  for (const element of childrenOf(part, 'w:num')) {
    const id = element.attributes['w:numId'] ?? '';
    const named = abstracts.get(valOf(element, 'w:abstractNumId') ?? '') ?? null;
    const abstract = byStyle.get(valOf(named, 'w:numStyleLink') ?? '') ?? named;
    // Number 0 takes a paragraph out of the list of its style.
    if (!abstract || id === '0') continue;
    lists.set(id, {
      abstract: abstract.attributes['w:abstractNumId'] ?? '',
      levels: levelsOf([abstract, ...childrenOf(element, 'w:lvlOverride')]),
      starts: new Map(
        childrenOf(element, 'w:lvlOverride').flatMap((override) => {
          const start = valOf(override, 'w:startOverride');
          const at = Number(override.attributes['w:ilvl'] ?? 0);
          return start === null ? [] : [[at, Number(start)] as const];
        }),
      ),
    });
  }
  return lists;
};

const noLevel: Level = {
  format: 'bullet',
  text: '',
  font: '',
  start: 1,
  restartBelow: 0,
  isLegal: false,
  isHidden: false,
  look: make('w:rPr'),
};

/** A point, in half-points. */
const tiny = 2;

/** @param holders of levels; a later one takes the place of the same level in an earlier one */
const levelsOf = (holders: readonly XmlElement[]): Level[] => {
  const levels: Level[] = [];
  for (const element of holders.flatMap((holder) => childrenOf(holder, 'w:lvl'))) {
    const depth = Number(element.attributes['w:ilvl'] ?? 0);
    if (!Number.isInteger(depth) || depth < 0 || depth > deepest) continue;
    const restart = valOf(element, 'w:lvlRestart');
    levels[depth] = {
      format: valOf(element, 'w:numFmt') ?? 'decimal',
      text: childOf(element, 'w:lvlText')?.attributes['w:val'] ?? '',
      font: childOf(element, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'] ?? '',
      start: Number(valOf(element, 'w:start') ?? 1),
      // 0 means never, as the articles of rules count on from chapter to chapter (ECMA-376 part 1, 17.9.10).
      restartBelow: restart === null ? depth : Math.min(depth, Number(restart) || 0),
      isLegal: switchOf(element, 'w:isLgl') === true,
      isHidden:
        switchOf(childOf(element, 'w:rPr'), 'w:vanish') === true ||
        Number(valOf(element, 'w:rPr', 'w:sz') ?? tiny + 1) <= tiny,
      look: childOf(element, 'w:rPr') ?? noLevel.look,
    };
  }
  return levels;
};
