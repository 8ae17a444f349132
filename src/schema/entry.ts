import { z } from 'zod';
import {
  contentPath,
  day,
  field,
  fileName,
  formerAddresses,
  guidelinePath,
  institutionId,
  line,
  paragraph,
  sceneId,
  slug,
  statedDate,
} from './field.ts';
import { contactDesk, source } from './source.ts';
import {
  audienceIds,
  confirmationIds,
  directionIds,
  lawImpactIds,
  originIds,
  reviewBasisIds,
  subthemeIds,
  themeIds,
} from './taxonomy.ts';

export const attachment = z.strictObject({
  file: field(fileName, 'ファイル', 'この記事と同じ場所に置いたファイルの名前です。', 'file'),
  title: field(line, '見出し', '読者に見せる名前です。例：事前確認シート（2024年版）'),
  kind: field(
    z.enum(['form', 'slides', 'document', 'data', 'figure', 'other']),
    '種類',
    '様式、スライド、文書、データ、図から選びます。',
  ),
  rights: field(line, '利用条件', '例：CC BY 4.0、無断転載禁止、学内利用に限り改変可'),
});
export type Attachment = z.infer<typeof attachment>;

/** A guideline that an entry follows, and the edition it followed. */
export const cited = z.strictObject({
  guideline: field(guidelinePath, '規程・指針', '一覧から選びます。', 'entry'),
  edition: field(line.optional(), '版', '例：第四版、令和6年3月改正'),
});

/** That an institution let its own text be published: the office that decided, never a person. */
export const approval = z.strictObject({
  on: field(day, '決裁日', '機関の中で決裁された日です。', 'date'),
  office: field(
    line,
    '決裁した部署',
    '部署名を書きます。個人名やメールアドレスは書きません。例：研究推進課',
  ),
});
export type Approval = z.infer<typeof approval>;

/** Fields that every text of the network has, whoever wrote it. */
const text = {
  title: field(line, '題名', '何をしたかが分かる短い文にします。'),
  summary: field(paragraph, '要約', '一覧に出ます。一、二文で書きます。'),
  published: field(day, '掲載日', 'このポータルに載せた日です。', 'date'),
  updated: field(day, '更新日', 'このポータルで最後に直した日です。', 'date'),
  audience: field(
    z.enum(audienceIds).default('public'),
    '公開範囲',
    'ネットワーク限定にすると、公開版には一切出ません。',
  ),
  withdrawn: field(
    z.boolean().default(false),
    '掲載停止',
    '選ぶと、すべての版からただちに外れます。',
  ),
  formerAddresses,
  searchWords: field(
    z.array(line).default([]),
    '検索のことば',
    '本文にはないが、探す人が使う言い方です。例：研究生、持ち帰り用ノートPC',
  ),
};
export const editorialText = z.strictObject(text);

/** What an entry of an institution carries: case studies, best practices, guidelines, symposia and surveys. */
export const entry = z.strictObject({
  ...text,
  institution: field(institutionId, '機関', '一覧から選びます。', 'institution'),
  with: field(
    z.array(institutionId).default([]),
    '共同の機関',
    '一緒に行った機関があれば選びます。',
    'institution',
  ),
  themes: field(
    z.array(z.enum(themeIds)).default([]),
    'テーマ',
    '当てはまるものをすべて選びます。',
  ),
  subthemes: field(
    z.array(z.enum(subthemeIds)).default([]),
    'サブテーマ',
    '当てはまるものをすべて選びます。共通のものは選びません。',
  ),
  directions: field(
    z.array(z.enum(directionIds)).default([]),
    '方向性',
    'モデル事業の5つの方向性のうち、当てはまるものを選びます。',
  ),
  scenes: field(z.array(sceneId).default([]), '場面', 'どんな仕事の場面で役立つかを選びます。'),
  asOf: field(
    statedDate.optional(),
    '内容の時点',
    '例：2023-01-27、2023-01、2023、FY2023（年度）。出典に書かれていなければ空けておきます。',
  ),
  reviewBasis: field(
    z.enum(reviewBasisIds),
    '見直しの目安',
    '法令に関わるか、学内の運用か、行事の記録かを選びます。',
  ),
  reviewBy: field(
    day.optional(),
    '次の見直し',
    'この日までに内容を見直します。行事の記録では空けておきます。',
    'date',
  ),
  origin: field(z.enum(originIds), '掲載の経緯', '誰が書いたものかを選びます。'),
  approval: field(
    approval.optional(),
    '機関の決裁',
    '機関の中で掲載が決裁されたときに書きます。代行投稿では必ず書きます。',
  ),
  confirmation: field(
    z.enum(confirmationIds).default('not-asked'),
    '機関の確認',
    '当該機関が内容を確かめたかどうかです。',
  ),
  sources: field(z.array(source).default([]), '出典', 'もとになった資料です。'),
  contact: field(contactDesk.optional(), '問い合わせ先', '機関の窓口です。'),
  attachments: field(z.array(attachment).default([]), '添付ファイル', '様式やスライドなどです。'),
  related: field(
    z.array(contentPath).default([]),
    '関連する記事',
    'あわせて読むとよい記事を選びます。',
    'entry',
  ),
  cites: field(
    z.array(cited).default([]),
    '参照する規程・指針',
    'よりどころにした規程や指針と、その版です。',
  ),
  lawImpact: field(
    z.enum(lawImpactIds).optional(),
    '法令影響',
    '参照する規程・指針の改正が、この内容に影響するかどうかです。「なし」を選ぶと、改正のお知らせが消えます。',
  ),
  hints: field(
    z.array(paragraph).default([]),
    '編集部のヒント',
    '編集部の助言です。機関の言葉とは分けて表示します。',
  ),
  notes: field(
    z.array(paragraph).default([]),
    '読むときの注意',
    '内容の限界など、読者に知らせることです。',
  ),
  records: field(
    z.array(slug).default([]),
    '調査記録の番号',
    '編集部が公開情報を調べたときの記録です。',
    'records',
  ),
});
export type Entry = z.infer<typeof entry>;
