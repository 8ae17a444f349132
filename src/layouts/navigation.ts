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
