import { addressOf } from '../../../src/schema/addresses.ts';
import { type Direction, directionIds, directions } from '../../../src/schema/taxonomy.ts';
import type { Kit } from '../kit-model.ts';

/** A question of the sheet, and the entry that it was drawn from. */
type Question = readonly [question: string, of: string, collection: Collection, id: string];
type Collection = 'best-practices' | 'case-studies' | 'guidelines' | 'surveys' | 'symposia';

/** Each asks for what its entry shows that somebody does or wants done; none says how much of it is enough. */
const questions: Record<Direction, readonly Question[]> = {
  system: [
    [
      '輸出管理の最高責任者、統括責任者、部局の責任者を、規程で決めていますか',
      '立教大学',
      'best-practices',
      'rikkyo-u/export-control-two-stage-review',
    ],
    [
      '輸出管理の一次の審査と二次の審査を、それぞれだれが行うかを決めていますか',
      '立教大学',
      'best-practices',
      'rikkyo-u/export-control-two-stage-review',
    ],
    [
      '利益相反の自己申告書を、対象者の全員から年1回以上集め、提出状況と内容を学長に報告していますか',
      '高知県立大学',
      'guidelines',
      'u-kochi/coi-management-implementation',
    ],
    [
      '利益相反の回避要請などに不服があるときの請求先を、審査した委員会とは別に設けていますか',
      '東北大学',
      'best-practices',
      'tohoku-u/coi-committee-subcommittee-appeals-advisory-board',
    ],
    [
      '秘密情報の管理責任者と、扱える人を、研究室などの単位で決めていますか',
      '名古屋工業大学',
      'guidelines',
      'nitech/research-confidential-information-rules-2024',
    ],
    [
      '研究インテグリティの相談の窓口を一本化し、情報を1か所に集めていますか',
      '岡山大学',
      'case-studies',
      'okayama-u/research-integrity-system-2023',
    ],
    [
      '輸出管理の監査を、定期的に行っていますか',
      '安全保障貿易情報センター',
      'guidelines',
      'cistec/audit-checklist-standard',
    ],
    [
      '令和7年10月9日に施行された補完的輸出規制の見直しと、それを踏まえた大学・研究機関用ガイダンスへの対応を確かめましたか',
      '文部科学省（令和7年12月の依頼）',
      'guidelines',
      'mext/export-control-thoroughness-request-2025-12',
    ],
  ],
  leadership: [
    [
      'リスクマネジメントを、学長等のリーダーシップの下で、大学経営上の優先課題の一つとしていますか',
      '文部科学省の検討委員会（平成27年）',
      'guidelines',
      'mext/risk-management-direction-2015',
    ],
    [
      '大学経営として行うために必要な費用と人員を把握し、共有していますか',
      '文部科学省の検討委員会での意見',
      'guidelines',
      'mext/risk-management-committee-opinions',
    ],
    [
      '大学の運営を担う会議のメンバーが、安全保障貿易管理の説明を聴く機会がありますか',
      '名城大学',
      'symposia',
      'meijo-u/export-control-lecture-at-university-board-2019',
    ],
    [
      '学長や理事など、意思決定をする人の利益相反を、管理の対象にしていますか',
      '東京医科歯科大学（当時）',
      'best-practices',
      'tmdu/institutional-coi-targets',
    ],
    [
      '研究インテグリティについて経営的な判断が要る場合のために、理事や副学長が加わる委員会を置いていますか',
      '岡山大学',
      'case-studies',
      'okayama-u/research-integrity-system-2023',
    ],
  ],
  awareness: [
    [
      '輸出管理の、全学向けの説明会と部局向けの説明会を開いていますか',
      '大阪大学',
      'best-practices',
      'osaka-u/specialists-and-briefings-2013-2017',
    ],
    [
      '新任の教員の研修の中で、輸出管理を説明していますか',
      '大阪大学',
      'best-practices',
      'osaka-u/specialists-and-briefings-2013-2017',
    ],
    [
      'コンプライアンス教育に、輸出管理の単元を入れていますか',
      '明治大学',
      'best-practices',
      'meiji-u/export-control-unit-in-ethics-e-learning',
    ],
    [
      '輸出管理を、大学院生にも説明していますか',
      '神戸大学',
      'best-practices',
      'kobe-u/export-control-for-graduate-students',
    ],
    [
      '利益相反の研修の成果を検証していますか',
      '日本医学会',
      'symposia',
      'jams/coi-management-seminar-education',
    ],
  ],
  people: [
    [
      '輸出管理を担当する部署に、専任の人がいますか',
      '経済産業研究所の調査（2023年）',
      'surveys',
      'rieti/university-export-control-survey-2023',
    ],
    [
      '利益相反の相談や普及を担うアドバイザーを置いていますか',
      '中部大学',
      'best-practices',
      'chubu-u/coi-adviser-duties',
    ],
    [
      '輸出管理に関わるURAなどが、年1回は説明会などを受けて学び続けていますか',
      '九州大学の研修教材',
      'best-practices',
      'kyushu-u/ura-training-material-export-control',
    ],
    [
      '人事異動がある中で、専門の人材を育て、ノウハウを引き継ぐことを検討していますか',
      '文部科学省の検討委員会での意見',
      'guidelines',
      'mext/risk-management-committee-opinions',
    ],
    [
      'URAなど、内部の人材の確保を進めていますか',
      '文部科学省の検討委員会での意見',
      'guidelines',
      'mext/risk-management-committee-opinions',
    ],
  ],
  sharing: [
    [
      '外国ユーザーリストの改正を、速やかに学内へ知らせていますか',
      '筑波大学',
      'case-studies',
      'u-tsukuba/foreign-user-list-notice-2025',
    ],
    [
      '利益相反の自己申告の実績と審査の結果を公表していますか',
      '滋賀県立大学',
      'case-studies',
      'usp/coi-results-fy2019',
    ],
    [
      '利益相反に当たる場合を、活動ごとの事例で示していますか',
      '奈良先端科学技術大学院大学',
      'best-practices',
      'naist/coi-table-by-activity',
    ],
    [
      '輸出管理について、教員への調査を行っていますか',
      '愛媛大学',
      'case-studies',
      'ehime-u/export-control-inquiry-to-faculty-2019',
    ],
    [
      '他大学の輸出管理の担当者と、諸問題の情報を交換する場がありますか',
      '九州地域内大学輸出管理ネットワーク',
      'symposia',
      'kyushu-u/kyushu-export-control-network-3rd-study-meeting',
    ],
  ],
};

