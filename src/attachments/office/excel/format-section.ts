/** One sign of a number format. */
export type FormatToken = {
  kind:
    | 'literal'
    | 'general'
    /** `0`, `#` or `?`. */
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'fraction'
    /** The text of the cell itself. */
    | 'text'
    /** Letters of a date or a time, as many as stand together: `yyyy`, `aaa`. */
    | 'date'
    /** Hours, minutes or seconds that count on: `[h]`. */
    | 'elapsed'
    | 'noon';
  text: string;
};

/** One of the up to four parts of a number format, between semicolons. */
export type FormatSection = {
  tokens: readonly FormatToken[];
  isGeneral: boolean;
  /** For which numbers it is meant, where it says so: `[>=100]`. */
  condition: ((value: number) => boolean) | null;
  /** Whether it asks for Japanese words: `[$-411]`. */
  isJapanese: boolean;
};

/** Longer than any format that Excel keeps (255). */
const longestCode = 1000;
const known = new Map<string, readonly FormatSection[]>();

/** Takes a number format apart. */
export const sectionsOf = (code: string): readonly FormatSection[] => {
  const before = known.get(code);
  if (before) return before;
  const sections = splitSections(code.slice(0, longestCode)).map(readSection);
  // A workbook has a few hundred formats at most; what lives longer sees many workbooks.
  if (known.size > 1000) known.clear();
  known.set(code, sections);
  return sections;
};

const splitSections = (code: string): string[] => {
  const parts = code.match(/"[^"]*"?|\\[\s\S]?|\[[^\]]*\]?|[_*][\s\S]?|;|[^"\\[_*;]+/g) ?? [];
  const sections = [''];
  for (const part of parts) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
};

const comparisons: Record<string, (value: number, other: number) => boolean> = {
  '<': (value, other) => value < other,
  '<=': (value, other) => value <= other,
  '>': (value, other) => value > other,
  '>=': (value, other) => value >= other,
  '=': (value, other) => value === other,
  '<>': (value, other) => value !== other,
};

const readSection = (written: string): FormatSection => {
  const tokens: FormatToken[] = [];
  let condition: FormatSection['condition'] = null;
  let isJapanese = false;
  const add = (kind: FormatToken['kind'], text: string): number => tokens.push({ kind, text });
  // Excel in Japanese calls its general format by another name.
  const general = /^(?:General|G\/標準)/i;
  let left = written;
  while (left !== '') {
    const bracket = /^\[([^\]]*)\]?/.exec(left);
    const quoted = /^"([^"]*)"?/.exec(left);
    const date = /^(?:y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|g+|e+|r+|b+)/i.exec(left)?.[0];
    const isAfterDigit = tokens.at(-1)?.kind === 'digit';
    let length = 1;
    if (bracket) {
      const inner = bracket[1] ?? '';
      length = bracket[0].length;
      const compared = /^(<>|<=|>=|<|>|=)\s*(-?[\d.]+)$/.exec(inner);
      const compare = comparisons[compared?.[1] ?? ''];
      if (/^(?:h+|m+|s+)$/i.test(inner)) add('elapsed', inner.toLowerCase());
      else if (compare) condition = (value) => compare(value, Number(compared?.[2]));
      else if (inner.startsWith('$')) {
        add('literal', inner.slice(1).split('-')[0] ?? '');
        if (/-(?:[0-9A-F]*0*411|ja)/i.test(inner)) isJapanese = true;
      }
    } else if (quoted) {
      length = quoted[0].length;
      add('literal', quoted[1] ?? '');
    } else if (general.test(left)) {
      length = general.exec(left)?.[0].length ?? 1;
      add('general', '');
    } else if (left[0] === '\\') {
      length = 2;
      add('literal', left[1] ?? '');
    } else if (left[0] === '_') {
      length = 2;
      add('literal', ' ');
    } else if (left[0] === '*') {
      length = 2;
    } else if (/^(?:AM\/PM|A\/P)/i.test(left)) {
      const sign = /^(?:AM\/PM|A\/P)/i.exec(left)?.[0] ?? '';
      length = sign.length;
      add('noon', sign);
    } else if (/^E[+-]/i.test(left) && isAfterDigit) {
      length = 2;
      add('exponent', left[1] ?? '+');
    } else if (date !== undefined) {
      length = date.length;
      add('date', date.toLowerCase());
    } else if (/^[0#?]/.test(left)) add('digit', left[0] ?? '');
    else if (left[0] === '.') add('point', '.');
    else if (left[0] === ',') add('comma', ',');
    else if (left[0] === '%') add('percent', '%');
    else if (left[0] === '@') add('text', '@');
    else if (left[0] === '/' && isAfterDigit) add('fraction', '/');
    else add('literal', left[0] ?? '');
    left = left.slice(length);
  }
  return {
    tokens,
    isGeneral: tokens.some(({ kind }) => kind === 'general'),
    condition,
    isJapanese,
  };
};
