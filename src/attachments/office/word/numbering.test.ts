import { expect, it } from 'vitest';
import { readXml, type XmlElement } from '../xml-tree.ts';
import { readNumbering } from './numbering.ts';

const declaration = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const level = (depth: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** What is shown before paragraphs of these depths in a list of these levels. */
const shown = (levels: string, depths: readonly number[], override = ''): string[] => {
  const part = readXml(
    `<w:numbering ${declaration}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>${override}</w:num></w:numbering>`,
  );
  const numbering = readNumbering(part);
  return depths.map((depth) => {
    const properties = readXml(
      `<w:numPr ${declaration}><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`,
    ) as XmlElement;
    return numbering.next(properties)?.shown ?? '';
  });
};

const chapters = level(0, 'japaneseCounting', '第%1章');

it('deeper levels begin anew below each of a higher level', () => {
  expect(shown(chapters + level(1, 'decimal', '第%2条'), [0, 1, 1, 0, 1])).toEqual([
    '第一章',
    '第1条',
    '第2条',
    '第二章',
    '第1条',
  ]);
});

it('articles that never begin anew count on through the chapters', () => {
  const articles = level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>');
  expect(shown(chapters + articles, [0, 1, 1, 0, 1])[4]).toBe('第3条');
});

it('a level may begin anew below the outermost alone', () => {
  const inner =
    level(1, 'decimal', '%2') + level(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>');
  expect(shown(chapters + inner, [0, 1, 2, 1, 2, 0, 2])).toEqual([
    '第一章',
    '1',
    '(1)',
    '2',
    '(2)',
    '第二章',
    '(1)',
  ]);
});

it('numbers of other levels are in digits where the level says so', () => {
  expect(shown(chapters + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), [0, 1])[1]).toBe('1.1');
});

it('a list may give a level anew', () => {
  const override = `<w:lvlOverride w:ilvl="0">${level(0, 'aiueoFullWidth', '(%1)')}</w:lvlOverride>`;
  expect(shown(chapters, [0, 0], override)).toEqual(['(ア)', '(イ)']);
});

it('depths and levels beyond sense are none', () => {
  const strange = level(99_999_999, 'decimal', '%1') + level(-1, 'decimal', '%1');
  expect(shown(strange, [4_000_000_000, 0])).toEqual(['', '']);
});
