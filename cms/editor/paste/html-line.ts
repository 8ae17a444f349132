import { beginning } from '../../../src/attachments/office/beginning.ts';
import { symbolSign } from '../../../src/attachments/office/word/symbol-signs.ts';
import { hasOwnCharacters, readableText } from '../word/readable-text.ts';
import type { LossKind } from '../word/sentences.ts';
import { rubyMarks, type WordNode } from '../word/word-tree.ts';
import { declared, droppedNames, nameOf, unseenAs } from './html-elements.ts';
import { lineToWriteOn, lookWithin, tellOfLooks } from './html-look.ts';
import { noteKeyOf } from './html-notes.ts';
import { pictureIn } from './html-pictures.ts';
import type { Look, Reading } from './reading.ts';

/** What stands in a line before white space is as a reader sees it. */
type Piece =
  | { kind: 'text'; text: string; look: Look }
  | { kind: 'break' }
  /** `last` is the last letter that a reader sees. */
  | { kind: 'node'; node: WordNode; look: Look; last: string };

/** Deeper than any text that is meant; what is below is taken as its words. */
const deepest = 150;

/**
 * Reads what stands in one line, or in several with breaks between them.
 * @returns the lines of each paragraph: two breaks in a row begin another
 */
export const linesOf = (nodes: Iterable<Node>, look: Look, reading: Reading): WordNode[][] => {
  const pieces: Piece[] = [];
  for (const node of nodes) gather(node, look, pieces, reading, 0);
  return paragraphsOf(asSeen(pieces));
};

const lossOf: Partial<Record<NonNullable<ReturnType<typeof unseenAs>>, LossKind>> = {
  hidden: 'hidden',
  comment: 'comments',
  deleted: 'deleted',
  contents: 'contents',
  placeholder: 'placeholder',
  margin: 'margins',
};

/** Whether a reader does not see an element; where it says something, that is told. */
export const isUnseen = (element: Element, { styles, losses }: Reading): boolean => {
  const reason = unseenAs(element, styles.of(element));
  if (reason === null) return false;
  const loss = lossOf[reason];
  const words = readableText(element.textContent ?? '').trim();
  // What is not to be read is not told again in the sentence that says so.
  const place = reason === 'margin' ? beginning(words, 10) : undefined;
  if (loss && words !== '') losses.add(loss, place);
  return true;
};

const gather = (node: Node, look: Look, pieces: Piece[], reading: Reading, depth: number): void => {
  const name = nameOf(node);
  if (name === '#text') {
    const text = node.nodeValue ?? '';
    if (hasOwnCharacters(text)) reading.losses.add('ownCharacter', beginning(text));
    pieces.push({ kind: 'text', text, look });
    return;
  }
  if (name === '#other' || droppedNames.has(name)) return;
  const element = node as Element;
  if (isUnseen(element, reading) || isDeleted(element, name, reading)) return;
  if (depth > deepest) {
    pieces.push({ kind: 'text', text: element.textContent ?? '', look });
    return;
  }
  const add = (added: WordNode, last = '字') =>
    pieces.push({ kind: 'node', node: added, look, last });
  switch (name) {
    case 'br':
      // Word's own mark of the end of a page.
      if (!/mso-special-character|page-break/.test(reading.styles.of(element))) {
        pieces.push({ kind: 'break' });
      }
      return;
    case 'img': {
      const sign = signOf(element);
      if (sign !== null) return void pieces.push({ kind: 'text', text: sign, look });
      const picture = pictureIn(element, reading, wordsBefore(pieces));
      if (picture) add(picture);
      return;
    }
    case 'input':
      if (element.getAttribute('type')?.toLowerCase() === 'checkbox') {
        add({ type: 'checkbox', checked: element.hasAttribute('checked') });
      }
      return;
    case 'ruby': {
      const word = rubyOf(element);
      if (word) add({ type: 'text', value: word.marked }, word.base.at(-1));
      return;
    }
    case 'a': {
      const key = noteKeyOf(element);
      // A part of a document may be copied without its notes.
      if (key !== null && (reading.notes.has(key) || /^(?:word|writer) /.test(key))) {
        return void add({ type: 'noteReference', noteType: 'footnote', noteId: key });
      }
      break;
    }
  }
  if (element.childNodes.length === 0) return;
  const special = lineToWriteOn(element, reading) ?? specialText(element, reading);
  if (special !== null) return void pieces.push({ kind: 'text', text: special, look });
  tellOfLooks(element, reading);
  const inner = lookWithin(element, look, reading);
  for (const child of element.childNodes) gather(child, inner, pieces, reading, depth + 1);
};

