import { beginning } from '../../../src/attachments/office/beginning.ts';
import { symbolSign } from '../../../src/attachments/office/word/symbol-signs.ts';
import {
  childOf,
  childrenOf,
  make,
  valOf,
  type XmlElement,
} from '../../../src/attachments/office/xml-tree.ts';
import type { Losses } from './sentences.ts';

/**
 * Writes out the fields that Word draws by itself, so that no letter of their result is in the file: letters in a circle
 * and readings as older versions made them (EQ), signs of symbol fonts (SYMBOL), what was chosen of a list (FORMDROPDOWN).
 * @param parts what stands in a paragraph
 */
export const withDrawnFields = (parts: readonly XmlElement[], losses: Losses): XmlElement[] => {
  const written: XmlElement[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const field = fieldAt(parts, at);
    const shown = field && drawn(field, losses);
    if (field && shown) {
      const look = childOf(parts[at] ?? null, 'w:rPr');
      written.push(make('w:r', {}, [...(look ? [look] : []), shown]));
      at = field.end;
    } else written.push(parts[at] as XmlElement);
  }
  return written;
};

/** A field without another one in it. */
type Field = { begin: XmlElement; code: string; end: number };

const signsOf = (part: XmlElement | undefined): XmlElement[] =>
  part?.name === 'w:r' ? childrenOf(part, 'w:fldChar') : [];
const typeOf = (sign: XmlElement | undefined): string => sign?.attributes['w:fldCharType'] ?? '';

const fieldAt = (parts: readonly XmlElement[], from: number): Field | null => {
  const [begin] = signsOf(parts[from]);
  if (!begin || typeOf(begin) !== 'begin') return null;
  let code = '';
  let isCode = true;
  for (let at = from; at < parts.length; at += 1) {
    for (const part of childrenOf(parts[at] ?? null)) {
      if (part.name === 'w:instrText' && isCode) code += part.children.join('');
      if (part.name !== 'w:fldChar' || part === begin) continue;
      if (typeOf(part) === 'begin') return null;
      isCode = false;
      if (typeOf(part) === 'end') return { begin, code: code.trim(), end: at };
    }
  }
  return null;
};

/** What a reader sees of a field; null where its result stands in the file. */
const drawn = ({ begin, code }: Field, losses: Losses): XmlElement | null => {
  const [name = ''] = code.split(/[\s\\]/);
  switch (name.toUpperCase()) {
    case 'EQ':
      return equation(code.slice(name.length), losses);
    case 'SYMBOL':
      return textOrNull(signOf(code));
    case 'FORMDROPDOWN':
      return textOrNull(chosenOf(begin));
    default:
      return null;
  }
};

const text = (words: string): XmlElement => make('w:t', { 'xml:space': 'preserve' }, [words]);
const textOrNull = (words: string | null): XmlElement | null =>
  words === null ? null : text(words);

/** ECMA-376 part 1, 17.16.5.65. */
const signOf = (code: string): string | null => {
  const [, number = ''] = code.split(/\s+/);
  const font = /\\f\s*"?([^"\\]+)"?/i.exec(code)?.[1]?.trim() ?? '';
  return symbolSign(font, Number(number)) ?? null;
};

/** ECMA-376 part 1, 17.16.29: the place of the chosen one among the entries. */
const chosenOf = (begin: XmlElement): string | null => {
  const list = childOf(begin, 'w:ffData', 'w:ddList');
  const chosen = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? 0);
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? null;
};

const reading = /\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\(([^)]*)\)\s*[,;]\s*([^)]*)\)/iu;
const overlaid = /\\o\s*(?:\\a[a-z]\s*)?\(\s*([○◯〇□△◇])\s*[,;]\s*([^)]*)\)/iu;

/** Longer ones are formulas. */
const longestDrawing = 500;

const equation = (code: string, losses: Losses): XmlElement => {
  const isShort = code.length <= longestDrawing;
  const [, above = '', base = ''] = (isShort && reading.exec(code)) || [];
  if (base !== '') {
    const run = (words: string) => [make('w:r', {}, [text(words)])];
    return make('w:ruby', {}, [make('w:rt', {}, run(above)), make('w:rubyBase', {}, run(base))]);
  }
  const letters = (isShort && overlaid.exec(code)?.[2]?.trim()) || '';
  if (letters !== '') return text(enclosed(letters));
  const words = code
    .replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '')
    .replace(/\\[a-z]+\s*\d*/gi, '')
    .trim();
  losses.add('formula', beginning(words));
  return text(words);
};

const signsInCircles: Readonly<Record<string, string>> = { 印: '㊞', 秘: '㊙', 正: '㊣', 優: '㊝' };

/** A letter in a circle, as one sign where there is one. */
const enclosed = (letters: string): string => {
  const number = Number(letters.normalize('NFKC'));
  if (Number.isInteger(number) && number >= 1 && number <= 20) {
    return String.fromCodePoint(0x2460 + number - 1);
  }
  return (
    (Object.hasOwn(signsInCircles, letters) ? signsInCircles[letters] : undefined) ??
    `（${letters}）`
  );
};
