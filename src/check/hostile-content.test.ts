import { afterEach, describe, expect, it } from 'vitest';
import { realReadings } from './fixtures/readings.ts';
import { checkWorld, soundWorldWith } from './fixtures/worlds.ts';

const path = 'case-studies/sakura-u/hostile/index.mdx';
const fields = `---
title: 題名
summary: 要約です。
institution: sakura-u
reviewBasis: event
origin: contributed
published: 2026-01-10
updated: 2026-01-10
---
`;
const many = (text: string, count: number) => text.repeat(count);
/** As many, in lines as long as a body may have. */
const lines = (text: string, count: number) => {
  const inLine = Math.floor(4900 / text.length);
  return many(`${many(text, inLine)}\n`, Math.ceil(count / inLine));
};
const bomb = ['a: &a [x, x]', ...'bcdefghijklmnopqrstuvwxyz'].reduce(
  (lines, name, index, all) =>
    index === 0
      ? name
      : `${lines}\n${name}: &${name} [${many(`*${(all[index - 1] ?? '')[0]}, `, 9)}]`,
  '',
);

/** Each name says what lies in the file; each must give at least this problem. */
const hostile: Record<string, { content: string | Uint8Array; code: string }> = {
  'broken YAML': { content: '---\na: [\n: }\n---\n', code: 'yaml-syntax' },
  'a YAML bomb': { content: `---\n${bomb}\n---\n`, code: 'yaml-alias' },
  'a tag that runs code elsewhere': {
    content: '---\na: !!js/function "function () { throw 1 }"\n---\n',
    code: 'yaml-tag',
  },
  __proto__: {
    content:
      '---\n__proto__:\n  polluted: true\nconstructor:\n  prototype: { polluted: true }\n---\n',
    code: 'yaml-key',
  },
  '__proto__ further in': {
    content: fields.replace('origin', 'contact:\n  __proto__: { polluted: true }\norigin'),
    code: 'yaml-key',
  },
  'a merge key': {
    content: fields.replace('origin', '<<: { title: x }\norigin'),
    code: 'field-unknown',
  },
  'nested brackets in YAML': {
    content: `---\na: ${many('[', 4000)}\n---\n`,
    code: 'yaml-too-deep',
  },
  'nested lists in YAML': {
    content: `---\na:\n${many('- ', 2000)}x\n---\n`,
    code: 'yaml-too-deep',
  },
  'a list of lists that YAML can read': {
    content: `---\na: ${many('[', 30)}${many(']', 30)}\n---\n`,
    code: 'yaml-too-deep',
  },
  'a hundred thousand fields': {
    content: `---\n${Array.from({ length: 100_000 }, (_, index) => `k${index}: x`).join('\n')}\n---\n`,
    code: 'front-matter-too-long',
  },
  'ten thousand fields': {
    content: `---\n${many('k: x\n', 10_000)}---\n`,
    code: 'yaml-too-large',
  },
  'brackets in a comment of YAML': {
    content: `---\n# ${many(': [', 30_000)}\n"\n---\n`,
    code: 'yaml-too-large',
  },
  'keys in a list in YAML': {
    content: `---\na: [${many('a: ', 1700)}\n---\n`,
    code: 'yaml-too-large',
  },
  'a control character in an escape of YAML': {
    content: fields.replace('要約です。', '"\\x00"'),
    code: 'text-unreadable',
  },
  'a control character in a key': {
    content: fields.replace('summary', '"\\x1b": x\nsummary'),
    code: 'text-unreadable',
  },
  'half a character further in': {
    content: fields.replace('origin', 'contact: { office: "\\ud800" }\norigin'),
    code: 'text-unreadable',
  },
  'a turn of direction': {
    content: fields.replace('要約です。', '要約\u202Eです。'),
    code: 'text-unreadable',
  },
  'a control character by its number': { content: `${fields}&#x1b;`, code: 'text-unreadable' },
  'a control character in an attribute': {
    content: `${fields}<Callout title="&#1;">\n\na\n\n</Callout>`,
    code: 'text-unreadable',
  },
  'a noncharacter by its number': { content: `${fields}&#xFDD1;`, code: 'text-unreadable' },
  'a number of no character': { content: `${fields}&#x110000;`, code: 'text-unreadable' },
  'thousands of unknown fields': {
    content: fields.replace(
      'origin',
      `${Array.from({ length: 3000 }, (_, index) => `k${index}: x`).join('\n')}\norigin`,
    ),
    code: 'more-problems',
  },
  'thousands of unknown references': {
    content: fields.replace(
      'origin',
      `related:\n${Array.from({ length: 2500 }, (_, index) => `  - case-studies/sakura-u/accepting-x${index}`).join('\n')}\norigin`,
    ),
    code: 'more-problems',
  },
  'binary garbage': {
    content: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
    code: 'not-utf8',
  },
  'zero bytes in text': { content: `${fields}\0\0\0`, code: 'text-unreadable' },
  'a noncharacter in text': { content: `${fields}\uFDD1`, code: 'text-unreadable' },
  nothing: { content: '', code: 'file-empty' },
  'only white space': { content: '\n\n  \n', code: 'front-matter-missing' },
  'ten megabytes': { content: many('あいうえお\n', 650_000), code: 'text-too-long' },
  'a file of openings of front matter': {
    content: many('---\n', 200_000),
    code: 'yaml-not-fields',
  },
  'a line of 200,000 characters': {
    content: `${fields}${many('あ**い**', 40_000)}`,
    code: 'body-too-large',
  },
  'quotes on one line': { content: `${fields}${many('>', 4000)} a`, code: 'body-too-deep' },
  'lists on one line': { content: `${fields}${many('- ', 2000)}a`, code: 'body-too-deep' },
  'numbered lists on one line': {
    content: `${fields}${many('1. ', 1000)}a`,
    code: 'body-too-deep',
  },
  'lists that step to the right': {
    content: `${fields}${Array.from({ length: 900 }, (_, index) => `${many('  ', index)}- a`).join('\n')}`,
    code: 'body-too-deep',
  },
  'nested emphasis': {
    content: `${fields}${many('*a ', 1000)}b${many('*', 1000)}`,
    code: 'body-too-deep',
  },
  'nested components': {
    content: `${fields}${many('<Callout>\n\n', 490)}${many('</Callout>\n\n', 490)}`,
    code: 'body-too-deep',
  },
  'a flood of tags': {
    content: `${fields}${many('<Callout>\n\n', 9000)}`,
    code: 'body-too-large',
  },
  'unclosed components in quotes': {
    content: `${fields}${many('> <Callout>\n', 990)}`,
    code: 'body-syntax',
  },
  'a flood of bare signs': { content: `${fields}${many('<3 ', 900)}`, code: 'body-syntax' },
  'braces in an expression': {
    content: `${fields}{${lines('(', 100_000)}${lines(')', 100_000)}}`,
    code: 'body-expression',
  },
  'a flood of braces': { content: `${fields}${lines('{', 300_000)}`, code: 'body-expression' },
  'braces in an attribute': {
    content: `${fields}<Callout title={${many('[', 2000)}\n${many(']', 2000)}}>a</Callout>`,
    code: 'body-attribute-expression',
  },
  'nested brackets in a module': {
    content: `${fields}\nexport const a = ${many('[', 2000)}\n${many(']', 2000)}`,
    code: 'body-import',
  },
  'openings of comments': {
    content: `${fields}${many('{/* ', 900)}`,
    code: 'body-expression',
  },
  'openings of comments before one end': {
    content: `${fields}${many('{/* ', 900)}*/`,
    code: 'body-expression',
  },
  'a wide table': {
    content: `${fields}${many('|a', 1000)}|\n${many('|-', 1000)}|\n${many('|x|\n', 1000)}`,
    code: 'body-too-large',
  },
  'a flood of footnotes': {
    content: `${fields}[^a]: x\n\n${lines('[^a] ', 150_000)}`,
    code: 'body-too-large',
  },
  'thousands of unsafe links': {
    content: `${fields}${lines('[a](file:x) ', 2500)}`,
    code: 'more-problems',
  },
};

