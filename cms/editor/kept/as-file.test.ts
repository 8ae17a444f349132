import { expect, it } from 'vitest';
import { asFile } from './as-file.ts';
import type { KeptText } from './kept-text.ts';

const kept = (data: Record<string, unknown>, more: Partial<KeptText> = {}): KeptText => ({
  who: 'さくら大学 研究推進課',
  entry: 'case-studies/sakura-u/202611-abcde',
  revision: 3,
  data,
  files: [],
  basedOn: { 'content/case-studies/sakura-u/202611-abcde/index.mdx': 'a'.repeat(40) },
  savedAt: Date.UTC(2026, 10, 29, 7, 20),
  ...more,
});

it('reads as the form does: titles of fields, then the text, and nothing internal', async () => {
  const file = asFile(
    kept(
      {
        title: '受入れの前の確認',
        summary: '一枚の様式にまとめた。\n三つの部署が確認する。',
        institution: 'sakura-u',
        audience: 'public',
        approval: { on: '2026-11-20', office: '研究担当理事室' },
        attachments: [{ file: '様式.pdf', title: '確認の様式', rights: '無断転載禁止' }],
        searchWords: ['該非', '誓約'],
        address: 'ukeire',
        origin: 'contributed',
        body: '## 課題\n\n確認が**もれて**いた。\n### 学部ごと ##\n#様式\n',
      },
      { files: [{ name: '様式.pdf', file: new File(['a'], '様式.pdf') }] },
    ),
    {
      institutions: [{ id: 'sakura-u', name: 'さくら大学' }],
      scenes: [],
      kits: [],
      guidelines: [],
      entries: [],
      terms: [],
      mostFileBytes: 1,
    },
  );
  expect(file.name).toBe('受入れの前の確認（11月29日 16時20分）.txt');
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines.slice(0, 2)).toEqual([
    '事例「受入れの前の確認」',
    '11月29日 16:20に書いて、この端末に残していた内容です。',
  ]);
  const read = lines.join('\n');
  for (const part of [
    '【題名】\n受入れの前の確認\n',
    '一枚の様式にまとめた。\n三つの部署が確認する。\n',
    'さくら大学\n',
    '確認の様式',
    '利用条件：無断転載禁止',
    '該非\n誓約\n',
    '【本文】\n■ 課題\n\n確認が**もれて**いた。\n■ 学部ごと\n#様式\n',
    '（ファイルそのものは、この控えに入っていません）】\n様式.pdf\n',
  ]) {
    expect(read).toContain(part);
  }
  expect(read).not.toMatch(/sakura-u|contributed|public|ukeire|[a-f0-9]{40}|undefined|\[object/);
});

it('has a name that every system takes, whatever the title', () => {
  const nameOf = (title: unknown) => asFile(kept({ title })).name;
  expect(nameOf('../a:b?c\u202e\n')).toBe('a b c（11月29日 16時20分）.txt');
  expect(nameOf('')).toMatch(/^題名のない記事（/);
  expect(nameOf('あ'.repeat(500))).toHaveLength(60 + '（11月29日 16時20分）.txt'.length);
  expect(nameOf(undefined)).toMatch(/^題名のない記事（/);
});

it('takes every collection, new or stored, with nothing in it', () => {
  for (const collection of ['case-studies', 'guidelines', 'glossary', 'institutions', 'pages']) {
    const file = asFile(kept({}, { entry: `new:${collection}:1` }));
    expect(file.size).toBeGreaterThan(10);
  }
});
