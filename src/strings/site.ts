/** Words of the frame around every page. */
export const site = {
  name: '産学官連携リスクマネジメント',
  suffix: '共有ポータル',
  title: '産学官連携リスクマネジメント共有ポータル',
  description:
    '利益相反、営業秘密、安全保障輸出管理。大学等が実際に行っている手順と様式を、出典とともに探せるポータルです。',
  skip: '本文へ移動',
  menu: 'メニュー',
  breadcrumb: '現在の位置',
  home: 'ホーム',
  mainNavigation: '主なページ',
  footerNavigation: 'このサイトについて',
  onThisPage: 'このページの内容',
  networkEdition: 'ネットワーク限定版',
  disclaimer:
    '公開情報の要約であり、機関の公式見解や法的助言ではありません。許可の要否は自機関の担当部署と経済産業省に確認してください。',
} as const;

/** The main ways in, in the order of the header. */
export const mainNavigation = [
  { label: '場面', address: '/scenes/' },
  { label: '取組', address: '/practices/' },
  { label: '規程・指針', address: '/guidelines/' },
  { label: 'シンポジウム', address: '/symposia/' },
  { label: '機関', address: '/institutions/' },
  { label: '用語集', address: '/glossary/' },
] as const;

/** What the menu of a small screen adds to the main ways in. */
export const menuNavigation = [
  ...mainNavigation,
  { label: '様式例', address: '/kits/' },
  { label: '調査', address: '/surveys/' },
  { label: '取組の地図', address: '/map/' },
  { label: 'はじめての担当者へ', address: '/first-year/' },
  { label: 'リスト', address: '/list/' },
] as const;

/** The rest, at the foot of every page. */
export const footerNavigation = [
  { label: 'はじめての担当者へ', address: '/first-year/' },
  { label: '様式例', address: '/kits/' },
  { label: '取組の地図', address: '/map/' },
  { label: '調査', address: '/surveys/' },
  { label: 'モデル事業について', address: '/programme/' },
  { label: '参加のしかた', address: '/how-to-take-part/' },
  { label: '訂正・掲載停止の申出', address: '/corrections/' },
  { label: 'データ', address: '/data/' },
  { label: 'リスト', address: '/list/' },
  { label: 'オフラインで使う', address: '/offline/' },
  { label: '利用規約', address: '/terms/' },
  { label: 'プライバシー', address: '/privacy/' },
  { label: '運営者', address: '/operator/' },
  { label: 'アクセシビリティ方針', address: '/accessibility/' },
] as const;
