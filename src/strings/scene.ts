/** Words of the scenes' pages and of the home page. */
export const sceneWords = {
  title: '場面',
  lead: '仕事の場面から探せます。各場面の初めに、まず確認することを順に示し、そう述べている取組・規程・用語へつなげています。',
  question: 'よくある問い',
  steps: 'まず確認すること',
  stepsNote: '各項目は、その下に挙げた資料に書かれている範囲で編集部がまとめました。',
  all: (title: string, count: number) => `${title}をすべて見る（${count}件）`,
  thin: 'この場面の取組は、まだ少ししか掲載されていません（未調査の機関が多くあります）。自機関の取組をお知らせください。',
  takePart: '参加のしかた',
  countOf: (title: string, count: number) => `${title}${count}件`,
} as const;

export const homeWords = {
  question: ['ほかの大学は、', 'どうしているか。'],
  lead: '利益相反、営業秘密、安全保障輸出管理。大学等が実際に行っている手順と様式を、出典とともに、場面や機関の種別から探せます。',
  fromScenes: '場面から',
  allScenes: 'すべての場面',
  doors: [
    {
      title: '実務で困っている',
      text: '手順、様式、相談先を、自分の機関に近い例から。',
      links: [
        { label: 'はじめての担当者へ', address: '/first-year/' },
        { label: '様式例（Word・Excel）', address: '/kits/' },
      ],
    },
    {
      title: '取組を知らせたい',
      text: '掲載内容の確認や訂正、自機関の取組の紹介について。',
      links: [{ label: '参加のしかた', address: '/how-to-take-part/' }],
    },
    {
      title: '事業とネットワークを知りたい',
      text: 'モデル機関、二つのテーマ、五つの方向性、シンポジウム。',
      links: [{ label: 'モデル事業について', address: '/programme/' }],
    },
  ],
  path: 'はじめての担当者へ',
  pathFact: '本部の担当教職員の4割程度は業務経験1年未満（平成26年度調査、101機関が回答）',
  pathAll: '道すじの全体',
  news: '新着',
  newsAll: 'すべて見る',
} as const;
