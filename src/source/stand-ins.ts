import type { Nodes, Properties } from 'hast';

/**
 * Characters that stand in for others while the Markdown parser reads a body. They are Unicode noncharacters, kept
 * "for process-internal use" (Unicode 17.0, section 23.7): no text may hold them, and readSource refuses one that does.
 * All mean nothing to the parser, so what they stand for never reaches its JavaScript reader.
 */
export const standIns = {
  /** Nothing: it parts a delimiter run from the punctuation beside it, and goes. */
  nothing: '\uFDD0',
  openBrace: '\uFDD1',
  closeBrace: '\uFDD2',
  escapedBrace: '\uFDD3',
  /** A `<` that the parser stumbled over; it has been reported. */
  lessThan: '\uFDD4',
  /** Stands before `import` or `export` at the beginning of a line. */
  moduleWord: '\uFDD5',
} as const;

const written: Record<string, string> = {
  [standIns.nothing]: '',
  [standIns.openBrace]: '{',
  [standIns.closeBrace]: '}',
  [standIns.escapedBrace]: '{',
  [standIns.lessThan]: '<',
  [standIns.moduleWord]: '',
};
const hasStandIn = /[\uFDD0-\uFDD5]|%EF%B7%9[0-5]/;
const anyStandIn = /[\uFDD0-\uFDD5]/g;
/** The same characters in an address, which the parser has percent-encoded. */
const anyEncodedStandIn = /%EF%B7%9[0-5]/g;

/** Puts back what an author wrote, in running text or an attribute. */
export const asWritten = (text: string): string => {
  if (!hasStandIn.test(text)) return text;
  return text
    .replace(anyStandIn, (character) => written[character] ?? '')
    .replace(anyEncodedStandIn, (encoded) =>
      encodeURIComponent(written[decodeURIComponent(encoded)] ?? ''),
    );
};

/** Puts back what an author wrote in code, where a backslash is a backslash. */
const asWrittenInCode = (text: string): string =>
  asWritten(text.replaceAll(standIns.escapedBrace, '\\{'));

/**
 * Puts back what an author wrote in one node (not in its children).
 * @param inCode whether the node is inside code
 */
export const restoreNode = (node: Nodes, inCode: boolean): void => {
  if (node.type === 'text') {
    node.value = inCode ? asWrittenInCode(node.value) : asWritten(node.value);
  } else if (node.type === 'element') {
    restoreProperties(node.properties);
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const attribute of node.attributes) {
      if (typeof attribute.value === 'string') attribute.value = asWritten(attribute.value);
    }
  }
};

const restoreProperties = (properties: Properties): void => {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[name] = asWritten(value);
    else if (Array.isArray(value)) {
      properties[name] = value.map((item) => (typeof item === 'string' ? asWritten(item) : item));
    }
  }
};
