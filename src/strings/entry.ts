import { site } from './site.ts';

const whomToAsk = '許可の要否は自機関の担当部署と経済産業省に確認してください。';
const ownText = `機関の文章を掲載したものであり、法的助言ではありません。${whomToAsk}`;

/** Words of an entry's page. */
export const entryWords = {
  origin: '掲載の経緯',
  asOf: '内容の時点',
  /** What a text does not tell; a text that has a source tells no more than it. */
  notStated: (hasSources: boolean) => (hasSources ? '出典に記載なし' : '記載なし'),
  checked: '確認日',
  corrections: '訂正・掲載停止の申出',
  notes: '読むときの注意',
  hints: '編集部のヒント',
  attachments: '添付ファイル',
  about: 'この記事について',
  institution: '機関',
  inConfidence: '機関の名前を出さない約束で聞いた内容を、編集部がまとめたものです。',
  approval: '決裁',
  together: '共同の機関',
  nowPartOf: (name: string, date: string, relation: string) =>
    `${date}に${relation}し、現在は${name}`,
  model: (terms: string) => `モデル機関（${terms}）`,
  kind: '種類',
  source: '出典',
  issuer: '発行',
  statedDate: '資料の日付',
  copy: '第三者サイト上の写し',
  secondary: '報道・企業のページ',
  officialPage: '発行者のページ',
  noAddress: 'ウェブ上のアドレスなし',
  cites: '参照する規程・指針',
  contact: '問い合わせ先',
  reviewBy: '次の見直し',
  published: '掲載日',
  updated: '更新日',
  scenes: '場面',
  next: '次にすること',
  nextScene: (title: string) => `場面「${title}」で、まず確認することを順に見る`,
  nextMap: (direction: string, subtheme: string) =>
    `「${direction}」×「${subtheme}」の取組をほかの機関でも見る`,
  related: '関連する記事',
  near: '近い機関の取組',
  nearNote: '同じ種別の機関、同じ場面とテーマのものを先に並べています。',
  level: '区分',
  number: '番号',
  edition: '版',
  effectiveFrom: '施行日',
  citedBy: 'これを参照している記事',
  date: '開催日',
  venue: '会場',
  organisers: '主催',
  attendance: '参加者',
  programme: 'プログラム',
  questionnaire: 'アンケートで分かったこと',
  surveyedOn: '調査の時期',
  population: '調査対象',
  respondents: '回答数',
  selected: (date: string) => `選定（${date}）`,

  disclaimers: {
    contributed: ownText,
    'on-behalf': ownText,
    summarised: site.disclaimer,
    'in-confidence': `機関から聞いた内容をまとめたものであり、機関の公式見解や法的助言ではありません。${whomToAsk}`,
  },
} as const;
