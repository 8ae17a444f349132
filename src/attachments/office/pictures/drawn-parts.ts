import type { OfficePackage } from '../open-package.ts';
import { type Relationship, relationshipsOf } from '../relationships.ts';
import { shownForm } from '../shown-form.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';

/** A part with which looking begins: a slide, a sheet, a text. */
export type DrawnRoot = {
  path: string;
  /** Its tree, where it is read already; a sheet is looked at by its relationships alone. */
  part: XmlElement | null;
  /** As its author finds it. */
  place: string;
  /** The place of a paragraph, where the part has such; null where that of what lies around it is better. */
  placeOf?: (paragraph: XmlElement) => string | null;
};

/** Where an element stands. */
export type Standing = {
  path: string;
  place: string;
  /** The alternatives of which it stands in a form that Office of today does not show (`mc:AlternateContent`). */
  otherFormOf: XmlElement | null;
};

/** A relationship by which a part points to another. */
export type Pointer = Standing & {
  id: string;
  relationship: Relationship;
  /** The elements around its name, the innermost last, which has it; none where the part is not looked at so closely. */
  by: readonly XmlElement[];
};

/** What looks at drawings is told of each element and of each pointer. */
export type DrawnVisitor = {
  part(path: string, tree: XmlElement, place: string): void;
  element(element: XmlElement, standing: Standing): void;
  pointer(pointer: Pointer): void;
};

/** Relationships to parts that hold drawings, and are looked at element by element. */
const looked = new Set([
  'chart',
  'chartEx',
  'chartUserShapes',
  'comments',
  'diagramData',
  'diagramDrawing',
  'diagramLayout',
  'drawing',
  'endnotes',
  'footer',
  'footnotes',
  'handoutMaster',
  'header',
  'notesMaster',
  'notesSlide',
  'numbering',
  'slideLayout',
  'slideMaster',
  'theme',
  'themeOverride',
]);

/** What is gone through from the root, but not element by element. */
const isText = (name: string): boolean => /\.(?:xml|vml)$/i.test(name);

/** Looks through the drawings of an Office file: from its roots to every part that they lead to, each once. */
export const lookThrough = (
  officePackage: OfficePackage,
  roots: readonly DrawnRoot[],
  visitor: DrawnVisitor,
): void => {
  const visited = new Set<string>();
  const waiting: (DrawnRoot & { isLooked: boolean })[] = roots.map((root) => ({
    ...root,
    isLooked: root.part !== null,
  }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, place } = next;
    if (visited.has(path.toLowerCase())) continue;
    visited.add(path.toLowerCase());
    const relationships = relationshipsOf(officePackage, path);
    const tree = next.part ?? (next.isLooked ? officePackage.xml(path) : null);
    const places = new Map<string, string>();
    const point = (id: string, standing: Standing, by: readonly XmlElement[]): void => {
      const relationship = relationships.get(id);
      if (!relationship) return;
      if (!places.has(id)) places.set(id, standing.place);
      visitor.pointer({ ...standing, id, relationship, by });
    };
    if (tree) {
      visitor.part(path, tree, place);
      walk(tree, { path, place, otherFormOf: null }, next.placeOf, visitor.element, point);
    } else {
      const around: Standing = { path, place, otherFormOf: null };
      for (const id of idsIn(officePackage.text(path), relationships.keys())) point(id, around, []);
    }
    for (const [id, { type, target, external }] of relationships) {
      if (external || !isText(target)) continue;
      waiting.push({
        path: target,
        part: null,
        place: placeOfType.get(type) ?? places.get(id) ?? place,
        isLooked: looked.has(type),
      });
    }
  }
};

/** What parts are called that stand behind many others. */
const placeOfType: ReadonlyMap<string, string> = new Map([
  ['slideLayout', 'スライドマスター'],
  ['slideMaster', 'スライドマスター'],
  ['notesMaster', 'ノートマスター'],
  ['handoutMaster', '配布資料マスター'],
  ['numbering', '箇条書きの記号'],
  ['theme', '文書のテーマ'],
]);

/** A picture is named so deep within its fill, where a newer form of it stands in an extension. */
const mostAround = 6;

const walk = (
  element: XmlElement,
  standing: Standing,
  placeOf: DrawnRoot['placeOf'],
  look: DrawnVisitor['element'],
  point: (id: string, standing: Standing, by: readonly XmlElement[]) => void,
  above: readonly XmlElement[] = [],
): void => {
  const place = element.name === 'w:p' ? (placeOf?.(element) ?? standing.place) : standing.place;
  const here = place === standing.place ? standing : { ...standing, place };
  look(element, here);
  const by = [...above.slice(1 - mostAround), element];
  for (const name in element.attributes) {
    const isPointer = name.startsWith('r:') || name === 'o:relid';
    if (isPointer) point(element.attributes[name] ?? '', here, by);
  }
  const isForked = element.name === 'mc:AlternateContent';
  const shown = isForked ? shownForm(element) : null;
  for (const child of childrenOf(element)) {
    const isOther = isForked && child !== shown;
    const within = isOther && !here.otherFormOf ? { ...here, otherFormOf: element } : here;
    walk(child, within, placeOf, look, point, by);
  }
};

/** Of a part that is not looked at element by element, the relationships that any attribute names. */
const idsIn = (text: string | null, ids: Iterable<string>): string[] => {
  if (text === null) return [];
  const named = new Set<string>();
  // Without the attribute's name: a word of a million letters would be begun at each of them.
  for (const [, id = ''] of text.matchAll(/=\s*["']([^"'<>]{1,100})["']/g)) named.add(id);
  return [...ids].filter((id) => named.has(id));
};
