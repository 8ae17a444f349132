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

/** The boxes among the letters of symbol fonts, which many forms are drawn with. */
const drawnBoxes: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 111: '☐', 113: '☐', 168: '☐', 120: '☒', 253: '☒', 254: '☑' },
  'wingdings 2': { 42: '☐', 48: '☐', 163: '☐', 82: '☑', 83: '☒', 84: '☒' },
};

/**
 * A sign by its number (`w:sym`). Those of symbol fonts lie in the private area, where numbers say nothing but in their
 * own font.
 */
export const symbol = (attributes: Readonly<Record<string, string>>): string => {
  const written = attributes['w:char'] ?? '';
  const code = /^[0-9A-F]{1,4}$/i.test(written) ? Number.parseInt(written, 16) : 0;
  const font = (attributes['w:font'] ?? '').toLowerCase();
  const boxes = Object.hasOwn(drawnBoxes, font) ? drawnBoxes[font] : undefined;
  if (boxes) return boxes[code & 0xff] ?? '';
  return code < 0x20 || (code >= 0xd800 && code < 0xf900) ? '' : String.fromCharCode(code);
};
