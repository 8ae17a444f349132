import { describe, expect, it } from 'vitest';
import { pack } from '../fixtures/package-files.ts';
import { box, showParts, slide } from '../fixtures/powerpoint-files.ts';
import { readOffice } from '../read-office.ts';

const master = 'ppt/slideMasters/slideMaster1.xml';
const layout = 'ppt/slideLayouts/slideLayout1.xml';

/** A show whose sheet below the slides says something. */
const kinds = (path: string, words: string, { slides = [''], ofLayout = '', place = '' }) => {
  const parts: Record<string, unknown> = {
    ...showParts({ slides: slides.map((look) => ({ xml: slide(box(['題'], 'title'), look) })) }),
  };
  const below = String(parts[path]).replace('</p:spTree>', `${box([words], place)}</p:spTree>`);
  parts[path] = below;
  parts[layout] = String(parts[layout]).replace('<p:sldLayout ', `<p:sldLayout ${ofLayout} `);
  const reading = readOffice(pack(parts as Record<string, string>), '.pptx');
  return reading.findings.map(({ kind }) => kind);
};
const off = 'showMasterSp="0"';

describe('the words of a master or a layout', () => {
  it.each([
    ['every slide hides its master', master, { slides: [off, off] }],
    ['every slide hides its layout', layout, { slides: [off] }],
    ['the layout hides its master', master, { ofLayout: off }],
  ])('are hidden where %s', (_, path, look) => {
    expect(kinds(path, '消したはずの文', look)).toEqual(['hidden-text']);
  });
  it.each([
    ['one slide shows them', master, '大学の名', { slides: [off, ''] }],
    ['the layout shows its own', layout, '大学の名', { ofLayout: off }],
    ['they are places that slides fill', master, '大学の名', { slides: [off], place: 'ftr' }],
    ['they are letters alone', master, '1', { slides: [off] }],
  ])('are none where %s', (_, path, words, look) => {
    expect(kinds(path, words, look)).toEqual([]);
  });
});
