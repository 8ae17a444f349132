import type { Kit } from '../kit-model.ts';

const catchAllReview = 'guidelines/meti/catch-all-control-review-2025';
const armsEmbargo = 'best-practices/osaka-cu/classification-flowchart-and-checklists';
const exceptions = 'best-practices/kyoto-u/two-advance-check-sheets';
const geneticResources = 'guidelines/kyushu-u/genetic-resources-mta-article-2017';
const compliancePage = 'best-practices/naist/compliance-page-in-english';
const guidance = 'guidelines/meti/sensitive-technology-guidance-4th-2022';
const trip = 'best-practices/u-tsukuba/overseas-trip-application';
const tripChecklist = 'best-practices/mie-u/overseas-trip-checklist-and-airport-steps';
const situations = 'best-practices/mie-u/export-control-pages-by-situation';
const bothSides = 'case-studies/ehime-u/export-control-inquiry-to-faculty-2019';
const fourSheets = 'best-practices/nihon-u/export-control-manual-with-check-sheets';
const twoSheets = 'best-practices/saitama-u/export-control-two-prior-check-sheets';
const threeStages = 'best-practices/hyo-med/checklist-then-sheet-then-review';
const selfAssessment = 'best-practices/doshisha-u/export-control-self-assessment-sheet';
const exemptions = 'best-practices/kyushu-u/cases-where-no-application-is-needed';
const eightCases = 'best-practices/hakuoh-u/research-integrity-eight-cases';
const certificate = 'best-practices/kyushu-u/online-application-to-non-applicability-certificate';
const samples = 'best-practices/yokohama-cu/sending-samples-export-check-to-mta';
const couriers = 'guidelines/meti/e-learning-question-on-couriers';
const catchAll = 'guidelines/meti/catch-all-control-qa';
const userList = 'guidelines/meti/foreign-user-list-2025';
const listTable = 'best-practices/u-tsukuba/list-control-item-table';
const goodsRules = 'guidelines/tuat/export-control-rules';
const materials = 'best-practices/niigata-u/tangible-research-materials';
const whatWhomWhy = 'case-studies/ritsumei-u/held-technology-survey-simplified-acceptance-2017';
const checkFlow = 'best-practices/rikkyo-u/export-control-check-flow-forms';

const desk = {
  mark: '【担当部署】',
  how: '部署名、内線、部署の共用アドレスを書きます。個人のアドレスは書きません。',
};
const trips = {
  mark: '【対象になる出張】',
  how: '私的な渡航や学生の渡航を含めるかを決めます。例は、表の「対象者」にあります。',
};
const days = {
  mark: '【審査にかかる日数】',
  how: '段階ごとに、自機関の実績から書きます。ほかの機関の例は、表の「時期」にあります。',
};
const exempt = {
  mark: '【確認が要らない物】',
  how: '自機関で確認を求めない物があれば書きます。機器に入れた技術は別に確かめます。例は、表の「対象者」にあります。',
};
const reviewers = {
  mark: '【部局の責任者】【統括責任者】',
  how: '規程に定めた役の名前を書きます。審査の段階の例は、表の「審査」にあります。',
};
const latest =
  '規制の品目、外国ユーザーリスト、制度は改正されます。使う前に、最新の法令と経済産業省の資料で確かめてください。';

const yesNo = [
  { head: '', share: 6 },
  { head: '確かめること', share: 70 },
  { head: 'はい', share: 8 },
  { head: 'いいえ', share: 8 },
  { head: '不明', share: 8 },
] as const;
const asked = (questions: readonly string[]) =>
  questions.map((question, place) => [String(place + 1), question, '□', '□', '□']);

