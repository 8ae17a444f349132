import { beginning } from '../../../src/attachments/office/beginning.ts';
import { type Inline, plainWords, type Words } from './blocks.ts';
import { escapeWords } from './markdown-text.ts';
import type { Losses } from './sentences.ts';

/** A piece of a line that is written already, with the looks that still have to be put around it. */
type Piece = { text: string; bold: boolean; italic: boolean; struck: boolean; isSpace: boolean };
type Look = 'struck' | 'bold' | 'italic';

/** From the outside in: a stroke through words holds what is bold in it. */
const looks: readonly Look[] = ['struck', 'bold', 'italic'];
const signs: Record<Look, string> = { struck: '~~', bold: '**', italic: '*' };

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;
const punctuation = /[\p{P}\p{S}]/u;
const space = /^\s?$/u;

/**
 * Writes a line of words as Markdown. Looks that Markdown could not close again there are left out and told.
 * @param lineBreak what a break within the line is written as
 */
export const writeLine = (line: readonly Inline[], lineBreak: string, losses: Losses): string => {
  const pieces = line.length === 0 ? [] : piecesOf(joined(line), lineBreak);
  const left = (): void => losses.add('emphasis', beginning(plainWords(line)));
  return writePieces(pieces, looks, { before: '', after: [''], inBold: false }, left).trim();
};

/** Neighbours with the same look and link are one: Word cuts a line into runs wherever a person stopped typing. */
const joined = (line: readonly Inline[]): Inline[] => {
  const parts: Inline[] = [];
  for (const part of line) {
    const last = parts.at(-1);
    if (part.kind === 'words' && last?.kind === 'words' && isAlike(part, last)) {
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    } else parts.push(part);
  }
  return parts;
};

const isAlike = (one: Words, other: Words): boolean =>
  one.reading === null &&
  other.reading === null &&
  one.link === other.link &&
  (isSame(one, other) || (one.text.trim() === '' && one.link === null));

const isSame = (one: Words, other: Words): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.struck === other.struck;

/** Words of one link, with and without readings, stand in one pair of brackets. */
const piecesOf = (line: readonly Inline[], lineBreak: string): Piece[] =>
  line.flatMap((part, at): Piece[] => {
    const before = line[at - 1];
    if (part.kind === 'words' && before?.kind === 'words' && isOneLink(before, part)) return [];
    const plain = { bold: false, italic: false, struck: false };
    if (part.kind === 'break') return [{ ...plain, text: lineBreak, isSpace: true }];
    const { bold, italic, struck } =
      part.kind === 'words' ? part : (wordsBefore(line, at) ?? plain);
    if (part.kind === 'note') {
      return [{ bold, italic, struck, text: `[^${part.number}]`, isSpace: false }];
    }
    const text = part.link === null ? wordsText(part) : linkText(line.slice(at), part.link);
    return text === '' ? [] : [{ bold, italic, struck, text, isSpace: part.text.trim() === '' }];
  });

const isOneLink = (one: Words, other: Words): boolean =>
  one.link !== null && one.link === other.link && isSame(one, other);

const linkText = (line: readonly Inline[], link: string): string => {
  const end = line.findIndex((part, at) => {
    const before = line[at - 1];
    return (
      at > 0 && (part.kind !== 'words' || before?.kind !== 'words' || !isOneLink(before, part))
    );
  });
  const parts = line.slice(0, end === -1 ? undefined : end).filter((part) => part.kind === 'words');
  const words = parts.map(wordsText).join('');
  if (words.trim() === '') return words;
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(words) ?? [];
  return `${before}[${inner}](${link})${after}`;
};

const wordsBefore = (line: readonly Inline[], at: number): Words | undefined =>
  line.slice(0, at).findLast((part) => part.kind === 'words');

const wordsText = ({ text, link, reading }: Words): string => {
  const words = text.replace(/[\t\n\r]+/g, ' ');
  if (reading === null) return escapeWords(words, link !== null);
  return `<ruby>${escapeWords(words, true)}<rt>${escapeWords(reading, true)}</rt></ruby>`;
};

/** What stands around pieces once they are written. */
type Surroundings = {
  before: string;
  /** What may come next: a sign, or the words themselves where the sign has to be left out. */
  after: readonly string[];
  inBold: boolean;
};

const writePieces = (
  pieces: readonly Piece[],
  [look, ...inner]: readonly Look[],
  around: Surroundings,
  left: () => void,
): string => {
  if (look === undefined) return pieces.map(({ text }) => text).join('');
  const groups = groupsBy(pieces, look);
  let written = '';
  for (const [at, group] of groups.entries()) {
    const following = groups[at + 1];
    const before = lastCharacter(written) ?? around.before;
    if (group[0]?.[look] !== true) {
      const after = following ? [signs[look], firstCharacter(following)] : around.after;
      written += writePieces(group, inner, { ...around, before, after }, left);
      continue;
    }
    const after = following ? firstSigns(following, look) : around.after;
    const inBold = around.inBold || look === 'bold';
    const text = writePieces(group, inner, { before: '', after: [''], inBold }, left);
    const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
    const outer = { before: lastCharacter(lead) ?? before, after: trail === '' ? after : [' '] };
    // Italics beside bold words, or within them, would read in several ways: only words that are wholly both have both.
    const isClear =
      look !== 'italic' ||
      (around.inBold ? groups.length === 1 : outer.before !== '*' && !outer.after.includes('**'));
    if (words !== '' && isClear && canHold(words, outer)) {
      written += `${lead}${signs[look]}${words}${signs[look]}${trail}`;
    } else {
      if (words !== '') left();
      // What is within now stands beside other characters.
      written += writePieces(group, inner, { ...around, before, after }, left);
    }
  }
  return written;
};

const canHold = (
  words: string,
  { before, after }: Pick<Surroundings, 'before' | 'after'>,
): boolean => {
  const inner = words.replace(/^[*~]+/, '').replace(/(?<!\\)[*~]+$/, '');
  const last = lastCharacter(inner) ?? '';
  return flanks(before, [...inner][0] ?? '') && after.every((next) => flanks(next, last));
};

const groupsBy = (pieces: readonly Piece[], look: Look): Piece[][] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.[0]?.[look] === piece[look]) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
};

/** What pieces without a look may begin with; beside bold words, italics are left out. */
const firstSigns = (pieces: readonly Piece[], look: Look): string[] => {
  const hasSign = look === 'struck' && (pieces[0]?.bold || pieces[0]?.italic);
  return [firstCharacter(pieces), ...(hasSign ? ['*'] : [])];
};

/** An escaped brace is read as one character. */
const firstCharacter = ([piece]: readonly Piece[]): string => {
  const text = piece?.text ?? '';
  return text.startsWith('\\{') ? '{' : ([...text][0] ?? '');
};

const lastCharacter = (text: string): string | undefined => [...text.slice(-2)].at(-1);

/**
 * Whether a sign between these characters opens (or, mirrored, closes) emphasis: CommonMark 0.31.2, section 6.2,
 * with the rule for Japanese that src/source/cjk-emphasis.ts adds.
 */
const flanks = (outside: string, inside: string): boolean => {
  if (space.test(inside)) return false;
  // While our grammar is read, another character that is no punctuation stands in for a brace.
  if (outside === '{') return !punctuation.test(inside);
  if (!punctuation.test(inside) || space.test(outside) || punctuation.test(outside)) return true;
  return outside !== '/' && inside !== '/' && (cjk.test(outside) || cjk.test(inside));
};
