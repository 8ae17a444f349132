import { childrenOf, type XmlElement } from '../xml-tree.ts';

/** A field whose code carries words of its own. */
export type FieldWords = {
  /** The sign with which it begins: `w:fldChar` or `w:fldSimple`. */
  mark: XmlElement;
  /** Without blanks, as they are compared. */
  words: readonly string[];
};

type OpenField = { mark: XmlElement; code: string; isCode: boolean };

/** Stands in a code for a field inside of it. */
const inner = '\u0001';
/** The same for one whose result differs from page to page. */
const pageNumber = '\u0002';

/**
 * Finds what is written in the codes of fields, which only Word reads (ECMA-376 part 1, 17.16.5): texts to be shown on a
 * condition, to be asked for, to be kept under a name, to be put into an index.
 */
export const fieldWordsIn = (part: XmlElement): FieldWords[] => {
  const found: FieldWords[] = [];
  const open: OpenField[] = [];
  const keep = (mark: XmlElement, texts: readonly string[]): void => {
    const words = texts
      .map((text) => text.normalize('NFKC').replace(/\s+/gu, ''))
      .filter((text) => /\p{L}/u.test(text));
    if (words.length > 0) found.push({ mark, words });
  };
  const judge = (mark: XmlElement, code: string): void => keep(mark, wordsOfCode(code));
  const write = (text: string): void => {
    const field = open.at(-1);
    if (field?.isCode) field.code += text;
  };
  const end = (): void => {
    const field = open.pop();
    if (!field) return;
    judge(field.mark, field.code);
    write(/^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i.test(field.code) ? pageNumber : inner);
  };
  const visit = (element: XmlElement): void => {
    // What was deleted is told as a tracked change.
    if (element.name === 'w:del' || element.name === 'w:moveFrom') return;
    if (element.name === 'w:instrText' && !open.at(-1)?.isCode) {
      // A code without a field is read by nobody.
      keep(element, [element.children.join('')]);
    }
    if (element.name === 'w:instrText' || element.name === 'w:t') write(element.children.join(''));
    if (element.name === 'w:fldSimple') judge(element, element.attributes['w:instr'] ?? '');
    if (element.name === 'w:fldChar') {
      const field = open.at(-1);
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open.push({ mark: element, code: '', isCode: true });
      else if (type === 'separate' && field) field.isCode = false;
      else if (type === 'end') end();
    }
    for (const child of childrenOf(element)) visit(child);
  };
  visit(part);
  while (open.length > 0) end();
  return found;
};

/** Quoted, or up to the next blank. */
const tokensOf = (code: string): string[] =>
  [...code.matchAll(/"((?:[^"\\]|\\.)*)"|[“„]([^”“]*)[”“]|(\S+)/g)].map(
    ([, straight, curly, bare]) => straight ?? curly ?? bare ?? '',
  );

/** Switches that say how something is shown, or sorted; what follows them is no text. */
const manner = /^\\[@#*fry]$/i;

/** The texts that a code carries; none of fields that only point to something, or that show what they say. */
const wordsOfCode = (code: string): string[] => {
  const [type = '', ...tokens] = tokensOf(code);
  const texts = tokens.filter(
    (token, at) => !token.startsWith('\\') && !manner.test(tokens[at - 1] ?? ''),
  );
  switch (type.toUpperCase()) {
    case 'QUOTE':
    case 'FILLIN':
    case 'COMMENTS':
    case 'TITLE':
    case 'SUBJECT':
    case 'KEYWORDS':
    case 'AUTHOR':
    case 'AUTOTEXTLIST':
      return texts;
    case 'SET':
    case 'ASK':
    case 'INFO':
      return texts.slice(1);
    case 'XE':
    case 'TC':
      return (texts[0] ?? '').split(':');
    case 'IF':
      // A condition on the number of the page shows each of its texts on some page.
      return code.includes(pageNumber) ? [] : textsOfCondition(texts);
    case 'COMPARE':
    case 'NEXTIF':
    case 'SKIPIF':
    case 'USERNAME':
    case 'USERADDRESS':
    case 'USERINITIALS':
    case 'TA':
    case 'PRINT':
    case 'GREETINGLINE':
    case 'ADDRESSBLOCK':
      return texts;
    case 'MERGEFIELD':
    case 'CITATION':
      return [...texts.slice(1), ...textsInPicture(tokens)];
    default: {
      const places = pointing.get(type.toUpperCase());
      const isKnown = places !== undefined || type.startsWith('=');
      const others = isKnown ? plain(tokens, places) : saysMoreThanNames(code, texts) ? texts : [];
      return [...others, ...textsInPicture(tokens)];
    }
  }
};

/**
 * Fields that are known, and how many words behind their names say to what they point, or how they are drawn: the words of
 * the others are nobody's to read. What follows a switch belongs to it.
 */
const pointing: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: `PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME FILENAME FILESIZE NUMWORDS
      NUMCHARS REVNUM TEMPLATE LASTSAVEDBY NEXT MERGEREC MERGESEQ AUTONUM AUTONUMLGL AUTONUMOUT BIDIOUTLINE FORMTEXT
      FORMCHECKBOX FORMDROPDOWN BIBLIOGRAPHY TOC TOA INDEX SHAPE ADVANCE DATABASE`,
    1: 'REF PAGEREF NOTEREF STYLEREF DOCVARIABLE DOCPROPERTY LISTNUM AUTOTEXT GLOSSARY SYMBOL HYPERLINK RD IMPORT INCLUDE',
    2: 'SEQ CONTROL HTMLACTIVEX',
    99: `EQ EMBED LINK DDE DDEAUTO INCLUDETEXT INCLUDEPICTURE ADDIN PRIVATE DATA BARCODE DISPLAYBARCODE MERGEBARCODE
      MACROBUTTON GOTOBUTTON`,
  }).flatMap(([count, names]) =>
    names.split(/\s+/).map((name): [string, number] => [name, Number(count)]),
  ),
);

/** A name alone is that of a bookmark, whose words are shown; programs that fill in forms have a kind and a name. */
const saysMoreThanNames = (code: string, texts: readonly string[]): boolean =>
  texts.length > 1 ||
  /["“„]/.test(code) ||
  texts.some((text) => /\p{Script=Han}|\p{Script=Kana}/u.test(text));

/** The texts of a code that belong to no switch, without the first of them. */
const plain = (tokens: readonly string[], from = Number.POSITIVE_INFINITY): string[] =>
  tokens
    .filter((token, at) => !token.startsWith('\\') && !(tokens[at - 1] ?? '').startsWith('\\'))
    .slice(from);

/** What the picture of a day or of a number says beside its signs: `\\@ "'令和'y"`. */
const textsInPicture = (tokens: readonly string[]): string[] =>
  tokens.flatMap((token, at) =>
    /^\\[@#]$/.test(tokens[at - 1] ?? '')
      ? [...token.matchAll(/'([^']*\p{L}{2}[^']*)'/gu)].map(([, words = '']) => words)
      : [],
  );

const operator = /^(?:=|<>|[<>]=?)$/;

/** What follows the comparison. */
const textsOfCondition = (texts: readonly string[]): string[] => {
  const at = texts.findIndex((text) => operator.test(text));
  return texts.slice(at === -1 ? 1 : at + 2);
};
