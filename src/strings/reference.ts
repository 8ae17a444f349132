/** Words of the pages that readers look things up in: registry, glossary, map, first year. */
export const institutionWords = {
  title: '機関',
  lead: '取組や規程を掲載している機関と、モデル事業などで名前の挙がる機関の登録簿です。五十音順に並べています。',
  ofKind: (kind: string) => `${kind}の一覧`,
  kinds: '機関の種別',
  kind: '種別',
  all: 'すべての機関',
  count: (count: number) => `${count}機関`,
  entries: (count: number) => `${count}件`,
  none: '掲載なし（未調査）',
  relatedEntries: (count: number) => `前身・所属の機関に${count}件`,
  noneNote:
    '「掲載なし（未調査）」は、公開情報をまだ調べていないか、見つかっていないという意味です。取組がないという意味ではありません。',
  earlier: (names: string) => `前身・旧称：${names}`,
  model: 'モデル機関',
  updated: '登録簿の更新日',
  prefecture: '所在地',
  english: '英語名',
  website: 'ウェブサイト',
  parent: '上位の機関',
  members: '所属する機関・組織',
  successor: '後の機関',
  sizeGroup: '規模の区分',
  sizeGroupNote: '国立大学法人の財務分析上の分類',
  medicalSchool: '医学部',
  has: 'あり',
  hasNot: 'なし',
  source: '出典',
  contact: '窓口',
  ended: (name: string, date: string) => `${name}は、${date}まであった機関です。`,
  successorIs: '後の機関：',
  asItWas: 'このページの内容と記事は、当時の名称のまま掲載しています。',
  names: '名称の変遷',
  until: (date: string) => `${date}まで`,
  untilUnknown: '時期は未確認',
  now: '現在',
  becamePart: '前身',
  itsEntries: (count: number) => `この機関の記事${count}件`,
  mergerNote: '統合は、改称ではありません。統合前の機関の記事は、当時の名称のまま掲載しています。',
  models: 'モデル機関としての担当',
  modelsNote:
    '担当した機関は資料によって異なることがあるため、この機関を挙げている資料をそれぞれ示します。',
  notes: '注記',
  published: '掲載している記事',
  sources: 'この登録の出典',
} as const;

export const glossaryWords = {
  title: '用語集',
  lead: '担当者が出会う言葉を五十音順に並べています。記事の本文で点線が引かれた言葉は、ここへつながっています。',
  checkNote: '「要確認」は、説明の裏付けがまだ弱い用語です。使う前に出典を確かめてください。',
  needsCheck: '要確認',
  needsCheckLong:
    'この説明は、裏付けがまだ弱いものです。使う前に、出典や法令の原文を確かめてください。',
  count: (count: number) => `${count}語`,
  about: 'この用語について',
  reading: '読み',
  english: '英語',
  synonyms: '同じ意味の言葉',
  related: '関連する言葉',
  theme: 'テーマ',
  source: '出典',
  updated: '更新日',
  scenes: 'この用語が出てくる場面',
  usedIn: 'この用語が出てくる記事',
  notUsed: 'この用語が出てくる記事は、まだ掲載していません。',
  newest: (shown: number, count: number) => `新しい順に${shown}件（全${count}件）`,
} as const;

export const kanaWords = { index: '五十音の索引' } as const;

export const mapWords = {
  title: '取組の地図',
  axes: '5つの方向性 × テーマ（件数）',
  direction: '方向性',
  common: '共通',
  cell: (direction: string, column: string, count: number) =>
    `${direction} × ${column}：${count}件`,
  invitation: '募集中',
  emptyCell: (direction: string, column: string) =>
    `${direction} × ${column}：募集中（参加のしかた）`,
  lead: 'モデル事業の5つの方向性と、利益相反・技術流出防止のサブテーマを組み合わせて、掲載している取組の件数を示します。',
  read: '地図の読み方',
  reading: [
    'ますの数字は、その組み合わせに当てはまる取組（事例・ベストプラクティス）の件数です。数字を選ぶと一覧が開きます。色は、件数が多いほど濃くなります。',
    '一つの取組が二つ以上の方向性やサブテーマに当てはまるときは、当てはまるすべてのますで数えます。このため、ますの合計は取組の件数より多くなります。',
    '特定のサブテーマに限らない取組は「共通」に数えます。方向性を定めていない取組は、地図には入りません。',
    '「募集中」は、掲載がまだない組み合わせです。どこの機関も行っていない、という意味ではありません。',
    '件数は、編集部が公開情報を調べ、掲載した範囲を示します。取組の優劣や普及の度合いを示すものではありません。',
  ],
  counted: (total: number, placed: number) =>
    total === placed
      ? `掲載している取組${total}件を数えています。`
      : `掲載している取組${total}件のうち、方向性を定めた${placed}件を数えています。`,
  byInstitution: '機関ごとに見る',
  institutionsTitle: '取組の地図：機関ごと',
  institutionsLead:
    '機関ごとに、5つの方向性に当てはまる取組の掲載件数を示します。種別ごとに、五十音順に並べています。',
  institutionsReading: [
    '件数は、このポータルが掲載している範囲を示します。機関の取組の多さや優劣を示すものではないため、順位は付けません。',
    '「掲載なし（未調査）」は、公開情報をまだ調べていないか、見つかっていないという意味です。取組がないという意味ではありません。',
    '複数の機関による取組は、それぞれの機関で数えます。一つの取組が二つ以上の方向性に当てはまるときは、それぞれの方向性で数えます。',
    '編集部預かりの取組は、機関の名前を出さないため、この表では数えません。',
    'この表は、ネットワーク限定版にだけあります。',
  ],
  institution: '機関',
  absent: '掲載なし（未調査）',
  cellsCaption: (kind: string) => `${kind}：方向性ごとの掲載件数`,
} as const;

export const portalPageWords = {
  stages: '1年の道すじ',
  bothThemes: '2つのテーマに共通',
  timeline: '年表',
  sources: '出典',
  operator: '運営者の窓口',
  operatorName: '運営者',
  office: '窓口',
  email: 'メール',
  form: '受付フォーム',
  updated: '更新日',
} as const;

export const notFoundWords = {
  title: 'ページが見つかりません',
  lead: 'アドレスが変わったか、掲載を終えたか、入力の誤りかもしれません。次のところから探せます。',
  ways: [
    { label: '場面から探す', note: '留学生等の受入れ、海外出張など', address: '/scenes/' },
    { label: '取組の一覧', note: '事例・ベストプラクティス', address: '/practices/' },
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
