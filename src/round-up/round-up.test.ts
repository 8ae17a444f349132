import { expect, it } from 'vitest';
import { toldContent } from './changed-entries.ts';
import { emlOf } from './eml.ts';
import { readPeriod } from './period.ts';
import { mostColumns, roundUp } from './round-up.ts';
import { columnsOf, wrapped } from './wrap-text.ts';

const entry = (fields: Record<string, unknown>) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n本文は送りません。\n`;
const base = {
  summary: '留学生等を受け入れるときの、確認と誓約の流れです。',
  published: '2026-11-01',
  updated: '2026-11-20',
  scenes: ['students'],
  themes: ['technology-leakage'],
};
const texts = new Map([
  ['institutions/sakura-u.yaml', 'name: さくら大学\n'],
  ['institutions/kakure-u.yaml', 'name: かくれ大学\naudience: network\n'],
  ['scenes/students/index.mdx', entry({ title: '留学生等の受入れ', order: 1 })],
  ['case-studies/sakura-u/pledge/index.mdx', entry({ ...base, title: '入学時の誓約書' })],
  [
    'guidelines/sakura-u/rule/index.mdx',
    entry({ ...base, title: '規程', published: '2020-04-01', scenes: [] }),
  ],
  [
    'case-studies/sakura-u/secret/index.mdx',
    entry({ ...base, title: '内輪の事例', audience: 'network' }),
  ],
  ['case-studies/sakura-u/gone/index.mdx', entry({ ...base, title: '停止', withdrawn: true })],
  ['case-studies/sakura-u/odd/index.mdx', entry({ ...base, title: '誤記', audience: 'pubic' })],
  ['case-studies/kakure-u/open/index.mdx', entry({ ...base, title: 'かくれた事例' })],
  [
    'case-studies/sakura-u/old/index.mdx',
    entry({ ...base, title: '昔', updated: '2026-01-01', published: '2026-01-01' }),
  ],
]);
const period = { since: '2026-10-25', until: '2026-11-24' };
const siteAddress = 'https://portal.example/';

it('tells what is new and what has changed, by scene and theme, and no text', () => {
  const { subject, text, count } = roundUp(toldContent(texts, 'public'), period, {
    siteAddress,
    isForMembers: false,
  });
  expect(count).toBe(2);
  expect(subject).toBe(
    '要約便：2026年10月25日から2026年11月24日まで（産学官連携リスクマネジメント共有ポータル）',
  );
  expect(text).toMatchInlineSnapshot(`
    "産学官連携リスクマネジメント共有ポータル
    要約便　2026年10月25日（令和8年）から
    　　　　2026年11月24日（令和8年）まで

    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    １　新しく載った記事（1件）
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    ■　留学生等の受入れ

    ・入学時の誓約書
    　（さくら大学、事例、2026年11月1日）
    　留学生等を受け入れるときの、確認と誓約の流れです。
    　テーマ：技術流出防止マネジメント
    　https://portal.example/practices/sakura-u/pledge/

    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    ２　直した記事（1件）
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    ■　技術流出防止マネジメント（場面によらないもの）

    ・規程
    　（さくら大学、規程・指針、2026年11月20日）
    　留学生等を受け入れるときの、確認と誓約の流れです。
    　テーマ：技術流出防止マネジメント
    　https://portal.example/guidelines/sakura-u/rule/

    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    産学官連携リスクマネジメント共有ポータル
    https://portal.example/
    公開情報の要約であり、機関の公式見解や法的助言ではありません。許可の要否は自
    機関の担当部署と経済産業省に確認してください。
    "
  `);
  for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(mostColumns);
});

it('holds what members alone may read in theirs, and marks it', () => {
  const { text, subject } = roundUp(toldContent(texts, 'network', period), period, {
    siteAddress,
    isForMembers: true,
  });
  expect(text).toContain('・【参加機関限り】内輪の事例');
  expect(text).toContain('かくれた事例');
  expect(text).not.toContain('停止');
  expect(subject).toMatch(/^【参加機関限り】/);
});

it('breaks lines where Japanese breaks them, and no address', () => {
  const address = `https://portal.example/practices/sakura-u/${'a-'.repeat(40)}/`;
  expect(wrapped(`詳しくは${address}をご覧ください。`, 20)).toContain(address);
  expect(wrapped('「あいうえお」、かきくけこ。', 10)).toEqual([
    '「あいうえ',
    'お」、かき',
    'くけこ。',
  ]);
  const long = wrapped(
    '安全保障輸出管理のEAR99に当たる機器の持出し（海外出張）について。',
    24,
    '　',
  );
  for (const line of long) expect(line).toMatch(/^　[^、。）]/);
});

it('opens as a draft that nobody sends yet, with every letter', () => {
  const subject = `要約便：髙﨑𠮷${'長い題名'.repeat(20)}\r\nBcc: evil@x.example`;
  const eml = emlOf({ subject, text: '本文\n髙', at: new Date('2026-11-24T05:05:00Z') });
  const [head = '', body = ''] = eml.split('\r\n\r\n');
  expect(head).toMatch(/^X-Unsent: 1\r\nDate: Tue, 24 Nov 2026 05:05:00 \+0000\r\n/);
  expect(head).not.toMatch(/^(?:From|To|Bcc):/im);
  const words = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map(([, word = '']) =>
    Buffer.from(word, 'base64').toString(),
  );
  expect(words.join('')).toBe(subject.replace('\r\n', ' '));
  for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(88);
  expect(Buffer.from(body, 'base64').toString()).toBe('本文\r\n髙');
});

it('reads a period, a month where nothing is said', () => {
  expect(readPeriod({}, '2026-03-31')).toEqual({ since: '2026-02-28', until: '2026-03-31' });
  expect(readPeriod({ since: '2026-01-01' }, '2026-01-31')?.since).toBe('2026-01-01');
  for (const since of ['2026-02-30', '2027-01-01', 'x', '2020-01-01']) {
    expect(readPeriod({ since }, '2026-03-31')).toBeNull();
  }
});
