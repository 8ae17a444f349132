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
  numbered: (heading: string, page: number) => (page > 1 ? `${heading}（${page}ページ）` : heading),
  more: (count: number) => `ほか${count}件`,
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

/** Words of the index by the sounds of kana. */
export const kanaWords = { index: '五十音の索引' } as const;

/** Words of the map of practices. */
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
    'ますの数字は、その組み合わせに当てはまる取組（事例を含む）の件数です。数字を選ぶと一覧が開きます。色は、件数が多いほど濃くなります。',
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

/** Words of the matrix of scenes and kinds of institution. */
export const sceneMapWords = {
  title: '場面 × 機関の種別',
  axes: '取組の件数',
  scene: '場面',
  lead: '場面ごとに、どの種別の機関の取組を掲載しているかを示します。自分の機関と同じ種別の列を見ると、近い機関の取組にたどれます。',
  /** In the head of a narrow column, where a word may break. */
  heads: {
    national: '国立大学',
    public: '公立大学',
    private: '私立大学',
    kosen: '高専',
    'inter-university': '共同利用機関',
    'research-institute': '研究機関',
    ministry: '行政機関',
    society: '学会団体',
  },
  cell: (scene: string, kind: string, count: number) => `${scene} × ${kind}：${count}件`,
  emptyCell: (scene: string, kind: string) => `${scene} × ${kind}：募集中（参加のしかた）`,
  invitation: '募集中',
  absent: '掲載なし（未調査）',
  link: '場面 × 機関の種別で見る',
  toMap: '方向性 × テーマで見る',
  reading: [
    'ますの数字は、その場面に当てはまり、その種別の機関による取組（事例を含む）の件数です。数字を選ぶと一覧が開きます。場面の名前を選ぶと、その場面の手順が開きます。',
    '「高専」は高等専門学校、「共同利用機関」は大学共同利用機関、「研究機関」は研究機関・法人、「学会団体」は学会・団体です。',
    '一つの取組が二つ以上の場面に当てはまるときは、当てはまるすべての場面で数えます。このため、ますの合計は取組の件数より多くなります。複数の機関による取組は、主に行った機関の種別で数えます。',
    '「募集中」は、掲載がまだない組み合わせです。その種別の機関が行っていない、という意味ではありません。',
    '件数は、編集部が公開情報を調べ、掲載した範囲を示します。種別の優劣や普及の度合いを示すものではありません。',
  ],
} as const;

/** Words of an event's programme. */
export const programmeWords = {
  elsewhere: '（他のサイトの資料）',
  materials: '資料',
  held: (count: number) => `${count}件`,
  absent: '未掲載（未調査）',
  absentHere: '資料は未掲載（未調査）',
  noDate: '掲載なし（未調査）',
} as const;

/** Words of the list of events: what is to come, and the years of what was. */
export const eventWords = {
  coming: 'これからの行事',
  none: (day: string) => `予定の掲載はありません（${day}現在）。`,
  byYear: '行事を年で見る',
  year: (year: string | null) => (year === null ? '開催日の掲載なし' : `${year}年`),
  count: (count: number) => `${count}件`,
} as const;

/** Words of the list of talks without slides, which the network edition alone has. */
export const missingWords = {
  title: '資料が未掲載の講演',
  lead: 'シンポジウムなどの記録のうち、講演の資料をまだ掲載していないものです。新しい順に並べています。',
  meaning:
    '「未掲載（未調査）」は、資料をまだ調べていないか、掲載できるかを確かめていないという意味です。資料がないという意味でも、配られなかったという意味でもありません。',
  networkOnly: 'この一覧は、ネットワーク限定版にだけあります。',
  count: (symposia: number, sessions: number) => `記録${symposia}件、講演${sessions}件`,
  absent: '未掲載（未調査）',
  untitled: '演題の記載なし',
  noDate: '開催日の記載なし',
  contact: '問い合わせ先',
  noContact: '窓口の掲載なし（未調査）',
  how: '資料をお持ちの方へ',
  howText:
    '資料を作った機関の許しを得たうえで、ファイルと利用条件をお知らせください。スライドは、コメントや隠しスライドを消してから送ってください。',
  takePart: '参加のしかた',
  none: '資料が未掲載の講演はありません。',
} as const;

/** Words of the timelines of national rules, in full and short. */
export const timelineWords = {
  title: 'いまのルール',
  all: 'いまのルールをすべて見る',
  inForce: '施行・適用',
  dated: '資料の日付',
  source: '出典',
  noSource: '出典：掲載なし（未調査）',
  earlier: (count: number) => `それより前　${count}件`,
  usedBy: (count: number) => (count === 0 ? '引くものはありません' : `引くもの ${count}件`),
};

/** Words of the tables of what institutions have settled. */
export const choiceTableWords = {
  title: '機関ごとの定め',
  lead: '申告や確認の対象者、基準額、時期、手段、審査、保存年限を、機関ごとに並べました。各機関の記事に書かれていることだけを、根拠の記事とともに示します。出典の時点のもので、いまは変わっていることがあります。並び順に優劣の意味はありません。',
  caption: (kit: string) => `機関ごとの定め：${kit}`,
  kind: '種別',
  count: (institutions: number) => `${institutions}行`,
  silent: (aspects: string) => `どの機関についても掲載なし（未調査）：${aspects}`,
  toKit: '様式例を見る',
  data: 'この表のデータ（CSV）',
  compare: '記事を並べて比べる',
} as const;
