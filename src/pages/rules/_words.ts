/** Words of いまのルール. */
export const rulesWords = {
  title: 'いまのルール',
  of: (subtheme: string) => `いまのルール：${subtheme}`,
  lead: '国の法令・指針・依頼を、いま使う版と、それまでの版に分けて並べます。日付には出典があります。分からない日付は、分からないと書きます。',
  themes: 'テーマ',
  all: 'すべて',
  inUse: 'いま使う版',
  noneInUse: '版や施行日の分かるものは、掲載されていません（未調査）。',
  unchecked:
    '「未確認」は、いまの版かを確かめていないものです。掲載している中で最も新しい版を示します。',
  timeline: '年表',
  newestFirst: '新しいものから',
  legend: '印の意味',
  undated: '日付の分からないもの',
  from: (date: string) => `${date}から`,
  ofDate: (date: string) => `${date}の資料`,
  startUnknown: '施行日：確認した範囲に記載なし',
  scope:
    'このページは、掲載している資料から作っています。ここにない法令・指針がないという意味ではありません。',
} as const;
