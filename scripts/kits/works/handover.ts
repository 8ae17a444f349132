import type { Kit } from '../kit-model.ts';

const path = 'pages/first-year';
const opinions = 'guidelines/mext/risk-management-committee-opinions';
const survey = 'surveys/mext/industry-collaboration-survey-h26';
const staff = 'surveys/u-tsukuba/coi-staff-survey-2013';
const ruleChanges = 'guidelines/tuat/export-control-rules';
const listNotice = 'case-studies/u-tsukuba/foreign-user-list-notice-2025';
const declaration = 'scenes/annual-declaration';
const yearlyTraining = 'best-practices/kyushu-u/ura-training-material-export-control';
const institute = 'best-practices/tohoku-imr/export-control-adviser-in-institute';
const rulesList = 'best-practices/kagoshima-ct/kosen-rules-and-responsible-persons-page';

const audit = 'guidelines/cistec/audit-checklist-standard';
const pledge = 'best-practices/kyoto-cseas/erad-integrity-pledge-before-kakenhi';

const desk = {
  mark: '【　】',
  how: '空いているところは、自機関の名前、役の名前、置き場所などに置き換えます。',
};
const unneeded = {
  mark: '担当していない業務の行',
  how: '消します。利益相反と輸出管理を別の人が担当するときは、2部に分けます。',
};
const noSecrets =
  '申告の内容、審査中の案件の相手先、パスワードは、この書類に書かず、置き場所と、見ることのできる人だけを書いてください。';

