/** Words of the home page. */
export const homeWords = {
  audience: '大学等の本部・部局で、利益相反や技術流出防止を担当する方へ',
  held: '掲載している件数',
  count: (count: number) => `${count}件`,
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
      title: 'シンポジウムの資料がほしい',
      text: 'いつ、どこで、何が話されたか。資料があれば、その場で受け取れます。',
      links: 'symposia',
    },
  ],
  eventLinks: [
    { label: '行事の記録をすべて見る', address: '/symposia/' },
    { label: 'モデル事業について', address: '/programme/' },
  ],
  path: 'はじめての担当者へ',
  pathFact: '本部の担当教職員の4割程度は業務経験1年未満（平成26年度調査、101機関が回答）',
  pathAll: '道すじの全体',
  news: '新着',
  published: (day: string) => `${day}掲載　`,
  newsAll: '取組の一覧',
  feed: '新着を受け取る（Atom）',
  rules: '最近変わったルール',
} as const;

/** Words of the page that stands where something could be read before. */
export const formerWords = {
  title: 'このページのアドレスは変わりました',
  before: '「',
  after: '」にあります。自動で移らないときは、題名を選んでください。',
} as const;

/** Words of the page for an address that there is not. */
export const notFoundWords = {
  title: 'ページが見つかりません',
  membersBefore: 'ネットワーク限定のページは、',
  membersLink: '参加機関の方としてサインインする',
  membersAfter: 'と開けます。',
  lead: 'アドレスが変わったか、掲載を終えたか、入力の誤りかもしれません。次のところから探せます。',
  ways: [
    { label: '場面から探す', note: '留学生等の受入れ、海外出張など', address: '/scenes/' },
    { label: '取組の一覧', note: '機関の取組と事例', address: '/practices/' },
    {
      label: '規程・指針の一覧',
      note: '法令、国や学会の指針、学内の規程',
      address: '/guidelines/',
    },
    { label: 'シンポジウム', note: '説明会、研修の記録も', address: '/symposia/' },
    { label: '調査', note: '実施状況調査、アンケート', address: '/surveys/' },
    { label: '機関', note: '五十音順の登録簿', address: '/institutions/' },
    { label: '用語集', note: '読みと説明、英語', address: '/glossary/' },
  ],
} as const;
