import { z } from 'zod';
import { day, field, formerAddresses, line, paragraph } from './field.ts';
import { citation } from './source.ts';
import { audienceIds, subthemeIds, themeIds } from './taxonomy.ts';

/** A word of the field. Synonyms mean exactly the same and search may add them; related words are only offered. */
export const glossaryTerm = z.strictObject({
  term: field(line, '用語', '見出しになる言い方です。'),
  reading: field(
    z.string().regex(/^[ぁ-ゖー・]+$/),
    '読み',
    'ひらがなで書きます。五十音順に使います。',
  ),
  english: field(line.optional(), '英語', '英語での言い方です。'),
  synonyms: field(
    z.array(line).default([]),
    '同義語',
    'まったく同じ意味の語だけを書きます。検索で一緒に探します。',
  ),
  related: field(z.array(line).default([]), '関連語', '意味の近い語です。検索には加えません。'),
  definition: field(paragraph, '説明', '一、二文で書きます。'),
  theme: field(
    z.enum(themeIds).optional(),
    'テーマ',
    '関わるテーマです。共通の語では空けておきます。',
  ),
  subtheme: field(z.enum(subthemeIds).optional(), 'サブテーマ', '一つに決まるときだけ選びます。'),
  needsCheck: field(z.boolean().default(false), '要確認', '説明の裏付けがまだ弱いときに選びます。'),
  sources: field(z.array(citation).min(1), '出典', '説明のもとになった資料です。'),
  published: field(day, '掲載日', 'このポータルに載せた日です。', 'date'),
  updated: field(day, '更新日', 'このポータルで最後に直した日です。', 'date'),
  audience: field(z.enum(audienceIds).default('public'), '公開範囲', '通常は公開です。'),
  withdrawn: field(z.boolean().default(false), '掲載停止', '選ぶと、すべての版から外れます。'),
  formerAddresses,
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
