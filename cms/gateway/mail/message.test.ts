import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { readMessage } from './fixtures/smtp-server.ts';
import { type LetterItem, newLetter } from './letter.ts';
import { messageOf } from './message.ts';

const name = 'a'.repeat(64);
const item = (changed: Partial<LetterItem> = {}): LetterItem => ({
  key: 'b'.repeat(64),
  kind: 'returned',
  title: '相談窓口の一本化（髙島・﨑・𠮷野・①）',
  path: '/admin/desk/',
  by: '編集部（事務局）',
  said: '様式を足してください。\n急ぎません。',
  ...changed,
});
const composed = async (items: readonly LetterItem[], thread: string | null, to?: object) => {
  const letter = newLetter({ role: 'network' }, thread, items, new Date('2026-11-24T05:05:00Z'));
  const message = messageOf(`letters/${name}`, letter, {
    to: { name: 'さくら大学 研究推進課', address: 'research@sakura-u.example', ...to },
    from: { name: '産学官連携ポータル', address: 'portal@portal.example' },
    origin: 'https://portal.example',
  });
  const { envelope, message: raw } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(message);
  return { envelope, ...readMessage({ raw: String(raw) }), raw: String(raw) };
};

it('says what happened, where, and what was said to it, and no word of the text', async () => {
  const { headers, text, raw } = await composed([item()], 'case-studies/sakura-u/desk');
  expect(headers.get('subject')).toBe(
    '【共有ポータル】差し戻し：相談窓口の一本化（髙島・﨑・𠮷野・①）',
  );
  expect(headers.get('to')).toBe('さくら大学 研究推進課 <research@sakura-u.example>');
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('message-id')).toBe(`<${'a'.repeat(32)}@portal.example>`);
  expect(headers.get('references')).toBe(headers.get('in-reply-to'));
  expect(text).toMatchInlineSnapshot(`
    "さくら大学 研究推進課 御中

    次の投稿案が差し戻されました。
    　相談窓口の一本化（髙島・﨑・𠮷野・①）
    　https://portal.example/admin/desk/
    　回答した部署：編集部（事務局）

    理由：
    　様式を足してください。
    　急ぎません。

    --
    産学官連携リスクマネジメント共有ポータル
    このメールは産学官連携リスクマネジメント共有ポータルから、役割のアドレスに自動で送っています。
    返信ではお受けできません。本文はサインインしてご覧ください。
    宛先を変えるときは、ネットワーク事務局にご連絡ください。
    "
  `);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every byte that is more than ASCII
  expect(raw).not.toMatch(/[^\u0000-\u007f]/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

it('puts what concerns one entry into one thread, and a digest into none', async () => {
  const [one, other, digest] = await Promise.all([
    composed([item()], 'case-studies/sakura-u/desk'),
    composed([item({ kind: 'published' })], 'case-studies/sakura-u/desk'),
    composed([item({ kind: 'commented' }), item({ kind: 'review-soon' })], null),
  ]);
  expect(one.headers.get('in-reply-to')).toBe(other.headers.get('in-reply-to'));
  expect(digest.headers.has('in-reply-to')).toBe(false);
  expect(digest.headers.get('subject')).toBe('【共有ポータル】お知らせが2件あります');
});

it('lets nothing that a person wrote become a header or a recipient', async () => {
  const hostile = 'a\r\nBcc: evil@x.example\r\n\r\n<b@y.example>, "c" \u202e\u0000';
  const { headers, head, envelope } = await composed(
    [item({ title: hostile, by: hostile, said: hostile })],
    hostile,
    { name: hostile },
  );
  expect(head).not.toMatch(/^bcc/im);
  expect(headers.get('subject')).toContain('a Bcc: evil@x.example');
  expect(envelope).toEqual({ from: 'portal@portal.example', to: ['research@sakura-u.example'] });
  expect(head.match(/^to:/gim)).toHaveLength(1);
});

it('goes to one plain address or not at all', async () => {
  for (const address of [
    'a@x.example, b@y.example',
    'a@x.example>, <b@y.example',
    'a\r\n@x.example',
  ]) {
    await expect(composed([item()], null, { address })).rejects.toThrow('one plain address');
  }
});
