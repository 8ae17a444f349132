import { z } from 'zod';
import { editorialText } from './entry.ts';
import { contentPath, field, line, paragraph } from './field.ts';
import { subthemeIds } from './taxonomy.ts';

/** One thing to check, and who says so. A step without anything that says so is not a step. */
const step = z.strictObject({
  check: field(line, '確認すること', '一文で、次に何をするかを書きます。'),
  detail: field(paragraph.optional(), '補足', '根拠の記事に書かれている範囲で補います。'),
  says: field(
    z.array(contentPath).min(1),
    '根拠',
    'この手順を述べている記事、規程・指針、用語を選びます。',
    'entry',
  ),
});
export type SceneStep = z.infer<typeof step>;

/** A situation at work, where a member of staff starts: 場面. */
export const scene = editorialText.extend({
  order: field(z.number().int().positive(), '並び順', '一覧に出る順番です。'),
  subthemes: field(
    z.array(z.enum(subthemeIds)).default([]),
    'サブテーマ',
    '関わるものを選びます。',
  ),
  question: field(line, 'よくある問い', '例：来月、研究生を受け入れて装置を使わせる。何が要る？'),
  steps: field(z.array(step).default([]), 'まず確認すること', '順番に並べます。'),
});
export type Scene = z.infer<typeof scene>;