const rows = directionIds.flatMap((direction) =>
  questions[direction].map(([question, of, collection, id]) => [
    directions[direction],
    question,
    `${of}\n${addressOf(collection, id)}`,
  ]),
);
const from = [
  ...new Set(
    Object.values(questions).flatMap((own) =>
      own.map(([_question, _of, collection, id]) => `${collection}/${id}`),
    ),
  ),
];

/** 自己点検表: a question for each thing that somebody is known to do, by direction, without a score. */
export const selfInspection: Kit = {
  id: 'self-inspection',
  documents: [
    {
      kind: 'excel',
      file: '01_自己点検表.xlsx',
      title: '産学官連携リスクマネジメントの自己点検表',
      from,
      replace: [
        { mark: '【　】年度', how: '年度を書きます。' },
        {
          mark: '問い',
          how: '自機関に当てはまらない問いは、「当てはまらない」を選んで理由を書くか、行を消します。',
        },
      ],
      cautions: [
        '問いは、掲載している指針と取組に挙がることから作りました。点数や達成の基準はありません。すべてを行うべきだということではなく、機関の規模や特性によって違います。',
        '問いのうち法令で求められることは、自機関の規程と最新の法令で確かめてください。',
      ],
      sheets: [
        {
          name: '自己点検表',
          heading: '令和【　】年度　産学官連携リスクマネジメントの自己点検表',
          notes: [
            '「いまの状態」を選び、確かめた資料と、次にすることを書きます。点数は付けません。最後の空いた行に、自機関の問いを加えられます。',
          ],
          orientation: 'landscape',
          columns: [
            { head: '方向性', width: 15 },
            { head: '問い', width: 42 },
            { head: 'もとにした記事', width: 42 },
            { head: 'いまの状態', width: 14, choices: { sheet: '選択肢', column: 0 } },
            { head: '確かめた資料', width: 20 },
            { head: '次にすること', width: 24 },
            { head: '期限', width: 11, format: 'date' },
          ],
          rows: rows.map((row) => [...row, null, null, null, null]),
          blanks: 5,
        },
        {
          name: '選択肢',
          heading: '選択肢',
          notes: ['自己点検表で選ぶ言葉です。ここを直すと、選択肢も変わります。'],
          orientation: 'portrait',
          columns: [{ head: 'いまの状態', width: 62 }],
          rows: [['している'], ['一部している'], ['していない'], ['当てはまらない'], ['確認中']],
        },
      ],
    },
  ],
};
