import type { Kit } from '../kit-model.ts';

const contractTypes = 'best-practices/mie-u/contract-types-guide';
const secretScope = 'guidelines/nagasaki-u/confidentiality-rules-for-joint-research';
const handlers = 'guidelines/nitech/research-confidential-information-rules-2024';
const storage = 'guidelines/chubu-u/confidential-information-rules';
const terms = 'best-practices/uoeh/confidentiality-terms-in-joint-research';
const studentsAndSecrets = 'best-practices/uoeh/confidentiality-contract-faq';
const twoStages = 'best-practices/kagoshima-u/two-stage-coi-self-declaration';
const alongTheFlow = 'best-practices/mie-u/coi-points-along-research-flow';
const gains = 'case-studies/usp/coi-results-fy2019';
const activities = 'best-practices/naist/coi-table-by-activity';
const fourActs = 'best-practices/naist/four-regulated-acts';
const approvers = 'guidelines/shinshu-u/industry-collaboration-coi-rules';
const institution = 'best-practices/tmdu/institutional-coi-targets';
const subsidiaries = 'best-practices/mie-u/joint-research-declaration-three-times';
const abroad = 'best-practices/ehime-u/mandatory-pre-check-sheets-five-acts';
const aims = 'best-practices/uoeh/export-opportunity-table';
const warranty = 'case-studies/gunma-u/warranty-clause-on-specific-categories';
const fourConditions = 'best-practices/tohoku-u/students-as-research-cooperators-four-conditions';
const studentsBound = 'best-practices/kobe-u/confidentiality-guidance-including-students';
const studentForm = 'guidelines/tut/research-confidential-information-guideline';
const sentToCompany = 'case-studies/mie-u/case-sending-students-to-a-company';

const desk = {
  mark: '【担当部署】',
  how: '部署名、内線、部署の共用アドレスを書きます。個人のアドレスは書きません。',
};
const contracts = {
  mark: '【契約の種類】',
  how: '自機関で結ぶ契約の名前に直します。例は、表の「手段」にあります。',
};
const persons = {
  mark: '【対象になる受入れ】',
  how: '共同研究のほかに、受託研究、寄附金などを含めるかを決めます。例は、表の「対象者」にあります。',
};

