/** Words of the lists and their facets. Used by the pages and by the script that narrows a list. */
export const listWords = {
  narrow: '絞り込む',
  narrowTo: '絞り込みへ',
  chosen: '選んだ条件',
  remove: (label: string) => `${label}の条件を外す`,
  clear: 'すべての条件を外す',
  count: (count: number) => `${count}件`,
  nothing:
    'この条件に合うものは掲載されていません（未調査）。条件を減らすか、場面から探してください。',
  pages: 'ページ',
  page: (page: number) => `${page}ページ`,
  unavailable: '一覧を読み込めませんでした。通信状況を確かめて、もう一度お試しください。',
  unknownYear: '年不明',
  selected: '選定',
  leads: {
    practices:
      '大学等が実際に行っていることです。公開情報の要約か、機関からの投稿かを、各記事に示しています。場面や機関の種別で絞り込めます。',
    guidelines:
      '法令、国の指針・通知、学会等の指針、学内の規程・方針の要点です。原文は各記事の出典から確かめられます。',
    symposia: 'シンポジウム、説明会、研修の記録です。',
    surveys: '実施状況の調査やアンケートの結果です。数字には、分母を添えています。',
  },
  noneSelected:
    '「選定」は、ネットワークがベストプラクティスに選んだものです。現在、選定された取組はありません。',
} as const;
