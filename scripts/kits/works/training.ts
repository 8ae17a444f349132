import type { Kit } from '../kit-model.ts';

const notViolation = 'best-practices/mie-u/coi-and-violation-compared';
const doubts = 'best-practices/mie-u/examples-of-doubt-as-questions';
const protection = 'best-practices/iwate-med/coi-scope-table-and-faq';
const activities = 'best-practices/naist/coi-table-by-activity';
const fourActs = 'best-practices/naist/four-regulated-acts';
const occasions = 'best-practices/jrc-hokkaido-cn/export-control-at-nursing-college';
const categories = 'best-practices/kyushu-u/declaration-by-all-members-2022';
const students = 'guidelines/meti/e-learning-question-on-students-and-catch-all';
const couriers = 'guidelines/meti/e-learning-question-on-couriers';
const questions = 'guidelines/meti/university-qa-2021';
const catchAll = 'guidelines/meti/catch-all-control-review-2025';
const nearMisses = 'best-practices/kanagawa-police/near-miss-cases-leaflet-2023';
const eightCases = 'best-practices/hakuoh-u/research-integrity-eight-cases';
const studentsBound = 'best-practices/kobe-u/confidentiality-guidance-including-students';
const fourConditions = 'best-practices/tohoku-u/students-as-research-cooperators-four-conditions';
const generativeAi = 'best-practices/u-tokyo/generative-ai-and-confidential-information-2024';
const noHiding = 'guidelines/saga-u/export-control-rules-2011';
const results = 'symposia/jams/coi-management-seminar-education';
const everywhere = 'symposia/kagawa-u/research-ethics-training-with-integrity-2021';
const passing = 'best-practices/crams/passing-criteria';

const desk = {
  mark: '【担当部署】',
  how: '分野ごとの相談先の部署名、内線、部署の共用アドレスを書きます。',
};
const ownForm = {
  mark: '【様式の置き場所】',
  how: '学内のページのアドレスやシステムの名前を書きます。',
};
const columns = [
  { head: 'スライドに出す文', share: 56 },
  { head: '話すこと', share: 44 },
] as const;
const slide = (shown: readonly string[], told: readonly string[]) =>
  ({ kind: 'table', columns, rows: [[shown.join('\n'), told.join('\n')]] }) as const;

