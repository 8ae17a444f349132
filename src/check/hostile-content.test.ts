import { afterEach, describe, expect, it, vi } from 'vitest';
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
/**
 * Of the processor, not of the clock. The slowest of these takes about one second on an idle machine, several on one
 * where others use the same caches and cores; what they are here to find takes minutes.
 */
const mostMilliseconds = 20_000;
vi.setConfig({ testTimeout: 120_000 });
const milliseconds = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1000;
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

/** Each name says what lies in the file; each must give at least one of these problems, in time. */
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
    content: `---\na: ${many('[', 100_000)}\n---\n`,
    code: 'yaml-too-deep',
  },
  'nested lists in YAML': {
    content: `---\na:\n${many('- ', 50_000)}x\n---\n`,
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
  'ten thousand unknown fields': {
    content: fields.replace(
      'origin',
      `${Array.from({ length: 9000 }, (_, index) => `k${index}: x`).join('\n')}\norigin`,
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
    content: `${fields}<Callout title={${lines('[', 100_000)}${lines(']', 100_000)}}>a</Callout>`,
    code: 'body-attribute-expression',
  },
  'nested brackets in a module': {
    content: `${fields}\nexport const a = ${lines('[', 100_000)}${lines(']', 100_000)}`,
    code: 'body-import',
  },
  'openings of comments': {
    content: `${fields}${lines('{/* ', 100_000)}`,
    code: 'body-expression',
  },
  'openings of comments before one end': {
    content: `${fields}${lines('{/* ', 100_000)}*/`,
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
  'a megabyte of unsafe links': {
    content: `${fields}${lines('[a](file:x) ', 80_000)}`,
    code: 'more-problems',
  },
};

/** These say nothing wrong, and only must not take long. */
const harmless: Record<string, string> = {
  'openings of links': lines('[', 300_000),
  'openings of pictures': lines('![', 150_000),
  'signs of emphasis': lines('*', 400_000),
  'emphasis before Japanese': lines('**「あ」**い', 30_000),
  'Japanese and code': lines('あ`a`', 50_000),
  backslashes: lines('\\', 400_000),
  'openings of code': Array.from({ length: 800 }, (_, index) => `${many('`', index)} a`).join('\n'),
  ampersands: lines('&', 400_000),
  'definitions of links': many('[a]: x\n', 15_000),
  'bare addresses': lines('www.', 100_000),
};

describe('hostile content', () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const timed = (content: string | Uint8Array) => {
    const files = soundWorldWith({ [path]: content });
    const start = process.cpuUsage();
    const problems = checkWorld(files);
    expect(milliseconds(start)).toBeLessThan(mostMilliseconds);
    return problems.filter((problem) => problem.path === path);
  };

  for (const [name, { content, code }] of Object.entries(hostile)) {
    it(`gives a problem for ${name}`, () => {
      expect(timed(content).map((problem) => problem.code)).toContain(code);
    });
  }

  for (const [name, body] of Object.entries(harmless)) {
    it(`reads ${name} in time`, () => {
      expect(timed(fields + body)).toEqual([]);
    });
  }

  it('gives a problem for hostile attachments', async () => {
    const beside = (name: string) => path.replace('index.mdx', name);
    const names = ['comments.svg', 'quotes.svg', 'directory.docx', 'cells.csv'];
    const world = soundWorldWith({
      [path]: fields.replace(
        'origin',
        `attachments:\n${names.map((name) => `  - { file: ${name}, title: 添付, kind: other, rights: 可 }`).join('\n')}\norigin`,
      ),
      [beside('comments.svg')]: `<svg>${many('<!--', 500_000)}`,
      [beside('quotes.svg')]: `<svg ${many('a="', 500_001)}>`,
      [beside('directory.docx')]: new Uint8Array([
        ...[0x50, 0x4b, 0x03, 0x04, 0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
        ...[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0],
      ]),
      [beside('cells.csv')]: many('"', 1_000_000),
    });
    const start = process.cpuUsage();
    const problems = checkWorld(world, { attachments: await realReadings(world) });
    expect(milliseconds(start)).toBeLessThan(mostMilliseconds);
    expect(problems.map((problem) => `${problem.path.split('/').at(-1)} ${problem.code}`)).toEqual([
      'comments.svg svg-unsafe',
      expect.stringMatching(/^directory.docx document-(?:too-complex|damaged)$/),
      'quotes.svg svg-unsafe',
    ]);
  });
});