/** 海外出張と、機器・試料の持出し・送付. */
export const travelAndTakingOut: Kit = {
  id: 'travel-and-taking-out',
  documents: [
    {
      kind: 'word',
      file: '01_海外出張_出張前確認シート.docx',
      title: '海外出張の出張前確認シート',
      from: [
        guidance,
        trip,
        tripChecklist,
        situations,
        bothSides,
        fourSheets,
        twoSheets,
        eightCases,
      ],
      replace: [
        trips,
        days,
        exempt,
        {
          mark: '【研究インテグリティの届出が要る出張】',
          how: '届出を求める場合だけ残し、期間や回数を書きます。例は、表の「対象者」にあります。',
        },
        desk,
      ],
      cautions: [latest],
      blocks: [
        { kind: 'title', text: '海外出張　出張前確認シート' },
        {
          kind: 'text',
          text: '【対象になる出張】の前に書き、出張の申請と一緒に【担当部署】へ出します。審査には【審査にかかる日数】ほどかかります。同じ用務で2か所以上へ行くときは、1枚で足ります。',
        },
        { kind: 'heading', text: '1　出張の内容' },
        {
          kind: 'fields',
          rows: [
            { label: '出張する人', value: '所属　　　　　　　　　　　　氏名' },
            { label: '期間', value: '　　　年　　月　　日　から　　　　年　　月　　日　まで' },
            { label: '行き先（国・機関）' },
            {
              label: '用務',
              value:
                '□ 学会・国際会議での発表　□ 研究の打合せ・共同研究\n□ 技術指導・講義　□ 調査・見学　□ 表敬訪問　□ その他（　　　　　）',
            },
          ],
        },
        { kind: 'heading', text: '2　だれに、何を' },
        {
          kind: 'table',
          columns: yesNo,
          rows: asked([
            '話す・見せる技術は、不特定多数が参加する会議で発表する内容だけですか',
            '発表のほかに、打合せや技術指導などで、公開していない技術を話しますか',
            '話す・見せる技術が、規制の対象に当たるおそれがありますか',
            '会う相手や訪ねる機関が、最新の外国ユーザーリストに載っていますか',
            '相手の機関や用途に、軍事との関わりなどの懸念がありますか',
            'パソコンや記録媒体に、出張に要らない技術情報を入れて行きますか',
          ]),
        },
        { kind: 'heading', text: '3　持って行く物' },
        {
          kind: 'table',
          columns: yesNo,
          rows: asked([
            '【確認が要らない物】のほかに、機器、試料、自作の装置を持って行きますか',
            'それらは、相手に渡しますか、または現地に置いて来ますか',
            '相手から、機器や試料を預かって帰りますか',
          ]),
        },
        {
          kind: 'text',
          text: '2の2から6、3の1から3のどれかが「はい」か「不明」なら、下に書き、出発の前に【担当部署】に相談してください。物があるときは「持出し・送付の確認シート」も出します。',
        },
        { kind: 'fields', rows: [{ label: '技術・物の内容、相手', lines: 2 }] },
        {
          kind: 'text',
          text: '□　【研究インテグリティの届出が要る出張】に当たるので、届出も出します',
        },
        { kind: 'heading', text: '4　出発のとき（物を携帯して出国する場合）' },
        {
          kind: 'text',
          text: '□　航空会社に、持込み・預入れができるかを確かめた\n□　税関へ出す申告書を、出発前に記入した\n□　「非該当証明書」または「取引審査票の写し」など、税関に見せる書類を持った',
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            {
              label: '確認の結果',
              value: '□ ここで終わる　□ 本人に尋ねる　□ 取引審査に進む　　　　月　　日　担当',
            },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '02_持出し・送付_確認シート.docx',
      title: '機器・試料の持出し・送付の確認シート',
      from: [
        samples,
        whatWhomWhy,
        goodsRules,
        couriers,
        listTable,
        catchAll,
        userList,
        certificate,
        materials,
        catchAllReview,
        geneticResources,
        compliancePage,
        armsEmbargo,
        exceptions,
      ],
      replace: [
        exempt,
        days,
        reviewers,
        {
          mark: '【MTAの担当部署】',
          how: '試料などの提供の契約（MTA）を扱う部署です。輸出管理と同じ部署なら、1つにまとめます。',
        },
        desk,
      ],
      cautions: [latest],
      blocks: [
        { kind: 'title', text: '機器・試料の持出し・送付　確認シート' },
        {
          kind: 'text',
          text: '海外へ送る前、持ち出す前に書き、【担当部署】へ出します。国内で渡す物でも、外国へ送られることが分かっていれば出します。【確認が要らない物】だけのときは要りません。審査には【審査にかかる日数】ほどかかります。宅配便や郵便に出すのは、結果を受け取ってからにしてください。',
        },
        { kind: 'heading', text: '1　何を、だれに、何のために' },
        {
          kind: 'fields',
          rows: [
            { label: '持ち出す人・送る人', value: '所属　　　　　　　　　　　　氏名' },
            { label: '何を（品名・型番）' },
            { label: '中の技術・ソフト' },
            { label: 'だれに（国・機関）' },
            {
              label: '国の区分',
              value: '□ 輸出令別表第3の国・地域　□ 国連武器禁輸国・地域　□ そのほか',
            },
            { label: '何のために（用途）' },
            {
              label: '方法・時期',
              value: '□ 送付　□ 手荷物　□ 持ち帰る　□ 置いて来る・渡す　　　月　　日ごろ',
            },
          ],
        },
        { kind: 'heading', text: '2　該非を確かめる（仕様を知る人と担当者が一緒に）' },
        {
          kind: 'table',
          columns: [
            { head: '確かめること', share: 42 },
            { head: '資料（版・日付）', share: 24 },
            { head: '結果', share: 34 },
          ],
          rows: [
            ['リスト規制（貨物）', '', '□ 当たらない　□ 当たる　□ 不明'],
            ['リスト規制（中に入れた技術・プログラム）', '', '□ 当たらない　□ 当たる　□ 不明'],
            ['補完的輸出規制（兵器の開発等の用途）', '', '□ 懸念はない　□ ある　□ 不明'],
            ['国からの通知（別表第3の国・地域も）', '', '□ 受けていない　□ 受けた'],
            ['使える特例', '', '□ ない　□ ある（　　　　　　）'],
            ['相手先の懸念（外国ユーザーリスト）', '', '□ ない　□ ある　□ 不明'],
            ['試料：病原体、毒素、遺伝子改変の生物', '', '□ 当たらない　□ 当たる　□ 不明'],
            ['試料：遺伝資源（名古屋議定書）', '', '□ 当たらない　□ 当たる　□ 不明'],
          ],
        },
        { kind: 'heading', text: '3　判断' },
        {
          kind: 'fields',
          rows: [
            {
              label: '一次【部局の責任者】',
              value: '□ 進めてよい　□ 取引審査へ　　　　　年　　月　　日　氏名',
            },
            {
              label: '二次【統括責任者】',
              value:
                '□ 進めてよい　□ 取りやめる　□ 許可申請の要否を国に確かめる\n　　　　年　　月　　日　氏名',
            },
            { label: '理由' },
            { label: '許可', value: '□ 要らない　□ 要る（許可番号　　　　　　期限　　　　　　）' },
          ],
        },
        { kind: 'heading', text: '4　送る前に' },
        {
          kind: 'text',
          text: '□　渡す条件（MTA、無償か有償か、目的外に使わないこと、再び渡さないこと）を【MTAの担当部署】と確かめた\n□　「非該当証明書」や許可証など、貨物に添える書類がそろった\n□　台帳に書いた（番号　　　　　）',
        },
      ],
    },
    {
      kind: 'excel',
      file: '03_持出し・送付_台帳.xlsx',
      title: '持出し・送付の台帳',
      from: [samples, certificate, checkFlow, bothSides, threeStages, selfAssessment, exemptions],
      replace: [
        { mark: '【　】年度', how: '年度を書きます。' },
        { mark: '選択肢のシートの言葉', how: '自機関の規程の言葉に合わせて直します。' },
        {
          mark: '保存する年限',
          how: '規程で確かめます。例は、表の「保存年限」にあります（見つかっていないときは「掲載なし（未調査）」です）。',
        },
      ],
      cautions: [latest],
      sheets: [
        {
          name: '台帳',
          heading: '令和【　】年度　機器・試料の持出し・送付　台帳',
          notes: [
            '1件を1行で書きます。青い見出しの列は、言葉を選んで入れます。枠の下にも続けて書けます（500件まで数えます）。',
          ],
          orientation: 'landscape',
          columns: [
            { head: '番号', width: 6 },
            { head: '受付日', width: 11, format: 'date' },
            { head: '部局', width: 13 },
            { head: '持ち出す人', width: 13 },
            { head: '品名・型番', width: 22 },
            { head: '国・地域', width: 11 },
            { head: '相手先', width: 19 },
            { head: '方法', width: 11, choices: { sheet: '選択肢', column: 0 } },
            { head: '該非', width: 11, choices: { sheet: '選択肢', column: 1 } },
            { head: '審査の結果', width: 17, choices: { sheet: '選択肢', column: 2 } },
            { head: '添えた書類', width: 15, choices: { sheet: '選択肢', column: 3 } },
            { head: '送付・出国の日', width: 12, format: 'date' },
            { head: '返却の予定日', width: 12, format: 'date' },
            { head: '返却の日', width: 11, format: 'date' },
            { head: '許可番号', width: 14 },
            { head: '許可の期限', width: 12, format: 'date' },
          ],
          rows: [],
          blanks: 40,
        },
        {
          name: '集計',
          heading: '令和【　】年度　機器・試料の持出し・送付　集計',
          notes: ['台帳に入れると、自動で数えます。'],
          orientation: 'portrait',
          columns: [
            { head: '区分', width: 50 },
            { head: '件数', width: 14 },
          ],
          rows: [
            ['受け付けたもの', { formula: "COUNT('台帳'!B5:B504)", value: 0 }],
            ['方法：送付', { formula: 'COUNTIF(\'台帳\'!H5:H504,"送付")', value: 0 }],
            ['方法：手荷物', { formula: 'COUNTIF(\'台帳\'!H5:H504,"手荷物")', value: 0 }],
            ['該非：当たらない', { formula: 'COUNTIF(\'台帳\'!I5:I504,"当たらない")', value: 0 }],
            ['該非：当たる', { formula: 'COUNTIF(\'台帳\'!I5:I504,"当たる")', value: 0 }],
            ['該非：確認中', { formula: 'COUNTIF(\'台帳\'!I5:I504,"確認中")', value: 0 }],
            ['審査：進めてよい', { formula: 'COUNTIF(\'台帳\'!J5:J504,"進めてよい")', value: 0 }],
            [
              '審査：許可を申請した',
              { formula: 'COUNTIF(\'台帳\'!J5:J504,"許可を申請した")', value: 0 },
            ],
            ['審査：取りやめた', { formula: 'COUNTIF(\'台帳\'!J5:J504,"取りやめた")', value: 0 }],
            [
              '返却の予定があり、まだ返っていないもの',
              { formula: 'COUNTIFS(\'台帳\'!M5:M504,">0",\'台帳\'!N5:N504,"")', value: 0 },
            ],
          ],
        },
        {
          name: '選択肢',
          heading: '選択肢',
          notes: [
            '台帳で選ぶ言葉です。ここを直すと、台帳の選択肢も変わります。集計で数える言葉を変えるときは、集計のシートの式も直します。',
          ],
          orientation: 'portrait',
          columns: [
            { head: '方法', width: 18 },
            { head: '該非', width: 18 },
            { head: '審査の結果', width: 24 },
            { head: '添えた書類', width: 24 },
          ],
          rows: [
            ['送付', '当たらない', '進めてよい', '非該当証明書'],
            ['手荷物', '当たる', '許可を申請した', '許可証'],
            ['国内で渡す', '確認中', '取りやめた', '取引審査票の写し'],
            [null, null, '審査中', '添える書類はない'],
          ],
        },
      ],
    },
  ],
};
