import { cutSpans } from '../cleaning/cut-xml.ts';
import { type OfficePackage, UnreadablePackage } from '../open-package.ts';
import { isElement, walkXml, type XmlElement, type XmlSpan } from '../xml-tree.ts';
import { hasWordsInAttributes } from './words-in-attributes.ts';

/**
 * The elements whose content is words, codes or addresses, by the standards that Office writes (ECMA-376 part 1;
 * [MS-DOCX], [MS-XLSX], [MS-PPTX], [MS-ODRAWXML]). What stands between the others is read by no program, and shown nowhere.
 */
const holders: ReadonlySet<string> = new Set(
  `w:t w:delText w:instrText w:delInstrText m:t a:t wp:align a:tableStyleId p:attrName p:text
   x:t x:v x:f x:author x:definedName x:formula x:formula1 x:formula2 x:calculatedColumnFormula x:totalsRowFormula
   x:oddHeader x:evenHeader x:firstHeader x:oddFooter x:evenFooter x:firstFooter
   c:f c:v c:formatCode c:name c:separator c:oddHeader c:evenHeader c:firstHeader c:oddFooter c:evenFooter c:firstFooter
   c15:f c15:sqref c15:txfldGUID c15:formulaRef cx:f cx:v cx:pt cx:separator cx:nf cx:copyright cx:oddHeader cx:oddFooter
   xm:f xm:sqref x14:id o:FieldCodes o:LinkType w:fldData`
    .split(/\s+/)
    .map((name) => name.trim()),
);

/** Words stand in these alone, so that those who read them find them. */
const around: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'w:t': ['w:r', 'm:r'],
    'w:delText': ['w:r', 'm:r'],
    'a:t': ['a:r', 'a:fld'],
  }).map(([name, holders]) => [name, new Set([...holders, 'mc:Choice', 'mc:Fallback'])]),
);

/** Whatever stands in a text of the older drawings, and what Excel notes of them in words of its own. */
const isHolderOfAll = (name: string): boolean => name === 'v:textbox' || name === 'xvml:ClientData';

/** Two letters say something; of a reference to a letter, it is not asked which. */
const says = (text: string): boolean => /\p{L}{2}|&#/u.test(text);

/** What is told of by itself: remarks of readers; ink, data of other books, which are taken out, or looked at by others. */
const isJudgedElsewhere =
  /(?:^|\/)(?:ink\/|customUI\/|userCustomization\/|comments[^/]*\.xml$|threadedComments\/|richData\/|xmlMaps\.xml$|persons?\/|revisions\/|changesInfos\/|volatileDependencies\.xml$|queryTables\/|model\/|glossary\/)/i;

/**
 * Whether words stand in a part where no program reads any: between elements, or in an element or an attribute that is on no
 * list.
 * @param path of a part that is XML
 * @param ignored what in it belongs to other programs, and is taken out
 */
export const hasWordsOutOfPlace = (
  officePackage: OfficePackage,
  path: string,
  ignored: readonly XmlSpan[] = [],
): boolean => {
  if (isJudgedElsewhere.test(path)) return false;
  const text = officePackage.text(path);
  if (text === null) return false;
  const own = ignored.length > 0 ? cutSpans(text, ignored) : text;
  if (hasWordsInAttributes(own, holdsCells.test(path))) return true;
  if (!mayHave(text, path)) return false;
  if (/\.vml$/i.test(path) || ignored.length > 0) return hasInMarkup(own);
  try {
    const tree = officePackage.xml(path);
    return tree !== null && hasInTree(tree, '', false);
  } catch (error) {
    if (error instanceof UnreadablePackage) return hasInMarkup(text);
    throw error;
  }
};

/** The sheets of a workbook are read piece by piece: a tree of one is made only where a name is unusual. */
const isOfWorkbook = /^xl\//i;
/** Those of a workbook that are rows and cells, or their texts, for the most part. */
const holdsCells = /^xl\/(?:(?:work|macro)sheets\/[^/]+|sharedStrings)\.xml$/i;
const usual = new Set(
  [...holders].flatMap((name) => (name.startsWith('x:') ? [name.slice(2), name] : [name])),
);

/** Looks at the tags alone. Where this finds nothing, and every name means what it means, there is nothing. */
const mayHave = (xml: string, path: string): boolean => {
  if (!isOfWorkbook.test(path) || xml.includes('<![CDATA[')) return true;
  for (const [, name = '', text = ''] of xml.matchAll(/<(\/?[\w:.-]+)[^<>]*>([^<]+)/g)) {
    if (says(text) && !usual.has(name)) return true;
  }
  return false;
};

const hasInTree = (element: XmlElement, outer: string, isWithin: boolean): boolean => {
  const within = isWithin || isHolderOfAll(element.name);
  return element.children.some((child) =>
    isElement(child)
      ? hasInTree(child, element.name, within)
      : !within && isOutOfPlace(child, element.name, outer),
  );
};

/** The same for a part that is no whole XML: older drawings are written as pages of the web were. */
const hasInMarkup = (xml: string): boolean => {
  const open: string[] = [];
  let found = false;
  walkXml(xml, {
    open: (name) => open.push(name),
    text(piece) {
      const [outer = '', name = ''] = open.slice(-2);
      found ||= !open.some(isHolderOfAll) && isOutOfPlace(piece, name || outer, outer);
    },
    close: () => open.pop(),
  });
  return found;
};

const isOutOfPlace = (text: string, name: string, outer: string): boolean =>
  /\p{L}{2}/u.test(text) && (!holders.has(name) || around.get(name)?.has(outer) === false);
