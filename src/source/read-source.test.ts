import { describe, expect, it } from 'vitest';
import { readSource, readYamlSource } from './read-source.ts';

describe('reading a source', () => {
  it('puts up with a byte order mark and Windows line ends, and counts lines as an editor does', () => {
    const { data, problems } = readSource('\uFEFF---\r\ntitle: 題名\r\n---\r\n\r\n{x}\r\n');
    expect(data).toEqual({ title: '題名' });
    expect(problems).toEqual([{ code: 'body-expression', line: 5, detail: { text: 'x' } }]);
  });

  it('tells of fields and body at once', () => {
    const { data, body, problems } = readSource('---\na: 1\na: 2\n---\n\n# 大見出し\n\n<b>x</b>\n');
    expect(data).toBeNull();
    expect(body).toBeNull();
    expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '3 yaml-duplicate-key',
      '6 body-heading-one',
      '8 body-html',
    ]);
  });

  it('gives mentions the lines of the file', () => {
    const { mentions } = readSource('---\ntitle: 題名\n---\n\n## 見出し\n\n[a](../b/)\n');
    expect(mentions.headings).toMatchObject([{ text: '見出し', line: 5 }]);
    expect(mentions.links).toMatchObject([{ address: '../b/', line: 7 }]);
  });

  it('refuses what is no text, by its line', () => {
    expect(readSource('---\ntitle: 題名\n---\n\u0007').problems).toEqual([
      { code: 'text-unreadable', line: 4, detail: { character: 'U+0007' } },
    ]);
    expect(readYamlSource(`a: ${'あ'.repeat(400_000)}`).problems[0]?.code).toBe('text-too-long');
  });

  it('reads an entry of fields only', () => {
    expect(readYamlSource('term: 用語\n')).toMatchObject({ data: { term: '用語' }, body: null });
  });
});