/** 企業との共同研究の前の確認: before the application, and before students take part. */
export const jointResearchCheck: Kit = {
  id: 'joint-research-check',
  documents: [
    {
      kind: 'word',
      file: '01_共同研究の事前確認シート.docx',
      title: '企業との共同研究の事前確認シート',
      from: [
        contractTypes,
        secretScope,
        handlers,
        terms,
        twoStages,
        gains,
        activities,
        alongTheFlow,
        approvers,
        institution,
        subsidiaries,
        abroad,
        fourActs,
        aims,
        warranty,
        fourConditions,
      ],
      replace: [persons, contracts, desk],
      cautions: [
        '確かめることは、もとにした記事に挙がることを合わせたものです。自機関の規程で求めないことは消してください。',
        '輸出管理の許可の要否は、このシートでは決めません。「はい」か「不明」があれば、輸出管理の担当部署の確認に進みます。',
      ],
      blocks: [
        { kind: 'title', text: '企業との共同研究　事前確認シート' },
        {
          kind: 'text',
          text: '【対象になる受入れ】を申請する前に、研究代表者が書き、【担当部署】へ出します。',
        },
        { kind: 'heading', text: '1　研究の内容' },
        {
          kind: 'fields',
          rows: [
            { label: '研究代表者', value: '所属　　　　　　　　　　　　氏名' },
            {
              label: '相手の企業等',
              value: '名称\n□ 国内　□ 外国　□ 外国の法人が設立した日本法人（本社：　　　　　　　）',
            },
            {
              label: '題目・始めたい日',
              value: '　　　　　　　　　　　　　　　　　　年　　月　　日',
            },
            {
              label: '【契約の種類】',
              value:
                '□ 共同研究　□ 受託研究　□ 秘密保持契約（可能性を探る段階）\n□ 有体物のやり取り（MTA）　□ 未定',
            },
            {
              label: '参加する学生',
              value: '□ いない　□ 大学院学生（　　人）　□ 学部学生（　　人）',
            },
          ],
        },
        { kind: 'heading', text: '2　確かめること' },
        {
          kind: 'table',
          columns: [
            { head: '', share: 14 },
            { head: '確かめること', share: 62 },
            { head: 'はい', share: 8 },
            { head: 'いいえ', share: 8 },
            { head: '不明', share: 8 },
          ],
          rows: [
            [
              '利益相反',
              '相手の企業等から、兼業の報酬などの経済的利益や、株式などの利得を得ている人が参加しますか',
              '□',
              '□',
              '□',
            ],
            ['', '相手の企業等から、研究に使う物品やサービスを購入しますか', '□', '□', '□'],
            ['', '承認する人や契約事務の人に、相手との利害関係がありますか', '□', '□', '□'],
            ['', '本学が、相手の企業等に出資や株式の保有をしていますか', '□', '□', '□'],
            [
              '輸出管理',
              '物を海外へ送る、または海外にいる人や非居住者、特定類型に当たる人へ技術を提供しますか',
              '□',
              '□',
              '□',
            ],
            ['', '相手は、外国の法人か、外国の法人が設立した日本法人ですか', '□', '□', '□'],
            ['', '商品開発の狙いや研究の用途に、懸念がありますか', '□', '□', '□'],
            ['', '契約書の案に、特定類型に当たらないことの保証がありますか', '□', '□', '□'],
          ],
        },
        {
          kind: 'text',
          text: '「はい」か「不明」があれば内容を下に書き、契約の前に【担当部署】に相談してください。',
        },
        { kind: 'fields', rows: [{ label: '「はい」「不明」の内容', lines: 1.6 }] },
        { kind: 'heading', text: '3　契約の前に決めること' },
        {
          kind: 'fields',
          rows: [
            {
              label: '秘密にする情報',
              value: '□ 相手から得る情報　□ 研究中に生じ、秘密にすると合意する情報',
            },
            { label: '扱う人・置き場所', value: '' },
            { label: '秘密を守る期間', value: '研究の終了後　　　　まで' },
            {
              label: '発表の時期と連絡',
              value: '学位論文などの期限　　　　　　　　　相手への連絡　　　日前まで',
            },
            {
              label: '学生への説明',
              value: '□ 「学生への説明と確認書」で説明した（　　月　　日）　□ 学生は参加しない',
            },
          ],
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            {
              label: '確認の結果',
              value:
                '□ 受入れの手続に進む　□ 利益相反の申告を求める　□ 輸出管理の確認に進む\n　　　　　月　　日　担当',
            },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '02_学生への説明と確認書.docx',
      title: '共同研究に参加する学生への説明と確認書',
      from: [
        fourConditions,
        studentsAndSecrets,
        terms,
        studentsBound,
        studentForm,
        storage,
        alongTheFlow,
        sentToCompany,
      ],
      replace: [
        {
          mark: '【学部学生の参加を認める手続】',
          how: '規程に定めがあれば書きます。定めがなければ、この欄を消します。例は、表の「対象者」にあります。',
        },
        desk,
      ],
      cautions: [
        '学生に守秘の約束を求めてよいかは、自機関の規程と、相手との契約で確かめてください。',
        '説明する人が1と2を書いてから、学生に渡します。写しを学生に渡してください。',
      ],
      blocks: [
        { kind: 'title', text: '共同研究に参加する学生への説明と確認書' },
        { kind: 'heading', text: '1　研究の内容（説明する人が書く）' },
        {
          kind: 'fields',
          rows: [
            { label: '研究の題目' },
            { label: '相手の企業等' },
            { label: '期間', value: '　　　年　　月　　日　から　　　　年　　月　　日　まで' },
            {
              label: '説明する人',
              value: '所属　　　　　　　　　　　　氏名　　　　　　　　説明の日　　月　　日',
            },
            {
              label: '相手の同意',
              value: '□ 学生の参加について、相手の企業等の同意を得た（　　月　　日）',
            },
            {
              label: '【学部学生の参加を認める手続】',
              value: '□ 大学院学生なので要らない　□ 済んだ（　　月　　日）',
            },
          ],
        },
        { kind: 'heading', text: '2　守る秘密（説明する人が書く）' },
        {
          kind: 'fields',
          rows: [
            { label: '秘密にする情報', lines: 2 },
            { label: '話してよい人と範囲', lines: 2 },
            { label: '守る期間' },
            {
              label: '資料・データの扱い',
              value: '置き場所　　　　　　　　　　　持出し　□ できない　□ できる（条件　　　）',
            },
            {
              label: '発表',
              value: '学位論文・学会などの発表の期限　　　　　　　　　相手への連絡　　　日前まで',
            },
            { label: '参加することのよい点', lines: 1.5 },
            { label: '参加することで負うこと', lines: 1.5 },
          ],
        },
        { kind: 'heading', text: '3　確かめたこと（説明する人が印を付ける）' },
        {
          kind: 'text',
          text: '□　参加することに、教育上の意義がある\n□　参加は、本人の自らの意志による\n□　教育を受ける権利を妨げない\n□　参加を強要していない\n□　相手の企業等の指揮命令の下に置かれることがない\n□　卒業・修了後の就職先が、この参加によって制約されないことを伝えた',
        },
        { kind: 'heading', text: '4　本人の確認' },
        {
          kind: 'text',
          text: '　1と2の説明を受け、分からないことを尋ねたうえで、自らの意志で参加します。共同研究に加わる学生も、契約で定めた事項を守る必要があることを理解し、2の秘密を、2の範囲と期間で守ります。',
        },
        {
          kind: 'fields',
          rows: [
            { label: '所属・学年' },
            { label: '氏名（署名）' },
            { label: '日付', value: '　　　　年　　月　　日' },
          ],
        },
        {
          kind: 'small',
          text: '参加や発表について困ったことがあるときは、【担当部署】（内線【　　】）に相談できます。',
        },
      ],
    },
  ],
};
