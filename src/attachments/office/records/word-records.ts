import { relationshipsOf, targetOf } from '../relationships.ts';
import type { FindRecords } from './office-record.ts';
import { bare, shownByField } from './property-fields.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** What the settings of a Word file hold of the people and the computers that made it (ECMA-376 part 1, 17.15.1). */
export const wordSettings: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'word') return [];
  const path = targetOf(relationshipsOf(officePackage, officePackage.mainPath), 'settings');
  if (path === null) return [];
  const inField = shownByField(officePackage);
  const one = (place: string, hint: RegExp, isCut: (name: string) => boolean) =>
    recordInXml([path], { place, hint }, { element: isCut });
  return [
    recordInXml(
      [path],
      { place: '文書の変数', hint: /docVar\b/ },
      {
        element: (name, attributes) => name === 'w:docVar' && !inField(attributes['w:val'] ?? ''),
      },
    ),
    one(revisions, /rsids|docId/, (name) => name === 'w:rsids' || /^w1\d:docId$/.test(name)),
    one('スキーマの場所', /attachedSchema|schemaLibrary|saveThroughXslt/, (name) =>
      /:(?:attachedSchema|schemaLibrary|saveThroughXslt)$/.test(name),
    ),
  ];
};

const revisions = '編集のたびに付く番号（rsid）';

/**
 * What an entry field of the older kind began with, once somebody has filled it in: it would come back when the form is
 * reset, and nobody sees it (ECMA-376 part 1, section 17.16.10).
 */
export const wordFormDefaults: FindRecords = (officePackage, shown) => {
  if (officePackage.kind !== 'word') return [];
  const words = bare(shown);
  return [
    recordInXml(
      xmlBelow(officePackage, 'word/'),
      { place: '入力欄に初めにあった文字', hint: /textInput/ },
      {
        element: (name, attributes, within) =>
          name === 'w:default' &&
          within.at(-1) === 'w:textInput' &&
          /\p{L}/u.test(attributes['w:val'] ?? '') &&
          !words.includes(bare(attributes['w:val'] ?? '')),
      },
    ),
  ];
};

/** What programs note among the words of a Word file, and nobody sees there. */
export const wordMarks: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'word') return [];
  const paths = xmlBelow(officePackage, 'word/');
  return [
    recordInXml(
      paths,
      { place: revisions, hint: /\srsid|:rsid/ },
      { attribute: (local, element) => /^rsid[A-Z]?\w*$/.test(local) && element.startsWith('w:') },
    ),
    recordInXml(
      paths,
      { place: 'スマート タグ', hint: /smartTagPr|customXmlPr|smartTagType/ },
      {
        element: (name, _attributes, within) =>
          name === 'w:smartTagPr' ||
          name === 'w:smartTagType' ||
          (name === 'w:attr' && within.at(-1) === 'w:customXmlPr'),
      },
    ),
    recordInXml(
      paths,
      { place: '入力欄のタグ', hint: /:tag\s/ },
      {
        element: (name, attributes, within) =>
          name === 'w:tag' && within.at(-1) === 'w:sdtPr' && (attributes['w:val'] ?? '') !== '',
      },
    ),
    // An entry field that is bound would take its words from there when the file is opened.
    recordInXml(
      paths,
      { place: '文書に付いたデータ（カスタム XML）', hint: /dataBinding/ },
      { element: (name) => /^w(?:15)?:dataBinding$/.test(name) },
    ),
    recordInXml(
      paths,
      { place: '編集を許した人', hint: /permStart/ },
      { element: (name) => name === 'w:permStart' || name === 'w:permEnd' },
    ),
  ];
};
