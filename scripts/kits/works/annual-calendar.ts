import type { Kit, SheetCell } from '../kit-model.ts';

const path = 'pages/first-year';
const declaration = 'scenes/annual-declaration';
const yearStart = 'best-practices/tmdu/coi-manager-elearning-targets-and-timing';
const untilMay = 'best-practices/tmdu/annual-and-grant-coi-declaration';
const untilApril = 'best-practices/jichi-u/annual-and-project-coi-declaration';
const autumn = 'best-practices/titech/coi-periodic-web-declaration-all-faculty';
const summer = 'best-practices/tohoku-u/coi-periodic-declaration-criteria-fy2023';
const entrance = 'best-practices/u-tsukuba/graduate-student-steps-application-to-completion';
const listRevision = 'guidelines/meti/foreign-user-list-2025';
const yearlyRevision = 'guidelines/tuat/export-control-rules';
const yearlyTraining = 'best-practices/kyushu-u/ura-training-material-export-control';
const opinions = 'guidelines/mext/risk-management-committee-opinions';
const audit = 'guidelines/cistec/audit-checklist-standard';
const pledge = 'best-practices/kyoto-cseas/erad-integrity-pledge-before-kakenhi';

type Task = readonly [theme: string, task: string];

const coi = '利益相反';
const exports = '輸出管理';
const secrets = '秘密情報';
const shared = '共通';

/** Where the months are not an institution's own they are a proposal, and the sheet says so. */
const year: readonly (readonly [month: string, tasks: readonly Task[]])[] = [
  [
    '4月',
    [
      [shared, '規程・様式・担当者の一覧を、今年度のものにする'],
      [coi, '定期自己申告の対象者の名簿を作り、依頼する'],
      [exports, '新しく入学・着任した人の、特定類型の確認がそろったかを確かめる'],
    ],
  ],
  [
    '5月',
    [
      [coi, '定期自己申告を受け付け、未提出の人に督促する'],
      [shared, '新任の教職員・部局の担当者に、手続を説明する'],
    ],
  ],
  [
    '6月',
    [
      [coi, '申告の内容を確かめ、委員会の資料を作る'],
      [exports, '夏の海外出張の、出張前確認を案内する'],
    ],
  ],
  [
    '7月',
    [
      [coi, '委員会で審議し、結果を本人に知らせる'],
      [exports, '秋入学の受入れの事前確認を、内諾の前に済ませる'],
      [shared, '科研費などの公募の前に、e-Radでの研究インテグリティの誓約を案内する'],
    ],
  ],
  [
    '8月',
    [
      [coi, '提出状況と結果を報告する'],
      [secrets, '預かった秘密情報の、守る期間と置き場所を確かめる'],
    ],
  ],
  [
    '9月',
    [
      [exports, '秋入学・帰国する人の、誓約書と持ち帰る物を確かめる'],
      [shared, '研修・説明会の題材を、今年度の相談から選ぶ'],
    ],
  ],
  [
    '10月',
    [
      [exports, '外国ユーザーリストなどの改正を確かめ、学内に知らせる'],
      [exports, '新しく入学・着任した人の、特定類型の確認がそろったかを確かめる'],
    ],
  ],
  [
    '11月',
    [
      [shared, '教職員・学生に向けた研修・説明会を開く'],
      [coi, '研究費の申請で求められる、利益相反の申告を確かめる'],
    ],
  ],
  [
    '12月',
    [
      [exports, '台帳を見て、返っていない物、許可の期限、続いている受入れを確かめる'],
      [shared, '国の説明会や、他大学の担当者の集まりに出る'],
    ],
  ],
  [
    '1月',
    [
      [exports, '修了・帰国・退職する人に、持ち帰る技術と物の確認を案内する'],
      [secrets, '学生が加わる研究の、誓約書・確認書を確かめる'],
    ],
  ],
  [
    '2月',
    [
      [exports, '輸出管理の監査を行い、結果を見て直す'],
      [shared, '法令と規程の改正を確かめ、来年度の規程・様式を見直す'],
      [coi, '実施の結果を、定めた範囲で公表する'],
    ],
  ],
  [
    '3月',
    [
      [exports, '修了・帰国する人の、誓約書・実験ノート・研究データを確かめる'],
      [shared, '1年の結果と要る人手を、学長・理事などに報告する'],
      [shared, '引継書を改め、定めた年限を過ぎた書類を処分する'],
    ],
  ],
];

