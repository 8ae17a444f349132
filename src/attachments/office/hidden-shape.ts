import { childrenOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/** Whether a picture, a text box or another shape was hidden by its author, in the newer or in the older drawings. */
export const isHiddenShape = (shape: XmlElement): boolean => {
  if (shape.name.startsWith('v:')) {
    return /visibility:\s*hidden|display:\s*none/i.test(shape.attributes['style'] ?? '');
  }
  return childrenOf(shape)
    .flatMap((child) => (/:nv\w*Pr$/.test(child.name) ? childrenOf(child) : [child]))
    .some(
      (properties) =>
        /:(?:docPr|cNvPr)$/.test(properties.name) &&
        /^(?:1|true|on)$/.test(properties.attributes['hidden'] ?? '') &&
        !standsForControl(properties),
    );
};

/** Excel hides the drawing of a check box or a button that it shows by other means. */
const standsForControl = (properties: XmlElement): boolean =>
  [...descendantsOf(properties)].some(({ name }) => name.endsWith(':compatExt'));
