import { childOf, childrenOf, switchOf, valOf, type XmlElement } from '../xml-tree.ts';

/** What a style, with the styles it is based on, says about text. Null where it says nothing. */
export type TextLook = {
  bold: boolean | null;
  italic: boolean | null;
  struck: boolean | null;
  hidden: boolean | null;
};

/** A style with what it takes over from those that it is based on. */
export type Style = {
  /** In English and small letters, as Word stores the names of its own styles: `heading 1`, `title`, `caption`. */
  name: string;
  look: TextLook;
  /** 0 for the highest level of headings; null where paragraphs in this style are none. */
  outlineLevel: number | null;
  /** The list that paragraphs in this style belong to. */
  list: XmlElement | null;
  /** The style as it is written, before those that it is based on. */
  chain: readonly XmlElement[];
};

/** Finds a style by its id; a style that there is not looks like nothing. */
export type Styles = {
  paragraph(id: string | null): Style;
  character(id: string | null): Style;
  table(id: string | null): Style;
  /** What holds for all text of the document where nothing else is said. */
  defaults: TextLook;
  /** The same as it is written: `w:rPr`. */
  defaultRun: XmlElement | null;
};

/** Says nothing of how a text looks. */
export const noLook: TextLook = { bold: null, italic: null, struck: null, hidden: null };

const plain: Style = {
  name: '',
  look: noLook,
  outlineLevel: null,
  list: null,
  chain: [],
};

/** What run properties (`w:rPr`) say directly. */
export const lookOf = (properties: XmlElement | null): TextLook => ({
  bold: switchOf(properties, 'w:b'),
  italic: switchOf(properties, 'w:i'),
  struck: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'),
  hidden: switchOf(properties, 'w:vanish'),
});

/** The first look that says something wins, for each property by itself. */
export const firstLook = (...looks: readonly TextLook[]): TextLook => {
  const first = (property: keyof TextLook) =>
    looks.find((look) => look[property] !== null)?.[property] ?? null;
  return {
    bold: first('bold'),
    italic: first('italic'),
    struck: first('struck'),
    hidden: first('hidden'),
  };
};

/** Longer than any chain of styles that Word itself makes (11); a chain may also lead back to its beginning. */
const longestChain = 20;

/** @param part `word/styles.xml`; a file without it has no styles */
export const readStyles = (part: XmlElement | null): Styles => {
  const elements = new Map<string, XmlElement>();
  const standards = new Map<string, string>();
  for (const element of childrenOf(part, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? '';
    elements.set(`${element.attributes['w:type']} ${id}`, element);
    const isDefault = ['1', 'true'].includes(element.attributes['w:default'] ?? '');
    if (isDefault) standards.set(element.attributes['w:type'] ?? '', id);
  }
  const defaultRun = childOf(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  const known = new Map<string, Style>();
  const styleOf = (type: string, id: string): Style => {
    const key = `${type} ${id}`;
    const style = known.get(key) ?? readStyle(chainOf(elements, type, id));
    known.set(key, style);
    return style;
  };
  const named = (type: string, id: string | null): Style => {
    const wanted = id ?? standards.get(type) ?? null;
    return wanted === null ? plain : styleOf(type, wanted);
  };
  return {
    paragraph: (id) => named('paragraph', id),
    character: (id) => (id === null ? plain : styleOf('character', id)),
    table: (id) => named('table', id),
    defaults: lookOf(defaultRun),
    defaultRun,
  };
};

const chainOf = (
  elements: ReadonlyMap<string, XmlElement>,
  type: string,
  id: string,
): XmlElement[] => {
  const chain: XmlElement[] = [];
  let at: string | null = id;
  while (at !== null && chain.length < longestChain) {
    const element = elements.get(`${type} ${at}`);
    if (!element) break;
    chain.push(element);
    at = valOf(element, 'w:basedOn');
  }
  return chain;
};

const readStyle = (chain: readonly XmlElement[]): Style => {
  const name = (valOf(chain[0] ?? null, 'w:name') ?? '').toLowerCase();
  const levels = chain.map((element) => levelOf(element));
  return {
    name,
    look: firstLook(...chain.map((element) => lookOf(childOf(element, 'w:rPr')))),
    outlineLevel: levels.find((level) => level !== null) ?? null,
    list: chain.map((element) => childOf(element, 'w:pPr', 'w:numPr')).find(Boolean) ?? null,
    chain,
  };
};

/** What 一太郎 calls its three levels of headings. */
const sizesOfHeadings = ['大見出し', '中見出し', '小見出し'];

/** A style is a heading by its own name, or because it says so. */
const levelOf = (element: XmlElement): number | null => {
  const name = (valOf(element, 'w:name') ?? '').normalize('NFKC').trim();
  const numbered = /^(?:heading|見出し)\s*([1-9])$/i.exec(name)?.[1];
  if (numbered) return Number(numbered) - 1;
  if (sizesOfHeadings.includes(name)) return sizesOfHeadings.indexOf(name);
  return outlineLevelOf(childOf(element, 'w:pPr'));
};

/** The level that paragraph properties give; 9 means body text. */
export const outlineLevelOf = (properties: XmlElement | null): number | null => {
  const level = valOf(properties, 'w:outlineLvl');
  return level !== null && /^[0-8]$/.test(level) ? Number(level) : null;
};
