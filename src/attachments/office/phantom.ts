import { childOf, type XmlElement } from './xml-tree.ts';

/** Whether a part of a formula keeps its room and is not drawn (ECMA-376 part 1, 22.1.2.81 and 22.1.2.96). */
export const isPhantom = (element: XmlElement): boolean => {
  if (element.name !== 'm:phant') return false;
  const show = childOf(element, 'm:phantPr', 'm:show');
  return show !== null && /^(?:0|false|off)$/.test(show.attributes['m:val'] ?? '1');
};