/** 後任への引継ぎ. */
export const handover: Kit = {
  id: 'handover',
  documents: [
    {
      kind: 'word',
      file: '01_引継書.docx',
      title: '後任への引継書',
      from: [path, opinions, survey, staff, rulesList, institute],
      replace: [desk, unneeded],
      cautions: [noSecrets],
      blocks: [
        { kind: 'title', text: '利益相反・秘密情報・輸出管理の業務　引継書' },
        {
          kind: 'fields',
          rows: [
            { label: '前任・後任', value: '前任　　　　　　　　　　　　後任' },
            { label: '引継ぎの日', value: '　　　　年　　月　　日　　　立会い' },
            { label: '前任への連絡（いつまで）' },
          ],
        },
        { kind: 'heading', text: '1　体制と、だれに聞くか' },
        {
          kind: 'table',
          columns: [
            { head: '役', share: 34 },
            { head: 'いまの人の職名・部署', share: 34 },
            { head: '頼むこと・聞くこと', share: 32 },
          ],
          rows: [
            ['最高責任者・統括責任者', '', ''],
            ['部局の責任者・担当者', '', ''],
            ['利益相反の委員会（委員長・事務局）', '', ''],
            ['不服のあるときの請求先', '', ''],
            ['専門の相談先（学内のアドバイザー、弁護士など）', '', ''],
            ['国・地域の相談先、他大学の担当者の集まり', '', ''],
          ],
        },
        { kind: 'heading', text: '2　規程と様式の置き場所' },
        {
          kind: 'table',
          columns: [
            { head: '規程・様式', share: 40 },
            { head: '番号・最後の改正', share: 25 },
            { head: '置き場所', share: 35 },
          ],
          rows: [
            ['利益相反のポリシー・規程・申告書', '', ''],
            ['秘密情報管理の規程・誓約書', '', ''],
            ['安全保障輸出管理の規程・事前確認シート', '', ''],
            ['委員会の資料・議事の記録', '', ''],
            ['審査の記録・台帳（見ることのできる人も書く）', '', ''],
            ['学内システムの手引き（権限の申請先も書く）', '', ''],
          ],
        },
        { kind: 'heading', text: '3　いま動いている案件' },
        {
          kind: 'table',
          columns: [
            { head: '番号', share: 10 },
            { head: '何を待っているか', share: 36 },
            { head: '次にすること', share: 36 },
            { head: '期日', share: 18 },
          ],
          rows: [],
          blanks: 4,
        },
        { kind: 'page' },
        { kind: 'heading', text: '4　判断の考え方' },
        {
          kind: 'text',
          text: '前に判断したことのうち、後任が同じように判断するために知っておくことを書きます。結論だけでなく、理由と、決めた場（委員会など）を書きます。',
        },
        {
          kind: 'table',
          columns: [
            { head: '場面', share: 26 },
            { head: '判断と理由', share: 50 },
            { head: '決めた場・記録の番号', share: 24 },
          ],
          rows: [],
          blanks: 4,
        },
        { kind: 'heading', text: '5　つまずいたこと、変えたいこと' },
        {
          kind: 'fields',
          rows: [
            { label: '研究者からよく聞かれること', lines: 2 },
            { label: '時間がかかること・工数', lines: 2 },
            { label: '来年度、変えたいこと', lines: 2 },
          ],
        },
        { kind: 'heading', text: '6　引継ぎの日にすること' },
        {
          kind: 'text',
          text: '□　様式とシステムの画面を、一緒に1回ずつ動かした\n□　審査中の案件を、記録を見ながら説明した\n□　年間の予定表（年間カレンダー）を渡した\n□　部局の担当者、委員会の事務局に、後任を紹介した\n□　共用のアドレスとシステムの権限を移した',
        },
      ],
    },
    {
      kind: 'word',
      file: '02_年間業務の引継ぎチェック.docx',
      title: '年間業務の引継ぎチェック',
      from: [path, declaration, opinions, ruleChanges, listNotice, yearlyTraining, audit, pledge],
      replace: [
        desk,
        unneeded,
        {
          mark: '時期の欄',
          how: '自機関の時期を書きます。ほかの機関の時期の例は、「利益相反の定期自己申告の様式例」の表にあります。',
        },
      ],
      blocks: [
        { kind: 'title', text: '年間業務の引継ぎチェック' },
        {
          kind: 'text',
          text: '1年の業務を、いつ、何を見てするかで並べたものです。引き継いだ業務に印を付け、時期と、前回の資料の置き場所を書きます。',
        },
        { kind: 'heading', text: '1　利益相反' },
        {
          kind: 'table',
          columns: [
            { head: '引継ぎ', share: 9 },
            { head: '業務', share: 55 },
            { head: '時期', share: 14 },
            { head: '前回の資料の置き場所', share: 22 },
          ],
          rows: [
            ['□', '定期自己申告の対象者の名簿を作る', '', ''],
            ['□', '依頼し、記入要領と自己申告書を配る', '', ''],
            ['□', '提出を受け付け、未提出の人に督促する', '', ''],
            ['□', '内容を確かめ、委員会の資料を作る', '', ''],
            ['□', '委員会を開き、結果を本人に知らせる', '', ''],
            ['□', '実施の結果を報告し、定めた範囲で公表する', '', ''],
            ['□', '兼業、寄附金、研究費の申請などのときの、随時の申告を受ける', '', ''],
            ['□', '定めた年限を過ぎた書類を、規程に沿って処分する', '', ''],
          ],
        },
        { kind: 'heading', text: '2　安全保障輸出管理' },
        {
          kind: 'table',
          columns: [
            { head: '引継ぎ', share: 9 },
            { head: '業務', share: 55 },
            { head: '時期', share: 14 },
            { head: '前回の資料の置き場所', share: 22 },
          ],
          rows: [
            ['□', '法令、外国ユーザーリストなどの改正を確かめ、学内に知らせる', '', ''],
            ['□', '規程と様式を、改正に合わせて見直す', '', ''],
            ['□', '入学・採用の手続で、特定類型の確認を集める', '', ''],
            ['□', '受入れ、海外出張、持出し・送付の事前確認を審査する', '', ''],
            ['□', '修了・帰国・退職の前に、案内と誓約書を届ける', '', ''],
            ['□', '台帳を締め、未返却、許可の期限、続く受入れを確かめる', '', ''],
            ['□', '監査を行い、結果を見て直す', '', ''],
            ['□', '担当者が、国の説明会などを受ける', '', ''],
          ],
        },
        { kind: 'heading', text: '3　秘密情報・研究インテグリティ・共通' },
        {
          kind: 'table',
          columns: [
            { head: '引継ぎ', share: 9 },
            { head: '業務', share: 55 },
            { head: '時期', share: 14 },
            { head: '前回の資料の置き場所', share: 22 },
          ],
          rows: [
            ['□', '共同研究などで預かった秘密情報の、守る期間と置き場所を確かめる', '', ''],
            ['□', '学生が加わる研究の、誓約書・確認書を集める', '', ''],
            ['□', '研究インテグリティの届出と、公募前のe-Radの誓約', '', ''],
            ['□', '研修・説明会を開く', '', ''],
            ['□', '学長・理事などに、1年の結果と来年度に要る人手を報告する', '', ''],
            ['□', '事例と判断の理由をまとめ、引継書を改める', '', ''],
          ],
        },
      ],
    },
  ],
};
