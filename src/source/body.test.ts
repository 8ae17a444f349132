import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { readBody } from './body.ts';
import { plainText } from './tree-text.ts';

const html = (markdown: string): string => {
  const { tree, problems } = readBody(markdown);
  expect(problems).toEqual([]);
  return tree ? toHtml(tree).trim() : '';
};
const codes = (markdown: string): string[] => readBody(markdown).problems.map(({ code }) => code);

describe('emphasis in Japanese', () => {
  it.each([
    ['**「強調」**です', '<strong>「強調」</strong>です'],
    ['これは**「強調」**です。', 'これは<strong>「強調」</strong>です。'],
    ['**利益相反。**次に', '<strong>利益相反。</strong>次に'],
    ['取組**（案）**を', '取組<strong>（案）</strong>を'],
    [
      '規程の**[手引](https://a.example/)**です',
      '規程の<strong><a href="https://a.example/">手引</a></strong>です',
    ],
    ['これは*「強調」*です', 'これは<em>「強調」</em>です'],
    ['これは***「強調」***です', 'これは<em><strong>「強調」</strong></em>です'],
    ['これは~~「取消」~~です', 'これは<del>「取消」</del>です'],
    ['𠮟**（しかる）**と', '𠮟<strong>（しかる）</strong>と'],
    ['全体**重要**語', '全体<strong>重要</strong>語'],
    ['これは\\*「強調」\\*です', 'これは*「強調」*です'],
    ['`は**「」**です`', '<code>は**「」**です</code>'],
    ['5 * 3 * 2', '5 * 3 * 2'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });
});

describe('what Markdown can do', () => {
  it('tables, aligned by class, because pages allow no style attributes', () => {
    expect(html('| 項目 | 数 |\n| --- | --: |\n| ある | 31 |').replaceAll('\n', '')).toBe(
      '<table><thead><tr><th>項目</th><th class="align-right">数</th></tr></thead><tbody><tr><td>ある</td><td class="align-right">31</td></tr></tbody></table>',
    );
  });

  it('task lists', () => {
    expect(html('- [x] 済\n- [ ] 未')).toContain('<input type="checkbox" checked disabled> 済');
  });

  it('definition lists', () => {
    expect(html('用語\n: 説明').replaceAll('\n', '')).toBe('<dl><dt>用語</dt><dd>説明</dd></dl>');
  });

  it('footnotes, labelled in Japanese', () => {
    const text = html('本文[^1]\n\n[^1]: 注記');
    expect(text).toContain('<h2 class="sr-only" id="footnote-label">脚注</h2>');
    expect(text).toContain('aria-label="本文の参照箇所1に戻る"');
  });

  it('ruby, as an element of the closed list', () => {
    const { tree } = readBody('<ruby>該非<rt>がいひ</rt></ruby>判定');
    const [paragraph] = tree?.children ?? [];
    expect((paragraph as Element).children[0]).toMatchObject({
      type: 'mdxJsxTextElement',
      name: 'ruby',
      children: [{ value: '該非' }, { name: 'rt' }],
    });
  });

  it('bare addresses, which end where the Japanese begins', () => {
    expect(html('詳しくはhttps://a.example/b（案）を')).toBe(
      '<p>詳しくは<a href="https://a.example/b">https://a.example/b</a>（案）を</p>',
    );
    expect(html('[https://a.example/案](https://a.example/%E6%A1%88)')).toContain('%E6%A1%88');
  });

  it('signs of programs, escaped or in code', () => {
    expect(html('\\{x} `{y}` `\\{z}` \\<w')).toBe(
      '<p>{x} <code>{y}</code> <code>\\{z}</code> &#x3C;w</p>',
    );
    expect(html('```\nimport a from "b"\n{x} <y>\n```')).toBe(
      '<pre><code>import a from "b"\n{x} &#x3C;y>\n</code></pre>',
    );
    expect(html('重要な\nexport は輸出です')).toBe('<p>重要な\nexport は輸出です</p>');
  });

  it('comments, of which nothing is left', () => {
    expect(html('{/* **消す** {も} </b> */}\n\n残す{/* 消す */}。')).toBe('<p>残す。</p>');
  });

  it('components with literal texts', () => {
    const { tree, problems } = readBody('<Callout kind="note" title="{注}">\n\n本文\n\n</Callout>');
    expect(problems).toEqual([]);
    expect(tree?.children[0]).toMatchObject({
      type: 'mdxJsxFlowElement',
      name: 'Callout',
      attributes: [{ value: 'note' }, { value: '{注}' }],
    });
  });
});

describe('what a body may not hold', () => {
  it.each([
    ['import a from "b"', ['body-import']],
    ['export const a = 1', ['body-import']],
    ['段落\n\nexport {a}', ['body-import', 'body-expression']],
    ['{1 + 1}', ['body-expression']],
    ['{/* 閉じない', ['body-expression']],
    ['{/* a */ 1}', ['body-expression']],
    ['本文 {/* a\n\nb */}', ['body-comment']],
    ['\\\\{x}', ['body-expression']],
    ['<Callout {...x}>a</Callout>', ['body-attribute-expression']],
    ['<Callout kind={"note"}>a</Callout>', ['body-attribute-expression']],
    ['<Nothing />', ['body-component-unknown']],
    ['<constructor />', ['body-html']],
    ['<Callout.Title />', ['body-component-unknown']],
    ['<>a</>', ['body-component-unknown']],
    ['<script>alert(1)</script>', ['body-html']],
    ['<a href="javascript:x">a</a>', ['body-html']],
    ['<Callout onclick="x">a</Callout>', ['body-attribute-unknown']],
    ['<Callout constructor="x">a</Callout>', ['body-attribute-unknown']],
    ['<Callout kind="bad">a</Callout>', ['body-attribute-choice']],
    ['<Figure src="../a.png" alt="図" />', ['body-attribute-file']],
    ['<Figure src="a.pdf" alt="図" />', ['body-attribute-file']],
    ['<Figure src="a.png" />', ['body-attribute-missing']],
    ['<Figure src="a.png" alt=" " />', ['body-attribute-missing']],
    ['<br>a</br>', ['body-component-content']],
    ['# 大見出し', ['body-heading-one']],
    ['[a](javascript:x)', ['link-scheme']],
    ['[a][b]\n\n[b]: <java&#10;script:x>', ['link-scheme']],
    ['![a](https://a.example/b.png)', ['image-elsewhere']],
    ['a <3 b <4', ['body-syntax', 'body-syntax']],
    ['<Callout>', ['body-syntax']],
    ['</Callout>', ['body-syntax']],
    ['<!-- a -->', ['body-html']],
  ])('%s', (markdown, expected) => {
    expect(codes(markdown)).toEqual(expected);
    expect(readBody(markdown).tree).toBeNull();
  });
});

describe('what could run or lead astray', () => {
  const slips = '<3 '.repeat(30);

  it.each([
    ['{1 + 1}', 'body-expression'],
    ['import a from "b"', 'body-import'],
    ['<script>alert(1)</script>', 'body-html'],
    ['<!-- a -->', 'body-html'],
    ['<Nothing />', 'body-component-unknown'],
    ['<Callout kind={x}>a</Callout>', 'body-attribute-expression'],
    ['<br onclick="x" />', 'body-attribute-unknown'],
    ['[a](javascript:x)', 'link-scheme'],
    ['![a](https://a.example/b.png)', 'image-elsewhere'],
  ])('%s is seen behind more slips than are told', (markdown, expected) => {
    expect(codes(`${slips}\n\n${markdown}`)).toContain(expected);
    expect(codes(`本文 {/* a\n\nb */}\n\n${markdown}`)).toContain(expected);
    expect(codes(`${'# 見出し\n\n'.repeat(900)}${markdown}`)).toContain(expected);
  });

  it('is seen in a tag that is never closed', () => {
    expect(codes('<br onclick="x">')).toEqual(['body-attribute-unknown']);
  });
});

describe('what is in a body', () => {
  it('plain text has neither readings nor the signs of footnotes', () => {
    const { tree } = readBody(
      '## 課題\n\n<ruby>該非<rt>がいひ</rt></ruby>**判定**[^1]\n\n- 一\n- 二\n\n[^1]: 注記',
    );
    expect(tree && plainText(tree)).toBe('課題\n該非判定\n一\n二\n注記');
  });

  it('headings have the anchors that GitHub would give them', () => {
    const { mentions } = readBody(
      '## 工数・費用\n\n### A b\n\n### A b\n\n##### 細目\n\n本文[^1]\n\n[^1]: 注',
    );
    expect(mentions.headings).toEqual([
      { depth: 2, text: '工数・費用', id: '工数費用', line: 1 },
      { depth: 3, text: 'A b', id: 'a-b', line: 3 },
      { depth: 3, text: 'A b', id: 'a-b-1', line: 5 },
    ]);
  });

  it('mentions are gathered also from a body with problems', () => {
    const { mentions } = readBody(
      '{x}\n\n[a](../b/#c) [d](https://e.example/) ![f](./g.png)[^1]\n\n<Download file="h.pdf" />\n\n[^1]: 注',
    );
    expect(mentions.links).toEqual([
      { address: '../b/#c', isPicture: false, line: 3 },
      { address: './g.png', isPicture: true, line: 3 },
    ]);
    expect(mentions.files).toEqual([{ component: 'Download', name: 'h.pdf', line: 5 }]);
  });
});
