import { z } from 'zod';
import { entry } from './entry.ts';
import { day, field, guidelinePath, line, statedDate } from './field.ts';
import { guidelineLevelIds } from './taxonomy.ts';

/** A law, a ministry's or society's guideline, or an institution's own rule. */
export const guideline = entry.extend({
  level: field(
    z.enum(guidelineLevelIds),
    '区分',
    '法令、国の指針・通知、学会等の指針、学内の規程・方針から選びます。',
  ),
  issuer: field(line, '発行者', '定めた機関の名前です。'),
  number: field(line.optional(), '番号', '例：平成16年規則第7号'),
  edition: field(line.optional(), '版', '例：第四版、令和6年3月改正'),
  effectiveFrom: field(statedDate.optional(), '施行日', '出典に書かれている施行日です。'),
  announced: field(
    statedDate.optional(),
    '予告の日',
    '決まっていて、まだ始まっていないときに、公布や公表の日を出典のとおりに書きます。',
  ),
  checkedCurrent: field(
    day.optional(),
    '現行の確認日',
    'いまの版であることを、出典で最後に確かめた日です。空けておくと「未確認」と示します。',
    'date',
  ),
  supersedes: field(
    guidelinePath.optional(),
    '置き換えた規程・指針',
    '前の版を一覧から選びます。',
    'entry',
  ),
  missingBefore: field(
    z.boolean().default(false),
    '間の改正が未掲載',
    '置き換えた規程・指針との間に、載せていない改正があるときに選びます。',
  ),
});
export type Guideline = z.infer<typeof guideline>;
