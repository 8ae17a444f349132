import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { walkXml } from '../xml-tree.ts';

/** The fields of Word that show a property or a variable of the document (ECMA-376 part 1, section 17.16.5). */
const showing =
  /\b(?:AUTHOR|COMMENTS|DOCPROPERTY|DOCVARIABLE|INFO|KEYWORDS|LASTSAVEDBY|REVNUM|SUBJECT|TEMPLATE|TITLE)\b/i;

/**
 * Whether a field of a Word file shows a value: it would be missing from the page if it were taken out. Such a value
 * stands in the text, a header or a footer as it does in the record.
 */
export const shownByField = (officePackage: OfficePackage): ((value: string) => boolean) => {
  if (officePackage.kind !== 'word') return () => false;
  return (value) => {
    const wanted = bare(value);
    if (wanted === '') return false;
    const words = known.get(officePackage) ?? wordsWithFields(officePackage);
    known.set(officePackage, words);
    return words.includes(wanted);
  };
};

/** Each list of properties asks for the words of the same text. */
const known = new WeakMap<OfficePackage, string>();

/** The words of the parts in which such a field stands. */
const wordsWithFields = (officePackage: OfficePackage): string => {
  const { mainPath } = officePackage;
  const stories = [...relationshipsOf(officePackage, mainPath).values()]
    .filter(
      ({ type, external }) => !external && /^(?:header|footer|footnotes|endnotes)$/.test(type),
    )
    .map(({ target }) => target);
  return [mainPath, ...stories]
    .map((path) => {
      const text = officePackage.text(path) ?? '';
      if (!/instrText|fldSimple/.test(text)) return '';
      const { words, codes } = readStory(text);
      return showing.test(codes) ? bare(words) : '';
    })
    .join('\n');
};

const readStory = (xml: string): { words: string; codes: string } => {
  const read = { words: '', codes: '' };
  let within: keyof typeof read | null = null;
  walkXml(xml, {
    open(name, attributes) {
      within = name === 'w:t' ? 'words' : name === 'w:instrText' ? 'codes' : null;
      if (name === 'w:fldSimple') read.codes += ` ${attributes['w:instr'] ?? ''}`;
    },
    text(piece) {
      if (within) read[within] += piece;
    },
    close() {
      within = null;
    },
  });
  return read;
};

/** Spaces and line ends may differ. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
