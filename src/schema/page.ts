import { z } from 'zod';
import { editorialText } from './entry.ts';
import { contentPath, field, line, paragraph, webAddress } from './field.ts';
import { source } from './source.ts';
import { themeIds } from './taxonomy.ts';

const task = z.strictObject({
  theme: field(z.enum(themeIds).optional(), 'テーマ', '片方のテーマだけの作業のときに選びます。'),
  text: field(line, 'すること', '一文で書きます。'),
  links: field(
    z.array(contentPath).min(1),
    '見る記事',
    '場面、取組、規程・指針、用語を選びます。',
    'entry',
  ),
});

/** A stretch of the first year in the job, with what to do in it. */
const stage = z.strictObject({
  when: field(line, '時期', '例：1週目'),
  title: field(line, '目標', '例：自分の機関の体制を知る'),
  summary: field(paragraph, '説明', '一、二文で書きます。'),
  tasks: field(z.array(task).min(1), 'すること', '順番に並べます。'),
});
export type Stage = z.infer<typeof stage>;

const milestone = z.strictObject({
  date: field(line, '時期', '出典に書かれているとおりに書きます。例：平成27年10月'),
  text: field(paragraph, 'できごと', '一文で書きます。'),
  links: field(z.array(contentPath).default([]), '関連する記事', 'あれば選びます。', 'entry'),
});
export type Milestone = z.infer<typeof milestone>;

/** A page of the portal itself: the programme, the first-year path, how to take part, who runs it. */
export const page = editorialText.extend({
  stages: field(z.array(stage).default([]), '道すじ', 'はじめての担当者への段階です。'),
  timeline: field(z.array(milestone).default([]), '年表', '古い順に並べます。'),
  sources: field(z.array(source).default([]), '出典', 'もとになった資料です。'),
  operator: field(
    z
      .strictObject({
        name: field(line, '運営者', '運営する機関の名前です。'),
        office: field(line, '窓口', '部署名です。'),
        email: field(z.email().optional(), 'メール', '訂正・掲載停止の申出を受けるアドレスです。'),
        form: field(webAddress.optional(), '受付フォーム', '申出を受けるフォームのアドレスです。'),
      })
      .optional(),
    '運営者の窓口',
    '訂正・掲載停止の申出を受ける窓口です。',
  ),
});
export type Page = z.infer<typeof page>;
