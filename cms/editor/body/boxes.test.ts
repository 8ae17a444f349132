import { describe, expect, it } from 'vitest';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import {
  boxesForForm,
  boxOfLine,
  emptyBox,
  joinBoxes,
  settledBoxes,
  splitBody,
  wholeBody,
  withHeading,
  withNewInOrder,
  withText,
} from './boxes.ts';

const split = (text: string) => splitBody(text, practiceHeadings);
const shown = (text: string) => split(text).map(({ heading, text: inner }) => [heading, inner]);
const headings = (text: string) => split(text).map(({ heading }) => heading);

/** Pieces that texts are made of at random, the hostile ones among them. */
const pieces = [
  '## 課題\n',
  '## 手順 ##\n',
  '##手順\n',
  '##\n',
  '## \n',
  '### 小見出し\n',
  '# 大見出し\n',
  '## 課題',
  '体制\n---\n',
  '\n体制\n-\n',
  '体制\n===\n',
  '```\n## 手順\n```\n',
  '~~~~\n## 体制\n~~~\n',
  '```md\n',
  '    ## 様式\n',
  '  ## 様式\n',
  '> ## 課題\n',
  '- ## 課題\n',
  '- a\n\n  ## 課題\n',
  '<Callout kind="note">\n\n## 様式\n\n</Callout>\n',
  '<Callout>\n',
  '</Callout>\n',
  '<Steps>\n',
  '文[^1]。\n',
  '[^1]: 注\n\n    ## 注の中\n',
  '文です。  \n',
  '  \n',
  '\n',
  '\n\n\n',
  '\t\n',
  '\r\n',
  '文\r\n\r\n## 工数・費用\r\n',
  '\r',
  '\u00a0\n',
  '\u3000文\n',
  '\ufeff',
  '\u2028',
  '😀👨‍👩‍👧\n',
  'が\n',
  '| a | b |\n| --- | --- |\n',
  '---\n',
  '`<Callout>`\n',
  '\u0000',
];

