import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import { relationshipsOf, targetOf } from '../../../src/attachments/office/relationships.ts';
import { numberIn } from '../../../src/attachments/office/word/number-format.ts';
import { childOf, childrenOf, type XmlElement } from '../../../src/attachments/office/xml-tree.ts';

/** The mark or the number before a paragraph. */
export type Bullet =
  | { kind: 'mark' }
  | {
      kind: 'number';
      start: number;
      /** As it is shown: ①, (1), a. */
      shown(number: number): string;
    };

/** Tells the bullet of a paragraph by its own properties and its level, from 0. */
export type Bullets = (properties: XmlElement | null, depth: number) => Bullet | null;

/**
 * How the paragraphs of a shape are marked: by themselves, else by the shape, else by the placeholder of the layout and of
 * the master that it stands in, else by the styles of the master (ECMA-376 part 1, 19.3.1.52 and 21.1.2.4).
 * @param path of the slide
 */
export const bulletsOf = (
  shape: XmlElement,
  placeholder: XmlElement | null,
  path: string,
  office: OfficePackage,
): Bullets => {
  const holders = placeholder ? holdersOf(placeholder, path, office) : [];
  const lists = [childOf(shape, 'p:txBody', 'a:lstStyle'), ...holders];
  return (properties, depth) => {
    const levels = lists.map((list) => childOf(list, `a:lvl${depth + 1}pPr`));
    for (const holder of [properties, ...levels]) {
      const bullet = bulletIn(holder);
      if (bullet !== undefined) return bullet;
    }
    return null;
  };
};

/** Undefined where nothing is said; null for none. */
const bulletIn = (properties: XmlElement | null): Bullet | null | undefined => {
  for (const { name, attributes } of childrenOf(properties)) {
    if (name === 'a:buNone') return null;
    if (name === 'a:buChar' || name === 'a:buBlip') return { kind: 'mark' };
    if (name === 'a:buAutoNum') {
      const start = Number(attributes['startAt'] ?? 1);
      return {
        kind: 'number',
        start: Number.isInteger(start) && start > 0 ? start : 1,
        shown: (number) => shownNumber(attributes['type'] ?? '', number),
      };
    }
  }
  return undefined;
};

/** The names of ST_TextAutonumberScheme (ECMA-376 part 1, 20.1.10.61) begin with the sign and end with what is around it. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^alphaLc/, 'lowerLetter'],
  [/^alphaUc/, 'upperLetter'],
  [/^romanLc/, 'lowerRoman'],
  [/^romanUc/, 'upperRoman'],
  [/^circleNum/, 'decimalEnclosedCircle'],
  [/^arabicDb/, 'decimalFullWidth'],
  [/^ea1(?:Jpn|Chs|Cht)/, 'japaneseCounting'],
];

const shownNumber = (type: string, number: number): string => {
  const format = formats.find(([pattern]) => pattern.test(type))?.[1] ?? 'decimal';
  const sign = numberIn(format, number);
  if (/ParenBoth$/.test(type)) return `(${sign})`;
  if (/ParenR$/.test(type)) return `${sign})`;
  return /Period$/.test(type) ? `${sign}.` : sign;
};

const holdersOf = (
  placeholder: XmlElement,
  path: string,
  office: OfficePackage,
): (XmlElement | null)[] => {
  const layoutPath = targetOf(relationshipsOf(office, path), 'slideLayout');
  if (layoutPath === null) return [];
  const layout = office.xml(layoutPath);
  const masterPath = targetOf(relationshipsOf(office, layoutPath), 'slideMaster');
  const master = masterPath === null ? null : office.xml(masterPath);
  const type = placeholder.attributes['type'] ?? 'obj';
  const inLayout = sameIn(layout, placeholder);
  const styles = /^(?:title|ctrTitle)$/.test(type) ? 'p:titleStyle' : 'p:bodyStyle';
  return [
    childOf(inLayout, 'p:txBody', 'a:lstStyle'),
    childOf(sameIn(master, placeholder), 'p:txBody', 'a:lstStyle'),
    childOf(master, 'p:txStyles', styles),
  ];
};

/** The placeholder of a layout or a master that has the same number, else the same kind. */
const sameIn = (part: XmlElement | null, placeholder: XmlElement): XmlElement | null => {
  const shapes = childrenOf(childOf(part, 'p:cSld', 'p:spTree'), 'p:sp');
  const { idx, type = 'obj' } = placeholder.attributes;
  const holderOf = (shape: XmlElement) => childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
  return (
    shapes.find((shape) => idx !== undefined && holderOf(shape)?.attributes['idx'] === idx) ??
    shapes.find((shape) => {
      const holder = holderOf(shape);
      return holder !== null && (holder.attributes['type'] ?? 'obj') === type;
    }) ??
    null
  );
};
