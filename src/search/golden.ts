/**
 * Real questions of the field, with the entries that must come first: what somebody types who has just taken over
 * the job, and what a professor mails. Each of `first` has to be among as many first results as it names, in the frozen
 * world of the journeys; `npm run report:content` tells where the content has moved on.
 */
export type GoldenQuestion = { query: string; first: readonly string[] };

/** Mails, as they are written. The scene answers them. */
const mails: GoldenQuestion[] = [
  {
    query: '来月、研究生を受け入れて装置を使わせる。何が要る？',
    first: ['/scenes/accepting-students/'],
  },
  {
    query: '中国からの研究生を10月から受け入れたいのですが、手続きを教えてください',
    first: ['/scenes/accepting-students/'],
  },
  {
    query: '海外の大学から短期滞在の研究者が来ます。施設見学だけでも確認が必要ですか？',
    first: ['/scenes/accepting-students/'],
  },
  {
    query: '学会で海外に行くとき、持ち帰り用ノートPCに研究データを入れて行ってもよいですか',
    first: ['/scenes/overseas-travel/'],
  },
  {
    query: '来月アメリカの学会に出張します。パソコンを持って行くのに申請は要りますか？',
    first: ['/scenes/overseas-travel/'],
  },
  {
    query: '共同研究先の企業から秘密保持契約を求められました。教員個人で署名してよいですか',
    first: ['/scenes/nda-mta/'],
  },
  {
    query: '企業の顧問を頼まれました。兼業の届けは必要でしょうか',
    first: ['/scenes/outside-activities/'],
  },
  {
    query: '製薬会社から奨学寄附金の申し出がありました。受け入れてよいでしょうか',
    first: ['/scenes/donations/'],
  },
  {
    query: '研究成果でスタートアップを起業し、取締役になりたい',
    first: ['/scenes/equity-startups/'],
  },
  {
    query: '利益相反の自己申告の依頼が来た。企業との関わりは何もないが、それでも提出が要る？',
    first: ['/scenes/annual-declaration/'],
  },
  {
    query: '治験に参加します。COIの申告は誰に出せばよいですか',
    first: ['/scenes/clinical-research/', '/scenes/annual-declaration/'],
  },
  {
    query: '自分が役員の会社から装置を購入したいのですが問題ありますか',
    first: ['/scenes/procurement/'],
  },
  {
    query: '修了して帰国する留学生が、実験データを持って帰りたいと言っています',
    first: ['/scenes/graduation-return/'],
  },
  {
    query: '海外の共同研究者に試料を郵送したい。MTAは必要ですか',
    first: ['/scenes/nda-mta/'],
  },
  {
    query: 'AMEDの申請書に利益相反の欄がありますが何を書けばよいですか',
    first: ['/scenes/grant-application/'],
  },
  {
    query: '学生を企業との共同研究に参加させます。秘密保持の誓約書は要りますか',
    first: ['/scenes/student-confidentiality/'],
  },
  {
    query: 'クロスアポイントメントで来る教員の前の職場の秘密情報はどう扱えばよいですか',
    first: ['/scenes/hiring/'],
  },
  {
    query: 'スパコンを海外の研究者に使わせたいのですが',
    first: ['/scenes/facilities/', '/scenes/accepting-students/'],
  },
  {
    query: '新しく輸出管理の規程を作りたいのですが、ひな形はありますか',
    first: ['/scenes/rule-making/'],
  },
];