/** Numbers from a seed (mulberry32), so that a text that failed can be made again. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

describe('cutting a text at its headings and putting it together', () => {
  it('is the identity on every text', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    console.log(`SEED=${seed}`);
    const random = randomFrom(seed);
    for (let round = 0; round < 4000; round++) {
      const text = Array.from(
        { length: Math.floor(random() * 12) },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join('');
      expect(joinBoxes(split(text)), JSON.stringify(text)).toBe(text);
      const inForm = boxesForForm(text, practiceHeadings, practiceHeadings);
      expect(joinBoxes(inForm), JSON.stringify(text)).toBe(text);
    }
  });

  it('changes nothing but the box that somebody wrote into', () => {
    const text = '前書き  \n\n## 課題\n古い\n## 様式\n\n\n様式です。\n\n';
    const boxes = split(text).map((box) =>
      box.heading === '課題' ? withText(box, '新しい') : box,
    );
    expect(joinBoxes(boxes)).toBe('前書き  \n\n## 課題\n新しい\n\n## 様式\n\n\n様式です。\n\n');
  });
});

describe('the boxes of a text', () => {
  it('are those of its headings, with what stands before them', () => {
    expect(shown('前\n\n## 課題\n\n一\n\n二\n\n## 手順 ##\n\n1. 三\n')).toEqual([
      [null, '前'],
      ['課題', '一\n\n二'],
      ['手順', '1. 三'],
    ]);
    expect(shown('体制\n---\n人です。')).toEqual([
      [null, ''],
      ['体制', '人です。'],
    ]);
    expect(shown('')).toEqual([[null, '']]);
  });

  it.each([
    ['in code', '```\n## 課題\n```'],
    ['in a longer fence', '~~~~\n~~~\n## 課題\n~~~~'],
    ['in a component', '<Callout kind="note">\n\n## 課題\n\n</Callout>'],
    [
      'in a quotation, a list or code by indentation',
      '> ## 課題\n\n- a\n\n  ## 課題\n\n    ## 課題',
    ],
    ['of another level', '# 課題\n\n### 手順'],
    ['without a space', '##課題'],
    ['that is the end of a paragraph', '文です。\n体制\n---\n'],
  ])('do not begin with a heading %s', (_what, text) => {
    expect(headings(text)).toEqual([null]);
  });

  it('begin with one after each of these', () => {
    expect(headings('```\na\n```\n## 課題\n<Steps>\n\n1. a\n\n</Steps>\n\n## 手順')).toEqual([
      null,
      '課題',
      '手順',
    ]);
    expect(headings('`<Callout>` と書く。\n\n## 課題')).toEqual([null, '課題']);
  });

  it('have a place for each heading that is asked for', () => {
    const inForm = boxesForForm('## 背景\n\n昔\n\n## 手順\n\n今\n', practiceHeadings, [
      '課題',
      '体制',
      '手順',
      '様式',
    ]);
    expect(inForm.map(({ heading }) => heading)).toEqual([
      null,
      '課題',
      '体制',
      '背景',
      '手順',
      '様式',
    ]);
    expect(boxesForForm('', [], []).map(({ heading }) => heading)).toEqual([null]);
  });
});

describe('what somebody writes', () => {
  const form = (text: string) => boxesForForm(text, practiceHeadings, practiceHeadings);
  const typed = (text: string, heading: string | null, words: string) =>
    joinBoxes(form(text).map((box) => (box.heading === heading ? withText(box, words) : box)));

  it('into an empty box has its heading, in its place', () => {
    expect(typed('', '課題', '一')).toBe('## 課題\n\n一');
    expect(typed('## 手順\n\n二', '課題', '一')).toBe('## 課題\n\n一\n\n## 手順\n\n二');
    expect(typed('## 課題\n\n一', '手順', '二\n')).toBe('## 課題\n\n一\n\n## 手順\n\n二\n');
    expect(typed('## 課題', '課題', '一')).toBe('## 課題\n\n一');
  });

  it('and takes away again leaves no heading', () => {
    expect(typed('## 課題\n\n一\n\n## 手順\n\n二', '課題', ' \n')).toBe('## 手順\n\n二');
    expect(typed('## 課題\n\n一', '課題', '')).toBe('');
  });

  it('with the heading of its own box does not stand twice', () => {
    expect(typed('', '課題', '## 課題\n\n一')).toBe('## 課題\n\n一');
  });

  it('under a heading of its own stands under it', () => {
    const own = withText(withHeading(emptyBox(''), '背景\nと経緯'), '昔');
    expect(joinBoxes([...split('## 課題\n\n一\n'), own])).toBe(
      '## 課題\n\n一\n\n## 背景 と経緯\n\n昔',
    );
  });

  it('in one box with several headings goes to where it belongs', () => {
    const before = form('').map((box) => {
      if (box.heading === '手順') return withText(box, '三');
      return box.heading === '体制'
        ? withText(box, '二\n\n## つまずき\n\n四\n\n## 課題\n\n一')
        : box;
    });
    const after = withNewInOrder(form(joinBoxes(before)), before, practiceHeadings);
    expect(joinBoxes(after)).toBe(
      '## 課題\n\n一\n\n## 体制\n\n二\n\n## 手順\n\n三\n\n## つまずき\n\n四\n\n',
    );
  });

  it('under another heading takes the place of the empty box for it', () => {
    const before = form('').map((box) =>
      box.heading === '課題' ? withText(box, '## 体制\n\n二\n\n### 分担\n\n三') : box,
    );
    const after = settledBoxes(before, practiceHeadings, practiceHeadings) ?? [];
    expect(joinBoxes(after)).toBe('## 体制\n\n二\n\n### 分担\n\n三');
    expect(after.map(({ heading }) => heading)).toEqual(before.map(({ heading }) => heading));
    expect(settledBoxes(after, practiceHeadings, practiceHeadings)).toBeNull();
  });

  it('under a heading that was written anew takes that place too', () => {
    const before = form('## 背景\n\n昔\n').map((box) =>
      box.heading === '背景' ? withHeading(box, '手順') : box,
    );
    const after = settledBoxes(before, practiceHeadings, practiceHeadings) ?? [];
    expect(after.filter(({ heading }) => heading === '手順')).toHaveLength(1);
    expect(joinBoxes(after)).toContain('## 手順\n\n昔');
  });

  it('without a heading leaves the boxes as they are', () => {
    const typed = form('').map((box) => (box.heading === '課題' ? withText(box, '一\n') : box));
    expect(settledBoxes(typed, practiceHeadings, practiceHeadings)).toBeNull();
    expect(settledBoxes(form('## 課題\n\n一\n'), practiceHeadings, practiceHeadings)).toBeNull();
  });

  it('as a heading stays, though nothing stands below it', () => {
    const boxes = split('## 背景\n\n## 手順\n\n二\n').map((box) =>
      box.heading === '背景' ? withHeading(box, '課題') : box,
    );
    expect(joinBoxes(boxes)).toBe('## 課題\n\n## 手順\n\n二\n');
  });

  it('in a text without settled headings is one box', () => {
    expect(joinBoxes(wholeBody('\n## a\n\nb \n'))).toBe('\n## a\n\nb \n');
    expect(wholeBody('\n## a\n\nb \n')).toMatchObject([{ text: '## a\n\nb' }]);
  });

  it('is found by its line', () => {
    const boxes = form('前\n\n## 課題\n\n一\n二\n\n## 手順\n\n三\n');
    const at = (line: number) => boxes[boxOfLine(boxes, line)]?.heading;
    expect([1, 3, 6, 8, 10, 99].map(at)).toEqual([null, '課題', '課題', '手順', '手順', '手順']);
  });
});
