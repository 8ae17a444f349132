import { z } from 'zod';
import { entry } from './entry.ts';
import { field, fileName, line, paragraph, statedDate, webAddress } from './field.ts';
import { sessionKindIds } from './taxonomy.ts';

const material = z
  .strictObject({
    title: field(line, '資料名', '読者に見せる名前です。'),
    file: field(fileName.optional(), 'ファイル', 'この記事の添付ファイルの名前です。', 'file'),
    url: field(webAddress.optional(), 'アドレス', '他のサイトにある資料のアドレスです。'),
  })
  .refine((value) => (value.file === undefined) !== (value.url === undefined));

const session = z.strictObject({
  kind: field(z.enum(sessionKindIds), '種別', '特別講演、事業報告などから選びます。'),
  title: field(
    line.optional(),
    '演題',
    '資料に書かれているとおりに書きます。なければ空けておきます。',
  ),
  speakers: field(
    z.array(line).default([]),
    '登壇者の所属',
    '所属の機関名を書きます。個人名は書きません。',
  ),
  time: field(line.optional(), '時間', '例：13:00〜13:40'),
  summary: field(paragraph.optional(), '内容', '話された内容の要約です。'),
  materials: field(z.array(material).default([]), '資料', 'この講演で配られた資料です。'),
});
export type Session = z.infer<typeof session>;

/** An event of the network or of its neighbours: symposium, seminar, training. */
export const symposium = entry.extend({
  date: field(statedDate.optional(), '開催日', '例：2016-03-30'),
  endDate: field(statedDate.optional(), '最終日', '2日以上のときだけ書きます。'),
  venue: field(line.optional(), '会場', '例：東京医科歯科大学'),
  organisers: field(z.array(line).default([]), '主催', '主催した機関や団体の名前です。'),
  attendance: field(line.optional(), '参加者', '例：300名程度（申込み・参加）'),
  sessions: field(z.array(session).default([]), 'プログラム', '開催順に並べます。'),
  questionnaire: field(
    z.array(paragraph).default([]),
    'アンケートで分かったこと',
    '数字には、回答数（分母）を必ず添えます。',
  ),
});
export type Symposium = z.infer<typeof symposium>;
