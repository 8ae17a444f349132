import { describe, expect, it } from 'vitest';
import { contentFilesOf } from '../source/content-files.ts';
import { createContentChecker } from './content-checker.ts';
import { type Rename, renameEntry } from './rename-entry.ts';

const head = (more = '') => `---
title: 題名
summary: 一文の要約です。 # 覚え書き
institution: sakura-u
published: 2026-01-10
updated: 2026-01-10
reviewBasis: event
origin: contributed
${more}---
`;
const world = {
  'institutions/sakura-u.yaml':
    'name: さくら大学\nkind: national\npublished: 2026-01-10\nupdated: 2026-01-10\n',
  'case-studies/sakura-u/pledge/index.mdx': `${head()}
[ここから](#手順) と [自分](../pledge/#手順) へ。

## 手順

本文です。
`,
  'case-studies/sakura-u/travel/index.mdx': `${head('related:\n  - case-studies/sakura-u/pledge # 対になる\n  - case-studies/sakura-u/pledge-form\n')}
[誓約書](../pledge/#手順)と[様式](../pledge-form/)、[同じもの](<../pledge> "題")、[決まり][a]、\`../pledge/\`、../pledge/ のままの字。

[a]: ../../../case-studies/sakura-u/pledge/index.mdx
`,
  'case-studies/sakura-u/pledge-form/index.mdx': head(),
  'scenes/first/index.mdx': `---
title: 場面
summary: 要約です。
order: 1
question: 問い
steps:
  - check: 確認
    says: [case-studies/sakura-u/pledge, 'case-studies/sakura-u/travel']
published: 2026-01-10
updated: 2026-01-10
---
`,
};
const from = 'case-studies/sakura-u/pledge';
const to = 'case-studies/sakura-u/students-pledge';

const renamed = (changes: Record<string, string> = {}, rename: Rename = { from, to }) => {
  const texts: Record<string, string> = { ...world, ...changes };
  const checker = createContentChecker(contentFilesOf(texts));
  const textOf = (path: string) => texts[`${path}/index.mdx`] ?? texts[`${path}.yaml`] ?? '';
  return { checker, result: renameEntry(checker.readings, textOf, rename) };
};

describe('a change of an address', () => {
  it('changes every link and reference to it, and no other letter', () => {
    const { result } = renamed();
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect([...result.leading.keys()]).toEqual(['case-studies/sakura-u/travel', 'scenes/first']);
    expect(result.leading.get('case-studies/sakura-u/travel')).toBe(
      world['case-studies/sakura-u/travel/index.mdx']
        .replace('- case-studies/sakura-u/pledge #', '- case-studies/sakura-u/students-pledge #')
        .replace('](../pledge/#手順)', '](../students-pledge/#手順)')
        .replace('<../pledge>', '<../students-pledge>')
        .replace('sakura-u/pledge/index.mdx', 'sakura-u/students-pledge/index.mdx'),
    );
    expect(result.leading.get('scenes/first')).toContain(
      "says: [case-studies/sakura-u/students-pledge, 'case-studies/sakura-u/travel']",
    );
    expect(result.own).toBe(
      world['case-studies/sakura-u/pledge/index.mdx']
        .replace('](../pledge/#', '](../students-pledge/#')
        .replace('contributed\n', 'contributed\nformerAddresses:\n  - pledge\n'),
    );
  });

  it('leaves content that passes the check', () => {
    const { checker, result } = renamed();
    if (result.kind !== 'renamed') throw new Error(result.path);
    const errors = checker.errorsAfter(
      new Map([
        [from, contentFilesOf({})],
        [to, contentFilesOf({ [`${to}/index.mdx`]: result.own })],
        ...[...result.leading].map(
          ([path, text]) => [path, contentFilesOf({ [`${path}/index.mdx`]: text })] as const,
        ),
      ]),
    );
    expect(errors).toEqual([]);
    const alone = new Map([
      [from, contentFilesOf({})],
      [to, contentFilesOf({ [`${to}/index.mdx`]: result.own })],
    ]);
    expect(checker.errorsAfter(alone).map(({ code, path }) => `${path} ${code}`)).toContain(
      'case-studies/sakura-u/travel/index.mdx link-broken',
    );
  });

  it('is told to whoever leads to the former name still', () => {
    const { checker, result } = renamed();
    if (result.kind !== 'renamed') throw new Error(result.path);
    const errors = checker.errorsAfter(
      new Map([
        [from, contentFilesOf({})],
        [to, contentFilesOf({ [`${to}/index.mdx`]: result.own })],
      ]),
    );
    const told = errors.map(({ message }) => message).join('\n');
    expect(told).toContain('「../students-pledge/」の誤りではありませんか。');
    expect(told).toContain(`「${to}」の誤りではありませんか。`);
  });

  it('remembers each name once, and forgets one that the entry gets back', () => {
    const text = head('formerAddresses: [oath, students-pledge]\nhints:\n  - 助言です。\n');
    const { result } = renamed({ [`${from}/index.mdx`]: text });
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect(result.own).toBe(
      head('hints:\n  - 助言です。\nformerAddresses:\n  - oath\n  - pledge\n'),
    );
  });

  it('keeps Windows line ends and byte order marks', () => {
    const text = `\uFEFF${head().replaceAll('\n', '\r\n')}`;
    const { result } = renamed({ [`${from}/index.mdx`]: text });
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect(result.own).toBe(
      text.replace('contributed\r\n', 'contributed\r\nformerAddresses:\r\n  - pledge\r\n'),
    );
  });

  it('takes a term along, whose fields are all that it has', () => {
    const term =
      'term: 誓約書\nreading: せいやくしょ\ndefinition: 説明です。\nsources:\n  - title: 手引\npublished: 2026-01-10\nupdated: 2026-01-10';
    const { result } = renamed(
      {
        'glossary/oath.yaml': term,
        'case-studies/sakura-u/travel/index.mdx': `${head()}\n[誓約書](../../../glossary/oath.yaml)\n`,
      },
      { from: 'glossary/oath', to: 'glossary/pledge' },
    );
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect(result.own).toBe(`${term}\nformerAddresses:\n  - oath\n`);
    expect(result.leading.get('case-studies/sakura-u/travel')).toContain('../glossary/pledge.yaml');
  });

  it('leaves no trace of a name that may have told where something was said in confidence', () => {
    const { result } = renamed(
      { 'case-studies/henshubu/at-momiji/index.mdx': head() },
      { from: 'case-studies/henshubu/at-momiji', to: 'case-studies/henshubu/late' },
    );
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect(result.own).toBe(head());
  });

  it('writes a name in quotes that would be read as a number', () => {
    const { result } = renamed(
      { 'case-studies/sakura-u/travel/index.mdx': head('scenes: [first]\n') },
      { from: 'scenes/first', to: 'scenes/2026' },
    );
    if (result.kind !== 'renamed') throw new Error(result.path);
    expect(result.leading.get('case-studies/sakura-u/travel')).toContain('scenes: ["2026"]');
  });

  it('changes nothing where a link cannot be told from the text around it', () => {
    const { result } = renamed({
      'case-studies/sakura-u/travel/index.mdx': `${head()}\n[誓約書](../ple&#100;ge/)\n`,
    });
    expect(result).toEqual({
      kind: 'unmendable',
      path: 'case-studies/sakura-u/travel/index.mdx',
    });
  });
});
