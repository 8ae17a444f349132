import { z } from 'zod';
import { day, field, institutionId, line, paragraph, statedDate, webAddress } from './field.ts';
import { citation, contactDesk } from './source.ts';
import {
  audienceIds,
  institutionKindIds,
  nameChangeIds,
  sizeMeasureIds,
  studyIds,
  themeIds,
} from './taxonomy.ts';

const formerName = z.strictObject({
  name: field(line, '旧称', 'その時点での正式な名前です。'),
  id: field(
    institutionId.optional(),
    '旧機関',
    '旧機関の項目がこの登録簿にあるときに選びます。',
    'institution',
  ),
  until: field(statedDate.optional(), 'いつまで', 'その名前が使われた最後の日です。'),
  relation: field(
    z.enum(nameChangeIds),
    '関係',
    '改称か、統合かを選びます。統合は改称ではありません。',
  ),
  source: field(citation.optional(), '出典', 'この変更が書かれている資料です。'),
});

/** A term as a model institution, in Japanese fiscal years; sources may disagree, so each names its own. */
const modelTerm = z.strictObject({
  from: field(z.number().int().min(2000).max(2100), '開始年度', '西暦の年度です。例：2015'),
  to: field(z.number().int().min(2000).max(2100), '終了年度', '西暦の年度です。例：2016'),
  theme: field(z.enum(themeIds), 'テーマ', '担当したテーマです。'),
  sources: field(z.array(citation).min(1), '出典', 'この担当を挙げている資料です。'),
});

/** A body of the registry, with its names over time. Rules and arrangements are entries, not fields of this. */
export const institution = z.strictObject({
  name: field(line, '名称', '正式な名前です。'),
  kana: field(
    z
      .string()
      .regex(/^[ぁ-ゖー・]+$/)
      .optional(),
    'よみ',
    'ひらがなで書きます。並び順に使います。',
  ),
  nameEn: field(line.optional(), '英語名', '機関自身が使う英語名です。'),
  kind: field(z.enum(institutionKindIds), '種別', '国立大学、私立大学などから選びます。'),
  prefecture: field(line.optional(), '所在地', '都道府県名です。'),
  partOf: field(
    institutionId.optional(),
    '上位の機関',
    '大学法人や本部の機関を選びます。',
    'institution',
  ),
  formerNames: field(z.array(formerName).default([]), '名称の変遷', '過去の名前と、その期間です。'),
  validUntil: field(
    day.optional(),
    '存続期間の終わり',
    '統合などでなくなった機関の、最後の日です。',
    'date',
  ),
  successor: field(
    institutionId.optional(),
    '後継の機関',
    '統合などの後の機関を選びます。',
    'institution',
  ),
  website: field(webAddress.optional(), 'ウェブサイト', 'https:// で始まるアドレスです。'),
  sizeGroup: field(
    z.strictObject({ value: line, year: line, source: citation }).optional(),
    '規模の区分',
    '文部科学省の「国立大学法人の財務分析上の分類」です。公式の資料で分かるときだけ書きます。',
  ),
  medicalSchool: field(
    z.strictObject({ value: z.boolean(), source: citation, basis: line.optional() }).optional(),
    '医学部',
    '医学部があるかどうかです。資料で分かるときだけ書きます。',
  ),
  size: field(
    z
      .strictObject({
        of: field(z.enum(sizeMeasureIds), '数えたもの', '学生の数か、教職員の数かを選びます。'),
        count: field(
          z.number().int().min(1).max(1_000_000),
          '人数',
          '資料にある人数です。例：3200',
        ),
        year: field(line, '時点', '資料に書かれている時点です。例：2025年5月1日現在'),
        source: field(citation, '出典', '人数が書かれている、機関か国の資料です。'),
      })
      .optional(),
    '規模（人数）',
    '学生か教職員の数です。機関か国の公式の資料で分かるときだけ書きます。',
  ),
  study: field(
    z
      .strictObject({
        value: field(z.enum(studyIds), '分野', '理系が中心、文系が中心、両方から選びます。'),
        source: field(citation, '出典', '学部の構成が分かる資料です。'),
        basis: field(line.optional(), '判断の理由', 'どの学部の構成から判断したかです。'),
      })
      .optional(),
    '理系・文系',
    '学部の構成が公式の資料で分かるときだけ書きます。',
  ),
  modelTerms: field(
    z.array(modelTerm).default([]),
    'モデル機関',
    'モデル事業を担当した年度とテーマです。',
  ),
  contact: field(contactDesk.optional(), '窓口', '産学官連携リスクマネジメントの窓口です。'),
  signInScopes: field(
    z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)).default([]),
    'サインインの範囲',
    '投稿担当者を見分けるための、機関のドメイン名です。',
  ),
  signInProviders: field(
    z.array(z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"]{1,1000}$/)).default([]),
    'サインインを認める認証元',
    '「サインインの範囲」を名乗れる認証サーバーの識別子です。学認では、機関の認証サーバーの登録名（https:// で始まる名前）を書きます。',
  ),
  sources: field(z.array(citation).default([]), '出典', 'この項目のもとになった資料です。'),
  notes: field(z.array(paragraph).default([]), '注記', '読者に知らせることです。'),
  published: field(day, '掲載日', 'このポータルに載せた日です。', 'date'),
  updated: field(day, '更新日', 'このポータルで最後に直した日です。', 'date'),
  audience: field(z.enum(audienceIds).default('public'), '公開範囲', '通常は公開です。'),
  withdrawn: field(z.boolean().default(false), '掲載停止', '選ぶと、すべての版から外れます。'),
});
export type Institution = z.infer<typeof institution>;