/** 研修: what to show and say, and who has taken part. */
export const training: Kit = {
  id: 'training',
  documents: [
    {
      kind: 'word',
      file: '01_スライド原稿.docx',
      title: '教職員の研修のスライド原稿（30分）',
      from: [
        notViolation,
        doubts,
        protection,
        activities,
        fourActs,
        occasions,
        categories,
        students,
        couriers,
        questions,
        catchAll,
        nearMisses,
        eightCases,
        studentsBound,
        fourConditions,
        generativeAi,
        noHiding,
      ],
      replace: [desk, ownForm],
      cautions: [
        '使う前に、最新の法令と経済産業省の資料で確かめてください。',
        '左の欄を自機関のスライドに写し、右の欄を話します。自機関の例と手続を1枚足してください。',
      ],
      blocks: [
        { kind: 'title', text: '産学官連携のリスクマネジメント　研修のスライド原稿' },
        { kind: 'heading', text: '1枚目　今日持ち帰ること（3分）' },
        slide(
          [
            '・利益相反は、悪いことではない。申告して、管理する',
            '・海外や留学生と関わるときは、先に輸出管理を確かめる',
            '・企業の秘密は、学生も含めて、契約で決めたとおりに守る',
            '・迷ったら、【担当部署】へ',
          ],
          [
            '利益相反マネジメントは、行動を制限するためではなく、大学と教職員を守り、信頼を保つためのものだと伝えます。',
          ],
        ),
        { kind: 'heading', text: '2枚目　利益相反とは（5分）' },
        slide(
          [
            '・利益相反は、必ずしも避けなければならない状態ではない',
            '・法令違反は、理由によらず避けなければならない',
            '・対応を怠ると、信頼が損なわれ、産学官連携が妨げられるおそれがある',
          ],
          [
            '企業から正当な利益を得ることは、当然に想定されることです。',
            '外から見た疑念に、説明できるようにしておくのがマネジメントです。例：「経済的利益の獲得のために研究テーマを決めているのではないか」',
          ],
        ),
        { kind: 'heading', text: '3枚目　こんなときに申告・相談（4分）' },
        slide(
          [
            '・兼業をするとき（報酬、時間）',
            '・外部資金を受け入れるとき',
            '・技術移転をするとき、出資をするとき（特に未公開株）',
            '・施設や設備を利用するとき',
            '申告の様式：【様式の置き場所】',
          ],
          [
            '兼業では、報酬は利益相反、時間は責務相反の可能性を生みます。',
            '当たるかどうかは状況によります。不安があれば、すぐに【担当部署】に連絡してください。',
          ],
        ),
        { kind: 'heading', text: '4枚目　輸出管理の対象になる4つの行為（5分）' },
        slide(
          [
            '・物を海外へ送る、持って行く',
            '・海外へ技術を提供する',
            '・国内で、非居住者に技術を提供する（メール、USBメモリ、打合せ、指導も）',
            '・国内で、特定類型に当たる人に技術を提供する',
          ],
          [
            '非居住者の例：来日後6か月未満の留学生、短期滞在の外国人研究者。',
            '特定類型は、①契約に基づき外国政府・大学等の支配下にある者、②経済的利益に基づき外国政府等の実質的な支配下にある者、③上記のほか国内において外国政府等の指示のもとで行動する者です。',
          ],
        ),
        { kind: 'page' },
        { kind: 'heading', text: '5枚目　「たぶん大丈夫」で済ませない（5分）' },
        slide(
          [
            '・軍事目的を想定していなくても、軍事に使える技術なら管理が要る',
            '・該非判定は、宅配業者に任せない。仕様を知る教員と担当者で',
            '・非居住者の指導に、外に発表していないノウハウやデータを使うときは、許可が要ることがある',
            '・手荷物も、自作の試作品も、対象になることがある',
          ],
          [
            'ヒヤリハットの例：該非判定の誤り、時間に余裕のない申請、教員が外国の研究者と無自覚にやりとりしていた、公知・基礎科学の判断の間違い。',
            '令和7年10月9日に、補完的輸出規制（キャッチオール規制）の見直しが施行されました。',
          ],
        ),
        { kind: 'heading', text: '6枚目　海外との関わりで届け出ること（2分）' },
        slide(
          [
            '外国の企業・機関・大学等との',
            '・共同研究、資金や設備の提供、人材の受入れ',
            '・補助金・助成金、報酬、兼業',
            '・契約・覚書、長い出張やたびたびの出張',
          ],
          [
            'ある大学が、留意すべきケースとして示す8項目です。出張は、特定の外国への1か月を超えるものか、年5回を超えるものを挙げています。一律に禁じるのではなく、大学への届出を求めています。自機関で求めるものに直してください。',
          ],
        ),
        { kind: 'heading', text: '7枚目　企業の秘密と学生（4分）' },
        slide(
          [
            '・共同研究に加わる学生も、契約で定めた事項を守る',
            '・学生の参加の4つの条件：教育上の意義、自らの意志、教育を受ける権利を妨げない、強要しない',
            '・秘密情報を生成AIに入れるときは、データを学習に使わないサービスで',
          ],
          [
            '守秘義務に反すると、重大な契約違反となり、損害賠償を求められることもあります。',
            '生成AIの利用で保護が不十分な例：投稿前の論文のオンライン校正、未発表の資料の翻訳、ゼミの発表の録画・アップロード。',
          ],
        ),
        { kind: 'heading', text: '8枚目　迷ったとき、気づいたとき（2分）' },
        slide(
          [
            '・隠さない。安易に自分で判断しない',
            '・直ちに、責任者と【担当部署】へ',
            '相談先：【担当部署】　様式：【様式の置き場所】',
          ],
          [
            '疑いの段階でも相談できること、知らせたことで不利益に扱わない決まりがあれば、その決まりを伝えます。',
          ],
        ),
      ],
    },
    {
      kind: 'excel',
      file: '02_受講記録.xlsx',
      title: '研修の受講記録',
      from: [results, everywhere, passing],
      replace: [
        { mark: '【　】年度', how: '年度を書きます。' },
        {
          mark: '選択肢のシートの言葉',
          how: '部局の名前と、受講の方法を、自機関のものに置き換えます。',
        },
        {
          mark: '確かめの点',
          how: '小テストを行うときだけ使い、合格とする点を決めます。例は、表の「審査」にあります。',
        },
      ],
      cautions: ['個人の記録です。開ける人を限り、保存する年限を規程で確かめてください。'],
      sheets: [
        {
          name: '受講簿',
          heading: '令和【　】年度　研修の受講簿',
          notes: [
            '1人1行で書きます。青い見出しの列は、言葉を選んで入れます。枠の下にも続けて書けます（500人まで数えます）。',
          ],
          orientation: 'portrait',
          columns: [
            { head: '番号', width: 6 },
            { head: '部局', width: 18, choices: { sheet: '選択肢', column: 0 } },
            { head: '職名', width: 13 },
            { head: '氏名', width: 16 },
            { head: '受講日', width: 12, format: 'date' },
            { head: '受講の方法', width: 14, choices: { sheet: '選択肢', column: 1 } },
            { head: '確かめの点', width: 11 },
            { head: '備考', width: 20 },
          ],
          rows: [],
          blanks: 40,
        },
        {
          name: '集計',
          heading: '令和【　】年度　研修の受講の集計',
          notes: ['受講簿に入れると、自動で数えます。割合の分母は、受講簿の人数です。'],
          orientation: 'portrait',
          columns: [
            { head: '区分', width: 40 },
            { head: '人数', width: 12 },
            { head: '割合', width: 12, format: 'percent' },
          ],
          rows: [
            ['対象者（受講簿の人数）', { formula: "COUNTA('受講簿'!D5:D504)", value: 0 }, null],
            [
              '受講した人',
              { formula: "COUNT('受講簿'!E5:E504)", value: 0 },
              { formula: 'IF(B5=0,"",B6/B5)', value: '' },
            ],
            [
              'まだ受講していない人',
              { formula: 'B5-B6', value: 0 },
              { formula: 'IF(B5=0,"",B7/B5)', value: '' },
            ],
            [
              '会場で受講した人',
              { formula: 'COUNTIF(\'受講簿\'!F5:F504,"会場")', value: 0 },
              { formula: 'IF(B6=0,"",B8/B6)', value: '' },
            ],
            [
              '録画を見た人',
              { formula: 'COUNTIF(\'受講簿\'!F5:F504,"録画")', value: 0 },
              { formula: 'IF(B6=0,"",B9/B6)', value: '' },
            ],
          ],
        },
        {
          name: '選択肢',
          heading: '選択肢',
          notes: [
            '受講簿で選ぶ言葉です。ここを直すと、受講簿の選択肢も変わります。「会場」「録画」を変えるときは、集計のシートの式も直します。',
          ],
          orientation: 'portrait',
          columns: [
            { head: '部局', width: 24 },
            { head: '受講の方法', width: 20 },
          ],
          rows: Array.from({ length: 10 }, (_, place) => [
            `【部局${place + 1}】`,
            ['会場', 'オンライン', '録画', 'eラーニング'][place] ?? null,
          ]),
        },
      ],
    },
  ],
};
