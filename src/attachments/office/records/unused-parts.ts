import { arrowsOf, reachedParts } from '../closed-list/arrows.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';

/** What is refused by itself when nothing leads to it, since its author may not know that it is still there. */
const judgedElsewhere =
  /(?:^|\/)(?:slides|worksheets|chartsheets|macrosheets|dialogsheets|comments|threadedComments|embeddings|activeX|media|model)\/|(?:^|\/)(?:comments[^/]*\.xml|vba(?:Project\.bin|Data\.xml))$/i;

/** Parts to which nothing leads: programs left them behind, and none reads them. */
export const unusedParts: FindRecords = (officePackage) => {
  const reached = reachedParts(officePackage);
  const left = officePackage.names.filter(
    (name) =>
      !name.endsWith('/') &&
      !isOfPackage(name, officePackage) &&
      !reached.has(keyOfPart(name)) &&
      keyOfPart(name) !== keyOfPart(officePackage.mainPath) &&
      !judgedElsewhere.test(name),
  );
  if (left.length === 0) return [];
  return [
    {
      place: 'どこにも使われていない部分',
      otherwise: 'earlier-content',
      remove(edit) {
        for (const name of left) edit.dropPart(name);
      },
    },
  ];
};

/** The types of all parts, and relationships of a part that is there. */
const isOfPackage = (name: string, { names }: OfficePackage): boolean => {
  if (/^\[content_types\]\.xml$/i.test(name)) return true;
  const relations = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name);
  if (!relations) return false;
  const holder = keyOfPart(`${relations[1] ?? ''}${relations[2]}`);
  return holder === '' || names.some((each) => keyOfPart(each) === holder);
};

/**
 * Relationships that mean nothing unless the XML of their part names them. The drawing of a diagram is named by its data,
 * and the old drawings of a slide by the numbers of their shapes.
 */
const named =
  /^(?:header|footer|chart|chartEx|drawing|diagramData|control|ctrlProp|subDocument|font|hyperlink)$/;

/** What a part leads to and never names: a header that was taken away, a chart that was deleted. */
export const unnamedParts: FindRecords = (officePackage) => {
  const texts = new Map<string, string>();
  const textOf = (path: string): string => {
    const text = texts.get(path) ?? officePackage.text(path) ?? '';
    texts.set(path, text);
    return text;
  };
  const idle = arrowsOf(officePackage).filter(
    ({ from, id, type }) =>
      from !== '' && named.test(type) && id !== '' && !isNamed(textOf(from), id),
  );
  return idle.map(
    ({ from, id, type }): OfficeRecord => ({
      place: type === 'hyperlink' ? '使われていないリンク' : 'どこにも使われていない部分',
      otherwise: 'earlier-content',
      remove: (edit) => edit.dropRelationships(from, (one) => one.id === id),
    }),
  );
};

const isNamed = (xml: string, id: string): boolean =>
  xml.includes(`"${id}"`) || xml.includes(`'${id}'`);