const themes = [coi, exports, secrets, shared];
const tasks = year.flatMap(([month, own]) => own.map(([theme, task]) => ({ month, theme, task })));
const states = ['これから', '進めている', '終わった', '今年度はしない'];
const ofTheme = (own: readonly Task[], theme: string): string =>
  own
    .filter(([other]) => other === theme)
    .map(([, task]) => `・${task}`)
    .join('\n');
const counted = (column: string, value: string): string =>
  `COUNTIF('業務の一覧'!${column}5:${column}504,"${value}")`;

/** 年間カレンダー, from April to March. */
export const annualCalendar: Kit = {
  id: 'annual-calendar',
  documents: [
    {
      kind: 'excel',
      file: '01_年間カレンダー.xlsx',
      title: '年間カレンダー（4月から3月）',
      from: [
        path,
        declaration,
        yearStart,
        untilApril,
        untilMay,
        summer,
        autumn,
        entrance,
        listRevision,
        yearlyRevision,
        yearlyTraining,
        opinions,
        audit,
        pledge,
      ],
      replace: [
        {
          mark: '月',
          how: '置いた月は編集部の案で、どの法令や指針が定めたものでもありません。自機関の時期に移してください。',
        },
        {
          mark: '定期自己申告の時期',
          how: '機関により違います。例は、「利益相反の定期自己申告の様式例」の表の「時期」にあります。',
        },
        { mark: '【　】年度、担当、期日', how: '自機関のものを書きます。' },
        { mark: '自機関の行事・締切', how: '教授会、委員会、入試、研究費の締切などを書きます。' },
      ],
      sheets: [
        {
          name: '年間カレンダー',
          heading: '令和【　】年度　利益相反・秘密情報・輸出管理　年間カレンダー',
          notes: [
            '業務を置いた月は、編集部の案です。自機関の時期に移し、右端に自機関の行事や締切を書いてください。',
          ],
          orientation: 'landscape',
          leastHeight: 30,
          columns: [
            { head: '月', width: 6 },
            { head: coi, width: 26 },
            { head: exports, width: 31 },
            { head: secrets, width: 23 },
            { head: shared, width: 27 },
            { head: '自機関の行事・締切', width: 20 },
          ],
          rows: year.map(([month, own]): SheetCell[] => [
            month,
            ...themes.map((theme) => ofTheme(own, theme) || null),
            null,
          ]),
        },
        {
          name: '業務の一覧',
          heading: '令和【　】年度　業務の一覧',
          notes: ['担当と期日を書き、進みぐあいを選びます。業務を足すときは、下に続けて書けます。'],
          orientation: 'portrait',
          columns: [
            { head: '月', width: 8 },
            { head: 'テーマ', width: 12, choices: { sheet: '選択肢', column: 0 } },
            { head: '業務', width: 44 },
            { head: '担当', width: 13 },
            { head: '期日', width: 12, format: 'date' },
            { head: '進みぐあい', width: 15, choices: { sheet: '選択肢', column: 1 } },
          ],
          rows: tasks.map(({ month, theme, task }): SheetCell[] => [
            month,
            theme,
            task,
            null,
            null,
            states[0] ?? null,
          ]),
          blanks: 6,
        },
        {
          name: '進みぐあい',
          heading: '令和【　】年度　進みぐあい',
          notes: ['業務の一覧で選ぶと、自動で数えます。'],
          orientation: 'portrait',
          columns: [
            { head: '区分', width: 34 },
            { head: '件数', width: 14 },
            { head: '割合（すべての業務に対して）', width: 30, format: 'percent' },
          ],
          rows: [
            [
              'すべての業務',
              { formula: "COUNTA('業務の一覧'!C5:C504)", value: tasks.length },
              null,
            ],
            ...states.map((state, place): SheetCell[] => [
              state,
              { formula: counted('F', state), value: place === 0 ? tasks.length : 0 },
              { formula: `IF(B5=0,"",B${6 + place}/B5)`, value: place === 0 ? 1 : 0 },
            ]),
            ...themes.map((theme): SheetCell[] => [
              `テーマ：${theme}`,
              {
                formula: counted('B', theme),
                value: tasks.filter((one) => one.theme === theme).length,
              },
              null,
            ]),
          ],
        },
        {
          name: '選択肢',
          heading: '選択肢',
          notes: ['業務の一覧で選ぶ言葉です。変えるときは、進みぐあいのシートの式も直します。'],
          orientation: 'portrait',
          columns: [
            { head: 'テーマ', width: 24 },
            { head: '進みぐあい', width: 24 },
          ],
          rows: themes.map((theme, place): SheetCell[] => [theme, states[place] ?? null]),
        },
      ],
    },
  ],
};
