/** The portal's name, in parts between which a line may end. */
const nameParts = ['産学官連携リスク', 'マネジメント'] as const;

/** Words of the frame around every page. */
export const site = {
  nameParts,
  name: nameParts.join(''),
  suffix: '共有ポータル',
  title: '産学官連携リスクマネジメント共有ポータル',
  description:
    '利益相反、営業秘密、安全保障輸出管理。大学等が実際に行っている手順と様式を、出典とともに探せるポータルです。',
  skip: '本文へ移動',
  menu: 'メニュー',
  breadcrumb: '現在の位置',
  home: 'ホーム',
  contribute: '投稿する',
  wishes: '要望（参加機関の方）',
  wish: '載っていない内容の要望を書く（参加機関の方）',
  news: '新着',
  mainNavigation: '主なページ',
  footerNavigation: 'このサイトについて',
  onThisPage: 'このページの内容',
  networkEdition: 'ネットワーク限定版',
  disclaimer:
    '公開情報の要約であり、機関の公式見解や法的助言ではありません。許可の要否は自機関の担当部署と経済産業省に確認してください。',
} as const;
