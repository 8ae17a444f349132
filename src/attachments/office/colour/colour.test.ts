import { describe, expect, it } from 'vitest';
import { readXml } from '../xml-tree.ts';
import { withTint, withWordTint } from './changed-colour.ts';
import { black, type Colour, hexColour, white } from './colour.ts';
import { contrastOf, isUnseenOn } from './contrast.ts';
import { drawingColour } from './drawing-colour.ts';
import { readThemeColours } from './theme-colours.ts';

const of = (written: string): Colour => hexColour(written) ?? expect.fail(written);
const hex = (colour: Colour | null): string | null =>
  colour &&
  [colour.red, colour.green, colour.blue]
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const fill = (inner: string) => readXml(`<a:solidFill ${a}>${inner}</a:solidFill>`);
const theme = readThemeColours(
  readXml(
    `<a:theme ${a}><a:themeElements><a:clrScheme name="t"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`,
  ),
);

describe('a colour', () => {
  it('differs from another by what WCAG measures', () => {
    expect(contrastOf(black, white)).toBeCloseTo(21, 5);
    expect(contrastOf(of('777777'), white)).toBeCloseTo(4.48, 2);
  });

  it.each([
    ['FFFFFF', 'FFFFFF', true],
    ['FEFEFE', 'FFFFFF', true],
    ['000000', '0A0A0A', true],
    // Watermarks, and a yellow that is read by its colour.
    ['D9D9D9', 'FFFFFF', false],
    ['F2F2F2', 'FFFFFF', false],
    ['FFFF00', 'FFFFFF', false],
    ['FFFFFF', '1F3864', false],
    ['000080', '000000', false],
  ])('%s on %s is unseen: %s', (letters, ground, unseen) => {
    expect(isUnseenOn(of(letters), of(ground))).toBe(unseen);
  });

  it('of letters that let everything through is never seen', () => {
    expect(isUnseenOn({ ...black, alpha: 0 }, white)).toBe(true);
    expect(isUnseenOn({ ...black, alpha: 0.3 }, white)).toBe(false);
  });

  it.each([
    ['<a:srgbClr val="112233"/>', '112233'],
    ['<a:schemeClr val="lt1"/>', 'FFFFFF'],
    ['<a:schemeClr val="lt1"><a:lumMod val="50000"/></a:schemeClr>', '808080'],
    [
      '<a:schemeClr val="dk1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>',
      '808080',
    ],
    [
      '<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>',
      'DAE3F3',
    ],
    ['<a:schemeClr val="dk1"><a:tint val="0"/></a:schemeClr>', 'FFFFFF'],
    ['<a:sysClr val="window"/>', 'FFFFFF'],
    ['<a:scrgbClr r="100%" g="100%" b="100%"/>', 'FFFFFF'],
    // What isn't known is not guessed.
    ['<a:schemeClr val="phClr"/>', null],
    ['<a:srgbClr val="112233"><a:comp/></a:srgbClr>', null],
    ['<a:prstClr val="papayaWhip"/>', null],
  ])('of a drawing, %s, is %s', (written, expected) => {
    expect(hex(drawingColour(fill(written), theme))).toBe(expected);
  });

  it('is made brighter and darker as Excel and Word do it', () => {
    expect(hex(withTint(white, -0.249977111117893))).toBe('BFBFBF');
    expect(hex(withTint(black, 0.5))).toBe('808080');
    expect(hex(withWordTint(white, undefined, 'BF'))).toBe('BFBFBF');
    expect(hex(withWordTint(black, '80', undefined))).toBe('7F7F7F');
    expect(hex(withWordTint(of('4472C4'), '33', undefined))).toBe('DAE3F3');
  });
});
