import { z } from 'zod';
import { attachment, editorialText } from './entry.ts';
import { contentPath, day, field, line, sceneId } from './field.ts';
import { kitAspectIds, subthemeIds } from './taxonomy.ts';

/** What institutions have settled on one aspect of the work. Without an entry that says so it is not there. */
const choice = z.strictObject({
  aspect: field(z.enum(kitAspectIds), '項目', '何についての定めかを選びます。'),
  text: field(line, '定め', '根拠の記事に書かれている範囲で、短く書きます。'),
  says: field(
    z.array(contentPath).min(1),
    '根拠',
    'この定めを述べている記事を選びます。機関の名前はここから示します。',
    'entry',
  ),
});
export type KitChoice = z.infer<typeof choice>;

/** Forms of the editors' own making for a piece of work, to be filled in and changed: 様式例. */
export const kit = editorialText.extend({
  order: field(z.number().int().positive(), '並び順', '一覧に出る順番です。'),
  subthemes: field(
    z.array(z.enum(subthemeIds)).default([]),
    'サブテーマ',
    '関わるものを選びます。',
  ),
  scenes: field(z.array(sceneId).default([]), '場面', 'この様式例を使う場面を選びます。'),
  asOf: field(day, '内容の時点', 'もとにした記事を読んだ日です。ファイルにも書きます。', 'date'),
  drawnFrom: field(
    z.array(contentPath).min(1),
    'もとにした記事',
    'ファイルの中に題名を挙げた記事は、すべて選びます。',
    'entry',
  ),
  attachments: field(z.array(attachment).min(1), 'ファイル', '置き換えて使うファイルです。'),
  choices: field(
    z.array(choice).default([]),
    '機関ごとの定め',
    '機関によって違うところです。根拠のないことは書きません。',
  ),
});
export type Kit = z.infer<typeof kit>;
