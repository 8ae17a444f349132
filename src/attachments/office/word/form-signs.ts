import { childOf, switchOf, type XmlElement } from '../xml-tree.ts';

/** Words in a form that only ask to be replaced. */
export const isPlaceholder = (control: XmlElement): boolean =>
  childOf(control, 'w:sdtPr', 'w:showingPlcHdr') !== null;

const box = (isTicked: boolean): string => (isTicked ? '☑' : '☐');

/**
 * A box to tick as it stands: of a content control, or of the older forms (ECMA-376 part 1, 17.16.7), which Word draws
 * itself and of which no letter is in the file.
 * @param element `w:sdt` or `w:fldChar`
 * @returns null for any other control or field
 */
export const checkBox = (element: XmlElement): string | null => {
  const control = childOf(element, 'w:sdtPr', 'w14:checkbox');
  if (control) {
    const isTicked = childOf(control, 'w14:checked')?.attributes['w14:val'] ?? '0';
    return box(/^(?:1|true|on)$/.test(isTicked));
  }
  const field = childOf(element, 'w:ffData', 'w:checkBox');
  return field ? box(switchOf(field, 'w:checked') ?? switchOf(field, 'w:default') ?? false) : null;
};