/** These say nothing wrong, and there is too much of them. */
const tooMuch: Record<string, string> = {
  'openings of links': lines('[', 300_000),
  'openings of pictures': lines('![', 150_000),
  'signs of emphasis': lines('*', 400_000),
  'emphasis before Japanese': lines('**「あ」**い', 30_000),
  'openings of emphasis before Japanese': lines('**「', 30_000),
  'Japanese and code': lines('あ`a`', 50_000),
  'bare addresses': lines('www.', 100_000),
  references: lines('&amp;', 60_000),
  'references in one paragraph': `${lines('&amp;', 1900)}${lines('あ', 50_000)}`,
  'references by number': lines('&#65;', 60_000),
  comments: lines('{/**/}', 60_000),
  'lists in lists': many('- - - - - - - - - - a\n', 2000),
  'short paragraphs': many('a\n\n', 9000),
  headings: many('## a\n', 3000),
  charts: many('<Chart data="a.csv" title="題名" denominator="10件" unit="件" />\n\n', 21),
  'tables under tables': many('|a|b|\n|-|-|\n', 3000),
};
/** These say nothing wrong and are simple, however many there are. */
const harmless: Record<string, string> = {
  backslashes: lines('\\', 400_000),
  'openings of code': Array.from({ length: 800 }, (_, index) => `${many('`', index)} a`).join('\n'),
  'definitions of links': many('[a]: x\n', 2900),
  'a heading with blanks in it': many(`### a${many(' ', 4900)}a\n\n`, 190),
  'a link with blanks in it': many(`[a](<b${many(' ', 4900)}c>)\n\n`, 1),
};

describe('hostile content', () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const problemsIn = (content: string | Uint8Array) =>
    checkWorld(soundWorldWith({ [path]: content })).filter((problem) => problem.path === path);
  const codesIn = (content: string | Uint8Array) => problemsIn(content).map(({ code }) => code);

  for (const [name, { content, code }] of Object.entries(hostile)) {
    it(`gives a problem for ${name}`, () => {
      expect(codesIn(content)).toContain(code);
    });
  }

  it('gives one problem for lists that the parser of YAML cannot follow', () => {
    const keys = many(`${many('a: ', 1600)}\n `, 4);
    expect(codesIn(`---\na: [${keys}]\n---\n`)).toEqual([
      expect.stringMatching(/^yaml-(?:too-deep|syntax)$/),
    ]);
  });

  for (const [name, body] of Object.entries(tooMuch)) {
    it(`reads no further in too many ${name}`, () => {
      expect(codesIn(fields + body)).toContain('body-too-large');
    });
  }

  for (const [name, body] of Object.entries(harmless)) {
    it(`reads ${name}`, () => {
      expect(codesIn(fields + body)).toEqual(name.startsWith('a link') ? ['link-broken'] : []);
    });
  }

  it('gives a problem for hostile attachments', async () => {
    const beside = (name: string) => path.replace('index.mdx', name);
    const names = ['comments.svg', 'quotes.svg', 'long.svg', 'directory.docx', 'cells.csv'];
    const world = soundWorldWith({
      [path]: fields.replace(
        'origin',
        `attachments:\n${names.map((name) => `  - { file: ${name}, title: 添付, kind: other, rights: 可 }`).join('\n')}\norigin`,
      ),
      [beside('comments.svg')]: `<svg>${many('<!--', 490_000)}`,
      [beside('long.svg')]: `<svg>${many(' ', 2_000_000)}</svg>`,
      [beside('quotes.svg')]: `<svg ${many('a="', 500_001)}>`,
      [beside('directory.docx')]: new Uint8Array([
        ...[0x50, 0x4b, 0x03, 0x04, 0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
        ...[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0],
      ]),
      [beside('cells.csv')]: many('"', 1_000_000),
    });
    const problems = checkWorld(world, { attachments: await realReadings(world) });
    expect(problems.map((problem) => `${problem.path.split('/').at(-1)} ${problem.code}`)).toEqual([
      'comments.svg svg-unsafe',
      expect.stringMatching(/^directory.docx document-(?:too-complex|damaged)$/),
      'long.svg file-too-large',
      'quotes.svg svg-unsafe',
    ]);
  });
});
