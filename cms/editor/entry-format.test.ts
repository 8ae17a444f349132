import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { journeyContent } from '../../src/e2e/built-sites.ts';
import type { CollectionName } from '../../src/schema/collections.ts';
import { formatOf, lineOfBody, namingInstitution } from './entry-format.ts';

const { fromFile, toFile } = formatOf('case-studies');
const text = `---
title: 入学時の誓約書
summary: '「手引」: 第2版'
institution: sakura-u
asOf: '2023'
published: 2026-11-22
---

## 課題

<Callout kind="note">

- [ ] 確認[^1]

</Callout>

| 左 | 右 |
| :-- | --: |

[^1]: 脚注
`;

describe('an entry', () => {
  it('is written as it was read', () => {
    expect(toFile(fromFile(text))).toBe(text);
  });

  it('has days and years as texts', () => {
    expect(fromFile(text)).toMatchObject({ published: '2026-11-22', asOf: '2023' });
  });

  it.each([
    ['spaces at its end', '\n文です。  \n'],
    ['no line break at its end', '\n文です。'],
    ['several', '\n\n\n文です。\n\n\n'],
    ['line breaks of Windows', '\r\n文です。\r\n\r\n## 課題\r\n'],
    ['an indented beginning', '\n　文です。\n'],
    ['code at its beginning', '\n    文です。\n'],
  ])('whose text nobody touches has it byte for byte: %s', (_what, body) => {
    const stored = `---\ntitle: 題名\n---\n${body}`;
    expect(toFile(fromFile(stored))).toBe(stored);
  });

  it('knows which line of its text a line of its file is', () => {
    expect(text.split('\n')[8]).toBe('## 課題');
    expect([1, 9, 10, 13].map((line) => lineOfBody(text, line))).toEqual([1, 1, 2, 5]);
    expect(lineOfBody('文だけ\n\n二', 3)).toBe(3);
  });

  it('says nothing where nothing was filled in', () => {
    const data = {
      title: ' 題名 ',
      summary: '',
      with: [],
      contact: { office: '', source: { title: ' ' } },
      attachments: [{ file: 'a.pdf', title: '' }, {}],
      withdrawn: false,
      asOf: null,
      body: '',
    };
    expect(toFile(data)).toBe(
      '---\ntitle: 題名\nwithdrawn: false\nattachments:\n  - file: a.pdf\n---\n',
    );
  });

  it('has the order of the content, whatever the order of the form', () => {
    expect(
      toFile({ origin: 'contributed', published: '2026-11-22', title: '題名', own: 'x' }),
    ).toBe('---\ntitle: 題名\npublished: 2026-11-22\norigin: contributed\nown: x\n---\n');
  });

  it('keeps the name of its folder out of the file', () => {
    expect(toFile({ title: '題名', address: '202611-abcde' })).toBe('---\ntitle: 題名\n---\n');
  });

  it('is given no aliases, which the check refuses', () => {
    const link = { title: '資料' };
    expect(toFile({ sources: [link, link] })).not.toMatch(/[&*]a1/);
  });

  it('that can’t be read is refused in one sentence', () => {
    expect(() => fromFile('---\ntitle: [\n---\n')).toThrow(/^記事の入力欄を.*ください。$/);
  });
});

it('is read with the name of its institution, which is not written', () => {
  const naming = namingInstitution(formatOf('case-studies'), () => 'さくら大学');
  const data = naming.fromFile(text);
  expect(data['institutionName']).toBe('さくら大学');
  expect(naming.toFile(data)).toBe(text);
});

it('of a collection of records has no text', () => {
  const glossary = formatOf('glossary');
  const record = 'term: 用語\nreading: ようご\n';
  expect(glossary.toFile(glossary.fromFile(record))).toBe(record);
});

describe('real content', () => {
  const root = journeyContent;
  const files = globSync('**/*.{mdx,yaml}', { cwd: root });
  const split = (file: string, source: string) =>
    file.endsWith('.yaml')
      ? ['', source, '']
      : (/^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(source) ?? []);

  it('loses nothing by being opened and saved, and hardly ever moves a line', () => {
    let same = 0;
    for (const file of files) {
      const source = readFileSync(path.join(root, file), 'utf8');
      const format = formatOf(file.split(path.sep)[0] as CollectionName);
      const saved = format.toFile(format.fromFile(source));
      if (saved === source) same++;
      const [, before = '', bodyBefore = ''] = split(file, source);
      const [, after = '', bodyAfter = ''] = split(file, saved);
      expect(parse(after), file).toEqual(parse(before));
      expect(bodyAfter.trim(), file).toBe(bodyBefore.trim());
    }
    expect(same / files.length).toBeGreaterThan(0.8);
  });
});