/** Words that Word writes in a way of its own: tabs as so many spaces or as empty parts, symbols as letters of a font. */
const specialText = (element: Element, { styles, losses }: Reading): string | null => {
  const style = styles.of(element);
  if (declared(style, 'mso-tab-count') || /\bTabRun\b/.test(element.className)) return ' ';
  const font = declared(style, 'mso-symbol-font-family').replace(/["']/g, '');
  if (!/wingdings|symbol/.test(font)) return null;
  return [...(element.textContent ?? '')]
    .map((letter) => {
      const known = symbolSign(font, letter.codePointAt(0) ?? 0);
      if (known === null && letter.trim() !== '') losses.add('symbol');
      return known ?? ' ';
    })
    .join('');
};

/** In Word `del` is a change that nobody settled yet; elsewhere it is struck out, and seen. */
const isDeleted = (element: Element, name: string, { source, losses }: Reading): boolean => {
  if (source !== 'word' || (name !== 'del' && name !== 'ins')) return false;
  if ((element.textContent ?? '').trim() === '') return name === 'del';
  losses.add(name === 'del' ? 'deleted' : 'inserted');
  return name === 'del';
};

const rubyOf = (element: Element): { base: string; marked: string } | null => {
  let base = '';
  let reading = '';
  const visit = (node: Node, isReading: boolean): void => {
    const name = nameOf(node);
    if (name === 'rp' || name === '#other' || droppedNames.has(name)) return;
    if (name === '#text') {
      if (isReading) reading += node.nodeValue ?? '';
      else base += node.nodeValue ?? '';
    } else {
      for (const child of node.childNodes) visit(child, isReading || name === 'rt');
    }
  };
  visit(element, false);
  base = readableText(base).replace(/\s+/gu, ' ').trim();
  reading = readableText(reading).replace(/\s+/gu, '');
  if (base === '') return null;
  return {
    base,
    marked: `${rubyMarks.begin}${base}${rubyMarks.reading}${reading}${rubyMarks.end}`,
  };
};

/** One sign or several, with what joins and colours them. */
const drawnSign =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F)+$/u;

/** Programs draw 😀 as a picture, whose words are the sign itself. */
const signOf = (image: Element): string | null => {
  const words = (image.getAttribute('alt') ?? '').trim();
  return drawnSign.test(words) ? words : null;
};

const wordsBefore = (pieces: readonly Piece[]): string =>
  pieces
    .slice(-5)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');

/** Between two of these the end of a line of the source is nothing (CSS Text 3, section 4.1.3). */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFF60]/u;

/** Makes white space what a browser shows of it. */
const asSeen = (pieces: readonly Piece[]): WordNode[] => {
  const line: WordNode[] = [];
  let before = '';
  let pending: 'none' | 'space' | 'end' = 'none';
  /** What is seen of the white space before a letter. */
  const spaceBefore = (next: string): string => {
    const isSeen =
      before !== '' &&
      (pending === 'space' || (pending === 'end' && !(wide.test(before) && wide.test(next))));
    pending = 'none';
    return isSeen ? ' ' : '';
  };
  const addBreak = () => {
    line.push({ type: 'break', breakType: 'line' });
    before = '';
    pending = 'none';
  };
  const addText = (text: string, look: Look) => {
    const value = text.replace(/\u00a0/g, ' ');
    push(line, value, look);
    before = [...value.slice(-2)].at(-1) ?? before;
  };
  for (const piece of pieces) {
    if (piece.kind === 'break') addBreak();
    else if (piece.kind === 'node') {
      const space = spaceBefore('字');
      if (space) push(line, space, piece.look);
      pushNode(line, piece.node, piece.look);
      before = piece.last;
    } else if (piece.look.isTyped) {
      for (const [at, typed] of piece.text.split(/\r\n?|\n/).entries()) {
        if (at > 0) addBreak();
        if (typed !== '') addText(spaceBefore(typed) + readableText(typed), piece.look);
      }
    } else {
      for (const token of piece.text.split(/([ \t\r\n\f]+)/)) {
        if (token === '') continue;
        if (/^[ \t\r\n\f]/.test(token)) {
          pending = pending === 'end' || /[\r\n]/.test(token) ? 'end' : 'space';
        } else {
          const words = readableText(token);
          if (words !== '') addText(spaceBefore(words) + words, piece.look);
        }
      }
    }
  }
  return line;
};

const push = (line: WordNode[], value: string, look: Look): void =>
  pushNode(line, { type: 'text', value }, look);

/** The link that a node of a line was made of. */
const links = new WeakMap<WordNode, object>();

const pushNode = (line: WordNode[], node: WordNode, look: Look): void => {
  const run: WordNode = {
    type: 'run',
    isBold: look.bold,
    isItalic: look.italic,
    isStrikethrough: look.struck,
    verticalAlignment: look.script,
    children: [node],
  };
  if (look.link === null) return void line.push(run);
  const last = line.at(-1);
  if (last?.type === 'hyperlink' && links.get(last) === look.link) last.children.push(run);
  else {
    const link: WordNode = { type: 'hyperlink', href: look.link.href, children: [run] };
    links.set(link, look.link);
    line.push(link);
  }
};

const paragraphsOf = (line: readonly WordNode[]): WordNode[][] => {
  const paragraphs: WordNode[][] = [[]];
  let breaks = 0;
  for (const node of line) {
    if (node.type === 'break') {
      breaks += 1;
      continue;
    }
    const open = paragraphs.at(-1);
    if (breaks > 1 && open?.length) paragraphs.push([node]);
    else if (open?.length && breaks === 1) open.push({ type: 'break', breakType: 'line' }, node);
    else open?.push(node);
    breaks = 0;
  }
  return paragraphs.filter((each) => each.length > 0);
};