/** Words that a newly assigned officer types. */
const words: GoldenQuestion[] = [
  { query: '研究生', first: ['/scenes/accepting-students/'] },
  {
    query: '持ち帰り用ノートPC',
    first: ['/scenes/overseas-travel/', '/scenes/taking-out-equipment/'],
  },
  { query: 'みなし輸出', first: ['/glossary/deemed-export/'] },
  { query: 'ミナシ輸出', first: ['/glossary/deemed-export/'] },
  { query: '特定類型', first: ['/glossary/specific-categories/'] },
  { query: '該非判定', first: ['/glossary/classification/'] },
  { query: '外国ユーザーリスト', first: ['/glossary/foreign-end-user-list/'] },
  { query: '外国ユーザリスト', first: ['/glossary/foreign-end-user-list/'] },
  { query: 'キャッチオール規制', first: ['/glossary/catch-all-control/'] },
  { query: 'ｷｬｯﾁｵｰﾙ規制', first: ['/glossary/catch-all-control/'] },
  { query: '自己申告', first: ['/glossary/self-disclosure/', '/scenes/annual-declaration/'] },
  { query: 'りえきそうはん', first: ['/glossary/conflict-of-interest/'] },
  { query: '利益相反', first: ['/glossary/conflict-of-interest/'] },
  { query: '安全保障貿易管理', first: ['/glossary/security-trade-control/'] },
  {
    query: '責務相反',
    first: ['/glossary/conflict-of-commitment/', '/scenes/outside-activities/'],
  },
  { query: '組織としての利益相反', first: ['/glossary/institutional-coi/'] },
  { query: '外為法', first: ['/glossary/fefa/'] },
  { query: '輸出令', first: ['/glossary/export-trade-control-order/'] },
  { query: 'NDA', first: ['/scenes/nda-mta/', '/glossary/nda/'] },
  { query: 'ＭＴＡ', first: ['/scenes/nda-mta/', '/glossary/mta/'] },
  { query: 'デュアルユース', first: ['/glossary/dual-use/'] },
  { query: '研究セキュリティ', first: ['/glossary/research-security/'] },
  { query: 'クロスアポイントメント', first: ['/glossary/cross-appointment/', '/scenes/hiring/'] },
  { query: '新株予約権', first: ['/glossary/share-option/', '/scenes/equity-startups/'] },
  { query: '奨学寄附金', first: ['/scenes/donations/'] },
  { query: '寄付金', first: ['/scenes/donations/'] },
  { query: '事前確認シート', first: ['/glossary/preliminary-check-sheet/'] },
  { query: '顧問', first: ['/scenes/outside-activities/'] },
  { query: '誓約書', first: ['/glossary/written-pledge/'] },
  { query: '機微技術管理ガイダンス', first: ['/glossary/meti-university-guidance/'] },
  {
    query: '兼業　許可基準',
    first: [
      '/scenes/outside-activities/',
      '/guidelines/tsuru-u/outside-activities-rules/',
      '/guidelines/hokkyodai/outside-activities-permission-criteria/',
    ],
  },
  { query: '輸出管理 研修', first: ['/scenes/training/'] },
  { query: '営業秘密 管理指針', first: ['/guidelines/nagasaki-u/trade-secret-guideline-2008/'] },
  {
    query: '臨床研究法 利益相反',
    first: [
      '/glossary/clinical-trials-act/',
      '/guidelines/mhlw/clinical-trials-act-coi-notice-2018-03/',
      '/guidelines/mhlw/clinical-trials-act-coi-notice-2018-11/',
    ],
  },
  { query: 'AMED 利益相反', first: ['/scenes/grant-application/', '/glossary/amed-coi-rules/'] },
  {
    query: '研究インテグリティ 規程',
    first: [
      '/scenes/rule-making/',
      '/guidelines/thers/research-integrity-rules-2024/',
      '/guidelines/shinshu-u/research-integrity-rules-2023/',
    ],
  },
  {
    query: '三重大学 リスクマネジメント室',
    first: [
      '/institutions/mie-u/',
      '/practices/mie-u/risk-management-office-with-external-members/',
    ],
  },
  {
    query: 'モデル事業 平成27年度',
    first: ['/practices/mext/risk-management-model-project-fy2015/'],
  },
  {
    query: 'モデル事業 2015年度',
    first: ['/practices/mext/risk-management-model-project-fy2015/'],
  },
  { query: '2016年 シンポジウム', first: ['/symposia/mext/model-programme-symposium-2016/'] },
  { query: '平成28年 シンポジウム', first: ['/symposia/mext/model-programme-symposium-2016/'] },
  { query: '699機関', first: ['/surveys/mext/industry-collaboration-survey-h26/'] },
  { query: 'スパコン 非居住者', first: ['/scenes/facilities/', '/scenes/accepting-students/'] },
  {
    query: '随意契約',
    first: [
      '/scenes/procurement/',
      '/guidelines/hyogo-kyoiku-u/negotiated-contract-disclosure-criteria/',
    ],
  },
  {
    query: 'インキュベーション 入居',
    first: ['/scenes/facilities/', '/guidelines/kitami-it/incubation-tenancy-agreement/'],
  },
  { query: '出張 申請', first: ['/scenes/overseas-travel/'] },
  { query: '違反 懲戒', first: ['/scenes/violations-appeals/'] },
  {
    query: '離職 研究データ 持出し',
    first: ['/guidelines/tut/research-data-retention-and-transfer/'],
  },
];

/** All questions with a known answer. */
export const goldenQuestions: readonly GoldenQuestion[] = [...mails, ...words];
