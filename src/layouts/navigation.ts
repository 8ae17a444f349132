/** A way into the site: its words, its address, and whether the number of what the reader keeps stands beside it. */
export type Way = { label: string; address: string; counted?: boolean };

/** The main ways in, in the order of the header; on a small screen they stand at the head of its menu. */
export const mainNavigation: readonly Way[] = [
  { label: '場面', address: '/scenes/' },
  { label: '取組', address: '/practices/' },
  { label: '様式例', address: '/kits/' },
  { label: 'いまのルール', address: '/rules/' },
  { label: '規程・指針', address: '/guidelines/' },
  { label: 'シンポジウム', address: '/symposia/' },
  { label: '機関', address: '/institutions/' },
  { label: '用語集', address: '/glossary/' },
  { label: 'リスト', address: '/list/', counted: true },
];

/** What the menu adds to the main ways in, on every screen. */
export const menuNavigation: readonly Way[] = [
  { label: 'はじめての担当者へ', address: '/first-year/' },
  { label: '私の機関', address: '/my-institution/' },
  { label: '並べて比べる', address: '/compare/' },
  { label: '機関ごとの定め', address: '/choices/' },
  { label: '取組の地図', address: '/map/' },
  { label: '調査', address: '/surveys/' },
  { label: 'オフラインで使う', address: '/offline/' },
];

/** The rest, at the foot of every page. */
export const footerNavigation: readonly Way[] = [
  { label: 'はじめての担当者へ', address: '/first-year/' },
  { label: '様式例', address: '/kits/' },
  { label: '取組の地図', address: '/map/' },
  { label: '調査', address: '/surveys/' },
  { label: '並べて比べる', address: '/compare/' },
  { label: '機関ごとの定め', address: '/choices/' },
  { label: '私の機関', address: '/my-institution/' },
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
];
