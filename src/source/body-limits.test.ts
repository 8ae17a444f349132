import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacter, forbiddenReference } from './allowed-characters.ts';
import { readBody } from './body.ts';
import { measureBody, mostNodesOfPart } from './body-limits.ts';
import { measureYaml } from './yaml-limits.ts';

const nodesIn = (node: Nodes): number =>
  'children' in node ? node.children.reduce((sum, child) => sum + nodesIn(child), 1) : 1;

/** What takes the most nodes for its signs. */
const pieces = [
  'あ\n\n',
  'あ  \n',
  'あ\\\n',
  '- a\n',
  '- a\n\n',
  '1. 1. 1. a\n',
  '> > a\n',
  '- [ ] a\n',
  '用語\n: 説明\n\n',
  '**「あ」**い\n',
  '*a* _b_ ~~c~~ `d`\n\n',
  '***a***\n\n',
  '****a****\n\n',
  '[a](b) ![c](d.png)\n\n',
  '[a](b "c")[a][a]\n\n',
  'www.a.jp https://a.jp/b a@b.jp\n\n',
  '&amp; &#65; &copy;\n\n',
  '{/* a */}\n\n',
  'a{/* a */}b{/**/}c\n',
  '## a\n',
  '#### a *b*\n\n',
  'a\n===\n',
  'a\n---\n',
  '---\n',
  '|a|b|\n|-|-|\n|c|d|\n\n',
  '|a|b|c|\n|-|-|-|\n|\n|\n|\n\n',
  'a[^1]b[^1]\n\n',
  '<ruby>a<rt>b</rt></ruby>\n\n',
  '<Callout>\n\na\n\n</Callout>\n\n',
  'a<br />b\n',
  '```\na\n```\n',
  '    a\n\n',
];

describe('what a body may not exceed', () => {
  it.each(pieces)('bounds the nodes of the tree: %j', (piece) => {
    const body = `${piece.repeat(40)}\n\n[^1]: a\n`;
    const { tree, problems } = readBody(body);
    expect(problems.filter(({ code }) => code !== 'body-heading-one')).toEqual([]);
    const { parts } = measureBody(body, 1);
    if (tree) expect(nodesIn(tree)).toBeLessThanOrEqual(mostNodesOfPart * parts);
  });

  it.each([...pieces, '{', '{/*', '*', '[', '&', '<', '`', '|-', '- ', '>', ' ', '\t', '\n', 'w'])(
    'is found in one walk: %j',
    (piece) => {
      const steps = (count: number) => measureBody(piece.repeat(count), 1).steps;
      expect(steps(200)).toBeLessThanOrEqual(2.2 * steps(100));
      expect(steps(100)).toBeLessThanOrEqual(5 * piece.length * 100);
    },
  );

  it('ends at the first line that is too much', () => {
    const { excess, steps } = measureBody('a\n\n'.repeat(300_000), 11);
    expect(excess).toMatchObject({ code: 'body-too-large', detail: { what: 'parts' } });
    expect(excess?.line).toBe(11 + 16_000);
    expect(steps).toBeLessThan(1_000_000);
  });

  it('tells what is too much where there are several', () => {
    const whatOf = (body: string) => {
      const { excess } = measureBody(body, 1);
      return excess && 'what' in excess.detail ? excess.detail.what : excess?.code;
    };
    expect(whatOf('あ'.repeat(5001))).toBe('line');
    expect(whatOf('**あ** '.repeat(500))).toBeUndefined();
    expect(whatOf('**あ** '.repeat(500).concat('\n').repeat(5))).toBe('emphasis');
    expect(whatOf(`${'&amp; '.repeat(400)}\n${'あ'.repeat(4900).concat('\n').repeat(11)}`)).toBe(
      'copied',
    );
    expect(whatOf(`${'&amp; '.repeat(400)}\n\n${'あ'.repeat(4900).concat('\n').repeat(11)}`)).toBe(
      undefined,
    );
    expect(whatOf(`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(1700)}`)).toBe('cells');
    expect(whatOf('> '.repeat(51))).toBe('body-too-deep');
  });
});

describe('what fields may not exceed', () => {
  it.each([': [', 'a: b\n', '- - ', '"', "'", '{', '# : [', '\n', 'あ'])(
    'is found in one walk: %j',
    (piece) => {
      const steps = (count: number) => measureYaml(piece.repeat(count), 1).steps;
      expect(steps(200)).toBeLessThanOrEqual(2.2 * steps(100));
    },
  );
});

describe('characters that no text may hold', () => {
  it.each([
    ['\0', 'U+0000'],
    ['a\u001b', 'U+001B'],
    ['\r', 'U+000D'],
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\ud800a', 'U+D800'],
    ['\ufdd0', 'U+FDD0'],
    ['\ufffe', 'U+FFFE'],
    ['\u{1ffff}', 'U+1FFFF'],
  ])('%j', (text, name) => {
    expect(forbiddenCharacter(text)?.name).toBe(name);
    expect(forbiddenReference(`a &#${text.replace('a', '').codePointAt(0)};`)?.name).toBe(name);
  });

  it('what people write is allowed', () => {
    expect(forbiddenCharacter('項目\t値\n髙﨑𠮟👨‍👩‍👧が\u3000\u00a0\ue000')).toBeNull();
    expect(forbiddenReference('&amp; &#169; &#x3042; &# &#;')).toBeNull();
  });
});
