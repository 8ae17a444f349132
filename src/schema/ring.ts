import { z } from 'zod';
import { day, field, line } from './field.ts';
import { audienceIds } from './taxonomy.ts';

/**
 * Ways to say one thing that people use as if they were one word: ノートPC, ラップトップ, ノートパソコン. A question is answered
 * by any of them. What is only near in meaning has no place in a ring: it would answer another question.
 */
export const ring = z.strictObject({
  name: field(line, '呼び名', '一覧での呼び名です。最もよく使う言い方を書きます。'),
  members: field(
    z.array(line).default([]),
    '言い方',
    '同じものを指す言い方を、1行に1つ書きます。似ているだけの言い方は書きません。',
  ),
  english: field(z.array(line).default([]), '英語での言い方', '英語で尋ねる人が使う言い方です。'),
  note: field(line.optional(), '根拠', 'どこで使われている言い方かを書きます。'),
  published: field(day, '掲載日', 'このポータルに載せた日です。', 'date'),
  updated: field(day, '更新日', 'このポータルで最後に直した日です。', 'date'),
  audience: field(z.enum(audienceIds).default('public'), '公開範囲', '通常は公開です。'),
  withdrawn: field(z.boolean().default(false), '掲載停止', '選ぶと、すべての版から外れます。'),
});
export type Ring = z.infer<typeof ring>;
