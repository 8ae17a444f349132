import { parseFrontmatter } from 'astro/markdown';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

const ordinary: Record<string, string> = {
  fields: 'title: 題名\norder: 3\nshare: 0.5\nwithdrawn: false\nnothing:\nalso: ~',
  lists: 'with: [momiji-u, kaede-u]\nthemes:\n  - a\n  - b\nempty: []',
  maps: 'contact:\n  office: 研究推進課\n  email: desk@sakura-u.example\nsources:\n  - title: 資料\n    url: https://www.sakura-u.example/a?b=c#d',
  quotes: `a: "手引: 第2版"\nb: 'it''s'\nc: "行\\n次の行"\nd: "#1"\ne: "2016"`,
  blocks: 'summary: |\n  一行目\n  二行目\nnote: >\n  折り返した\n  文章です\n',
  comments: '# 覚え書き\ntitle: 題名 # ここから後は読まれない\n',
  'signs of Japanese': 'title: 「手引」（第2版）・案〜その1\nreading: よみ',
  'words that other YAML takes for yes and no': 'a: yes\nb: no\nc: on\nd: y',
};

describe('the front matter', () => {
  it.each(Object.entries(ordinary))('is read as Astro reads it: %s', (_name, yaml) => {
    const text = `---\n${yaml}\n---\n\n本文です。\n`;
    const { data, body, problems } = readFrontMatter(text);
    const astro = parseFrontmatter(text);
    expect(problems).toEqual([]);
    expect(data).toEqual(astro.frontmatter);
    expect(body.trim()).toBe(astro.content.trim());
  });

  it('leaves dates as they are written, where Astro makes moments of them', () => {
    // A moment has a time zone, and 2016-03-30 in Japan is another day in some of them. The schema wants days.
    const text = '---\npublished: 2016-03-30\n---\n';
    expect(readFrontMatter(text).data).toEqual({ published: '2016-03-30' });
    expect(parseFrontmatter(text).frontmatter.published).toEqual(new Date('2016-03-30'));
  });

  it('tells on which line of the file a value begins', () => {
    const { lineOf, bodyLine } = readFrontMatter(
      '---\ntitle: 題名\nsources:\n  - title: 一\n    kind: official\n  - title: 二\nsummary: |\n  要約\n---\n本文',
    );
    expect(lineOf(['title'])).toBe(2);
    expect(lineOf(['sources'])).toBe(3);
    expect(lineOf(['sources', 0, 'kind'])).toBe(5);
    expect(lineOf(['sources', 1, 'title'])).toBe(6);
    expect(lineOf(['summary'])).toBe(7);
    expect(bodyLine).toBe(10);
  });

  it('falls back to the line of what would hold a missing value', () => {
    const { lineOf } = readFrontMatter('---\ntitle: 題名\nsources:\n  - title: 一\n---\n');
    expect(lineOf(['sources', 0, 'url'])).toBe(4);
    expect(lineOf(['sources', 7, 'url'])).toBe(3);
    expect(lineOf(['summary'])).toBe(2);
  });

  it('is not ended by a rule in the body', () => {
    expect(readFrontMatter('---\na: 1\n---\n一\n\n---\n\n二').body).toBe('一\n\n---\n\n二');
  });

  it('may be the whole file', () => {
    expect(readFrontMatter('---\na: 1\n---')).toMatchObject({ data: { a: 1 }, body: '' });
  });
});
