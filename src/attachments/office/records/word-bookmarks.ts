import { descendantsOf } from '../xml-tree.ts';
import type { FindRecords } from './office-record.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** Bookmarks that Word and others set themselves: `_Toc123`, `_Hlk4`, `_GoBack`, `OLE_LINK1`. */
const ownNames =
  /^(?:_(?:Toc|Ref|Hlk|Hlt|GoBack|PictureBullets|Int|heading|bookmark)[\w.=-]*|OLE_LINK\d+|bookmark\d*|id\.\w+|h\.\w+)$/i;

const given = /bookmarkStart\b[^<>]{0,400}:name\s*=\s*["']([^"'<>]*)["']/g;

/**
 * Names of bookmarks that somebody gave, and to which nothing in the text leads: they are words that no reader sees. A
 * name that a reference, a link or an entry field uses stays.
 */
export const wordBookmarks: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'word') return [];
  const paths = xmlBelow(officePackage, 'word/').filter((path) =>
    [...(officePackage.text(path) ?? '').matchAll(given)].some(
      ([, name = '']) => !ownNames.test(name),
    ),
  );
  if (paths.length === 0) return [];
  const used = namesInUse(xmlBelow(officePackage, 'word/').map((path) => officePackage.xml(path)));
  return paths.map((path) => {
    const idle = new Set<string>();
    const part = officePackage.xml(path);
    for (const { name, attributes } of part ? descendantsOf(part) : []) {
      const called = attributes['w:name'] ?? '';
      if (name === 'w:bookmarkStart' && !ownNames.test(called) && !used.has(called.toLowerCase())) {
        idle.add(attributes['w:id'] ?? '');
      }
    }
    return recordInXml(
      [path],
      { place: 'ブックマークの名前', hint: /bookmarkStart/ },
      {
        element: (name, attributes) =>
          (name === 'w:bookmarkStart' || name === 'w:bookmarkEnd') &&
          idle.has(attributes['w:id'] ?? ''),
      },
    );
  });
};

type Part = Parameters<typeof descendantsOf>[0] | null;

/** Every word of a field, every anchor of a link and every name of an entry field, in small letters. */
const namesInUse = (parts: readonly Part[]): ReadonlySet<string> => {
  const used = new Set<string>();
  const add = (text: string) => {
    for (const word of text.toLowerCase().split(/[\s"'“”()+*/;,=<>{}[\]]+/u)) used.add(word);
  };
  for (const part of parts) {
    let code = '';
    for (const { name, attributes, children } of part ? descendantsOf(part) : []) {
      if (name === 'w:instrText') code += children.join('');
      if (name === 'w:fldSimple') add(attributes['w:instr'] ?? '');
      if (name === 'w:hyperlink') add(attributes['w:anchor'] ?? '');
      if (name === 'w:name' || name === 'w:docPart') add(attributes['w:val'] ?? '');
    }
    add(code);
  }
  return used;
};
