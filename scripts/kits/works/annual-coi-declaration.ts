import type { Kit } from '../kit-model.ts';

const flow = 'best-practices/fmu/regular-and-occasional-declaration-flow';
const protection = 'best-practices/iwate-med/coi-scope-table-and-faq';
const allFaculty = 'best-practices/titech/coi-periodic-web-declaration-all-faculty';
const targets = 'best-practices/tmdu/coi-manager-elearning-targets-and-timing';
const results = 'case-studies/usp/coi-results-fy2019';
const criteria = 'best-practices/tohoku-u/coi-periodic-declaration-criteria-fy2023';
const stages = 'best-practices/chubu-u/three-stage-self-declaration';
const noneToo = 'best-practices/u-tokyo/gsfs-coi-self-declaration-portal';
const checkSheet = 'best-practices/tmdu/coi-checksheet-completes-nil-declaration';
const occasional = 'best-practices/nitech/annual-and-occasional-coi-declaration';
const wholeYear = 'best-practices/tmdu/annual-and-grant-coi-declaration';
const oneSheetEach = 'best-practices/u-tsukuba/coi-electronic-self-declaration';
const duty = 'best-practices/nms/coi-self-declaration-duty-and-web';
const reporting = 'guidelines/u-kochi/coi-management-implementation';
const investigation = 'guidelines/chubu-u/coi-investigation-and-review-2015';
const judgement = 'best-practices/naist/coi-judgement-and-appeal';
const appeal = 'best-practices/tohoku-u/appeal-within-30-days';
const fairDecision = 'best-practices/u-tsukuba/transparency-and-fair-decision-rules';

const activities = 'best-practices/naist/coi-table-by-activity';
const incomeKinds = 'guidelines/okayama-u/coi-management-regulation-2018';
const relatives = 'guidelines/kobe-wu/coi-management-regulation';
const foreign = 'best-practices/hakuoh-u/research-integrity-eight-cases';

const rules = {
  mark: '【規程の名称】第【　】条',
  how: '自機関の利益相反マネジメント規程の、申告を定めた条を書きます。',
};
const persons = {
  mark: '【申告の対象者】',
  how: '規程に定めた範囲を書きます。ほかの機関の例は、表の「対象者」にあります。',
};
const period = {
  mark: '【申告する期間】',
  how: '前年度の実績か、当年度の予定を含む状況かを決めて書きます。例は、表の「時期」にあります。',
};
const planned = {
  mark: '【予定を含めるとき】',
  how: 'この印のある文は、当年度の予定を含めるときは印だけを消して残し、前年度の実績に限るときは文ごと消します。',
};
const deadline = {
  mark: '【提出期限】',
  how: '曜日と時刻まで書きます。例は、表の「時期」にあります。',
};
const means = {
  mark: '【提出の方法】',
  how: '学内システム、メール、紙などから決めます。例は、表の「手段」にあります。',
};
const committee = { mark: '【委員会の名称】', how: '申告を審査する委員会の正式な名称です。' };
const desk = {
  mark: '【担当部署】',
  how: '部署名、内線、部署の共用アドレスを書きます。個人のアドレスは書きません。',
};
const amount = {
  mark: '【　】万円',
  how: '規程や実施要領に定めた額を書きます。ほかの機関の例は、表の「基準額」にあります。',
};
const family = {
  mark: '【本人だけか、親族を含むか】',
  how: '規程に定めがあれば、その範囲を書きます。なければ、この項目を消します。',
};
const companies = {
  mark: '【企業等の範囲】',
  how: '企業のほかに、個人事業主、公益法人、NPO、研究会などを含めるかを決めて書きます。機関により違います。',
};
const appealDesk = {
  mark: '【請求先】【請求の期限】',
  how: '不服のあるときの請求先（審査した委員会と別かどうか）と期限を、規程のとおりに書きます。',
};

/** 利益相反の定期自己申告: from the request to the notice of the result. */
export const annualCoiDeclaration: Kit = {
  id: 'annual-coi-declaration',
  documents: [
    {
      kind: 'word',
      file: '01_依頼文.docx',
      title: '定期自己申告の依頼文',
      from: [flow, protection, allFaculty, noneToo, checkSheet, occasional],
      replace: [persons, rules, period, deadline, means, committee, desk],
      blocks: [
        { kind: 'text', align: 'right', text: '【文書番号】\n【令和　　年　　月　　日】' },
        { kind: 'text', text: '【申告の対象者】　各位' },
        { kind: 'text', align: 'right', text: '【依頼する人の職名】' },
        { kind: 'title', text: '令和【　】年度　利益相反の定期自己申告について（依頼）' },
        {
          kind: 'text',
          text: '　【規程の名称】第【　】条に基づき、令和【　】年度の利益相反の定期自己申告を、下記のとおり行います。ご多忙のところ恐れ入りますが、期限までに提出してください。',
        },
        {
          kind: 'text',
          text: '　利益相反は、産学官連携を進めれば生じるもので、生じること自体が悪いのではありません。法令違反とも異なります。申告は、みなさんの活動を制限するためではなく、本学と教職員を守り、社会からの信頼を保つためにお願いするものです。',
        },
        { kind: 'text', align: 'center', text: '記' },
        {
          kind: 'fields',
          rows: [
            { label: '1　対象者', value: '【申告の対象者】' },
            { label: '2　申告する期間', value: '【申告する期間】' },
            { label: '3　提出期限', value: '【提出期限】' },
            { label: '4　提出の方法', value: '【提出の方法】で、【担当部署】へ' },
            { label: '5　申告する事項', value: '別紙「記入要領」のとおり' },
            {
              label: '6　該当がない場合',
              value:
                '申告する事項がない方も、自己申告書の「申告する事項はありません」に印を付けて提出してください。',
            },
            {
              label: '7　情報の取扱い',
              value:
                '提出された情報は、【委員会の名称】による利益相反マネジメントの目的だけに使います。',
            },
            {
              label: '8　年度途中の申告',
              value:
                '年度の途中で【兼業を申請するとき、共同研究を受け入れるときなど】は、定期自己申告とは別に、そのつど申告してください。',
            },
            { label: '9　問い合わせ先', value: '【担当部署】　内線【　　】　メール【　　】' },
          ],
        },
        { kind: 'text', text: '添付：記入要領、自己申告書' },
        { kind: 'text', align: 'right', text: '以上' },
      ],
    },
    {
      kind: 'word',
      file: '02_記入要領.docx',
      title: '自己申告書の記入要領',
      from: [
        targets,
        results,
        stages,
        checkSheet,
        wholeYear,
        oneSheetEach,
        criteria,
        protection,
        activities,
        foreign,
        incomeKinds,
        relatives,
      ],
      replace: [persons, period, planned, deadline, amount, companies, family, committee, desk],
      cautions: [
        '申告する事項の並びは、もとにした記事に挙がる事項を合わせたものです。自機関の規程にない事項は消してください。',
      ],
      blocks: [
        { kind: 'title', text: '利益相反　自己申告書の記入要領' },
        { kind: 'heading', text: '1　だれが、いつまでに、何を' },
        {
          kind: 'fields',
          rows: [
            { label: '申告する人', value: '【申告の対象者】' },
            { label: '申告する期間', value: '【申告する期間】' },
            { label: '提出期限・提出先', value: '【提出期限】までに、【担当部署】へ' },
          ],
        },
        { kind: 'heading', text: '2　申告する事項' },
        {
          kind: 'text',
          text: '申告する期間に、【企業等の範囲】（以下「企業等」）との間に次の事項があれば申告します。【予定を含めるとき】まだ決まっていない予定も含みます。',
        },
        {
          kind: 'table',
          columns: [
            { head: '番号', share: 7 },
            { head: '事項', share: 50 },
            { head: '基準', share: 43 },
          ],
          rows: [
            [
              '1',
              '企業等からの個人的な収入（給与、報酬、コンサルタント料、謝金など）',
              '1つの企業等から年間【　】万円以上',
            ],
            ['2', '企業等の株式、出資金、新株予約権', '【公開株と未公開株に分けた基準】'],
            ['3', '企業等の役員などへの就任、兼業', '【すべて／基準】'],
            [
              '4',
              '企業等からの研究費（共同研究、受託研究、寄附金など）',
              '1つの企業等から年間【　】万円以上',
            ],
            ['5', '企業等との間の物品、施設、設備、役務の提供や利用', '【無償・有償の別、基準】'],
            ['6', '1から5に当たる企業等からの物品やサービスの購入', '年間【　】万円以上'],
            ['7', '企業等との活動への学生の従事', '【すべて／基準】'],
            ['8', '企業等との活動のための授業の休講など', '【すべて／基準】'],
            ['9', '企業等への知的財産の譲渡や実施の許諾', '【すべて／基準】'],
            ['10', '外国の機関との契約、外国からの資金の受入れ', '【すべて／基準】'],
            ['11', 'その他、【委員会の名称】が申告を求める事項', '【　　】'],
          ],
        },
        { kind: 'heading', text: '3　書き方' },
        {
          kind: 'steps',
          items: [
            'まず、11の事項のそれぞれについて、「ない」「ある」のどちらかに印を付けます。申告もれを防ぐため、空けたままにしません。',
            'すべて「ない」のときは、「申告する事項はありません」に印を付けて終わりです。',
            '「ある」ときは、内訳に、企業等1つにつき1行で書きます。',
            '【予定を含めるとき】金額がまだ決まっていないときは、予定の額を書き、「予定」と添えます。',
            '申告の範囲は、【本人だけか、親族を含むか】です。迷うときは、【担当部署】に尋ねます。',
          ],
        },
        { kind: 'heading', text: '4　提出した後' },
        {
          kind: 'text',
          text: '【担当部署】が内容を確かめ、お尋ねすることがあります。必要なものは【委員会の名称】が審議し、結果を本人に知らせ、助言などを行います。',
        },
        { kind: 'heading', text: '5　よくある問い' },
        {
          kind: 'fields',
          rows: [
            {
              label: '何も関わりがない',
              value: '「申告する事項はありません」として提出してください。',
            },
            {
              label: '連携ができなくなるのか',
              value:
                'いいえ。正当な利益を得ることは当然に想定され、申告は活動を制限するためではありません。',
            },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '03_自己申告書.docx',
      title: '利益相反の自己申告書',
      from: [
        targets,
        results,
        stages,
        checkSheet,
        oneSheetEach,
        criteria,
        activities,
        foreign,
        incomeKinds,
        relatives,
      ],
      replace: [period, amount, committee, desk],
      cautions: [
        '11の事項は「記入要領」と同じ番号です。規程に合わせて消したときは、両方の番号をそろえてください。',
      ],
      blocks: [
        { kind: 'title', text: '令和【　】年度　利益相反　自己申告書' },
        { kind: 'text', align: 'right', text: '提出日　令和　　年　　月　　日' },
        {
          kind: 'fields',
          rows: [
            { label: '所属・職名' },
            { label: '氏名' },
            { label: '申告する期間', value: '【申告する期間】' },
            {
              label: '申告の範囲',
              value: '□ 本人　□ 生計を一にする配偶者と一親等の者（規程に定めがあるとき）',
            },
          ],
        },
        { kind: 'heading', text: '1　申告する事項の有無' },
        {
          kind: 'table',
          columns: [
            { head: '番号', share: 7 },
            { head: '事項（基準は記入要領のとおり）', share: 69 },
            { head: 'ない', share: 12 },
            { head: 'ある', share: 12 },
          ],
          rows: [
            ['1', '企業等からの個人的な収入（年間【　】万円以上）', '□', '□'],
            ['2', '企業等の株式、出資金、新株予約権', '□', '□'],
            ['3', '企業等の役員などへの就任、兼業', '□', '□'],
            ['4', '企業等からの研究費の受入れ（年間【　】万円以上）', '□', '□'],
            ['5', '企業等との物品、施設、設備、役務の提供や利用', '□', '□'],
            ['6', '1から5に当たる企業等からの購入（年間【　】万円以上）', '□', '□'],
            ['7', '企業等との活動への学生の従事', '□', '□'],
            ['8', '企業等との活動のための授業の休講など', '□', '□'],
            ['9', '企業等への知的財産の譲渡や実施の許諾', '□', '□'],
            ['10', '外国の機関との契約、外国からの資金の受入れ', '□', '□'],
            ['11', 'その他、【委員会の名称】が申告を求める事項', '□', '□'],
          ],
        },
        {
          kind: 'text',
          text: '□　申告する事項はありません（すべて「ない」のとき。ここで終わりです）',
        },
        { kind: 'heading', text: '2　「ある」の内訳（企業等1つにつき1行）' },
        {
          kind: 'table',
          columns: [
            { head: '番号', share: 7 },
            { head: '企業等の名称', share: 24 },
            { head: '内容・時期', share: 24 },
            { head: '金額・数量\n（年間）', share: 17 },
            { head: '教育・研究・診療などとの関わり', share: 28 },
          ],
          rows: [],
          blanks: 3,
        },
        { kind: 'heading', text: '3　補足' },
        { kind: 'fields', rows: [{ label: '知らせておきたいこと' }] },
        {
          kind: 'text',
          text: 'この申告書の内容は、事実のとおりです。　　署名　　　　　　　　　　　　',
        },
        {
          kind: 'small',
          text: '申告書は、利益相反の管理のために【委員会の名称】と【担当部署】だけが使います。ほかの目的には使いません。',
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            { label: '受付', value: '番号　　　　　　受付日　　　　　　' },
            {
              label: '確認の結果',
              value: '□ 審議は要らない　□ 本人に尋ねる　□ 【委員会の名称】で審議する',
            },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '04_督促文.docx',
      title: '未提出の方への督促文',
      from: [duty, criteria, noneToo, allFaculty],
      replace: [deadline, means, rules, desk],
      cautions: ['申告の義務についての一文は、自機関の規程に定めがあるときだけ残してください。'],
      blocks: [
        { kind: 'heading', text: '1回目：期限を過ぎたとき（本人あて、メール）' },
        {
          kind: 'fields',
          rows: [{ label: '件名', value: '【再度のお願い】利益相反の定期自己申告の提出について' }],
        },
        {
          kind: 'text',
          text: '【所属】　【氏名】　様\n\n利益相反の定期自己申告について、【提出期限】までの提出をお願いしていましたが、【日付】の時点で、提出を確認できていません。\n\n申告する事項がない場合も、その旨の提出が必要です。自己申告書の「申告する事項はありません」に印を付けるだけで終わります。\n\nお手数ですが、【新しい期限】までに、【提出の方法】で提出してください。分からないところがあれば、書きかけのままでもかまいませんので、お知らせください。\n\nこの連絡と行き違いに提出された場合は、ご容赦ください。\n\n【担当部署】　内線【　　】　メール【　　】',
        },
        { kind: 'heading', text: '2回目：なお提出がないとき（部局を通して、文書）' },
        { kind: 'text', align: 'right', text: '【令和　　年　　月　　日】' },
        { kind: 'text', text: '【部局長の職名】　殿' },
        { kind: 'text', align: 'right', text: '【依頼する人の職名】' },
        { kind: 'title', text: '利益相反の定期自己申告が未提出の方への周知について（依頼）' },
        {
          kind: 'text',
          text: '　令和【　】年度の利益相反の定期自己申告について、別紙の方の提出を確認できていません。【規程の名称】第【　】条により、申告は対象者の義務です。貴部局から本人に伝え、【新しい期限】までに提出されるよう、ご協力をお願いします。',
        },
        {
          kind: 'text',
          text: '　休職、長期の出張、退職などで提出できない方は、その旨と時期を【担当部署】にお知らせください。',
        },
        { kind: 'text', text: '添付：未提出者の一覧（取扱注意。部局の担当者までとする）' },
      ],
    },
    {
      kind: 'excel',
      file: '05_集計表.xlsx',
      title: '定期自己申告の集計表',
      from: [results, reporting, criteria, duty, stages],
      replace: [
        {
          mark: '選択肢のシートの部局名',
          how: '自機関の部局の名前に置き換えます。集計は、この名前ごとに数えます。',
        },
        {
          mark: '審査の結果の言い方',
          how: '自機関の規程の言葉に合わせ、選択肢のシートを直します。例は、表の「審査」にあります。',
        },
        { mark: '【　】年度', how: '年度を書きます。' },
      ],
      cautions: [
        '個人の申告の内容が入ります。開ける人を限り、保存する年限を規程で確かめてください。例は、表の「保存年限」にあります。',
      ],
      sheets: [
        {
          name: '受付簿',
          heading: '令和【　】年度　利益相反の定期自己申告　受付簿',
          notes: [
            '対象者を1人1行で書き、提出があれば日付を入れます。青い見出しの列は、言葉を選んで入れます。枠の下にも続けて書けます（500人まで数えます）。',
          ],
          orientation: 'landscape',
          columns: [
            { head: '番号', width: 6 },
            { head: '部局', width: 16, choices: { sheet: '選択肢', column: 0 } },
            { head: '職名', width: 12 },
            { head: '氏名', width: 16 },
            { head: '提出日', width: 12, format: 'date' },
            { head: '該当の有無', width: 11, choices: { sheet: '選択肢', column: 1 } },
            { head: '確認', width: 16, choices: { sheet: '選択肢', column: 2 } },
            { head: '審査の結果', width: 18, choices: { sheet: '選択肢', column: 3 } },
            { head: '結果の通知日', width: 12, format: 'date' },
            { head: '備考', width: 24 },
          ],
          rows: [],
          blanks: 50,
        },
        {
          name: '集計',
          heading: '令和【　】年度　利益相反の定期自己申告　集計',
          notes: [
            '受付簿に入れると、自動で数えます。この表を、委員会の資料と学内の報告に写せます。',
          ],
          orientation: 'portrait',
          columns: [
            { head: '区分', width: 34 },
            { head: '数', width: 12 },
            { head: '割合', width: 12, format: 'percent' },
            { head: '割合の分母', width: 26 },
          ],
          rows: [
            ['対象者', { formula: "COUNTA('受付簿'!D5:D504)", value: 0 }, null, null],
            [
              '提出した人',
              { formula: "COUNT('受付簿'!E5:E504)", value: 0 },
              { formula: 'IF(B5=0,"",B6/B5)', value: '' },
              '対象者',
            ],
            [
              'まだ提出していない人',
              { formula: 'B5-B6', value: 0 },
              { formula: 'IF(B5=0,"",B7/B5)', value: '' },
              '対象者',
            ],
            [
              '該当なし',
              { formula: 'COUNTIF(\'受付簿\'!F5:F504,"ない")', value: 0 },
              { formula: 'IF(B6=0,"",B8/B6)', value: '' },
              '提出した人',
            ],
            [
              '該当あり',
              { formula: 'COUNTIF(\'受付簿\'!F5:F504,"ある")', value: 0 },
              { formula: 'IF(B6=0,"",B9/B6)', value: '' },
              '提出した人',
            ],
            [
              '本人に尋ねたもの',
              { formula: 'COUNTIF(\'受付簿\'!G5:G504,"本人に尋ねる")', value: 0 },
              null,
              null,
            ],
            [
              '委員会で審議したもの',
              { formula: 'COUNTIF(\'受付簿\'!G5:G504,"委員会で審議する")', value: 0 },
              null,
              null,
            ],
            [
              '結果：問題となる点はない',
              { formula: 'COUNTIF(\'受付簿\'!H5:H504,"問題となる点はない")', value: 0 },
              null,
              null,
            ],
            [
              '結果：留意する点を伝える',
              { formula: 'COUNTIF(\'受付簿\'!H5:H504,"留意する点を伝える")', value: 0 },
              null,
              null,
            ],
            [
              '結果：助言・勧告をする',
              { formula: 'COUNTIF(\'受付簿\'!H5:H504,"助言・勧告をする")', value: 0 },
              null,
              null,
            ],
            ['結果を知らせたもの', { formula: "COUNT('受付簿'!I5:I504)", value: 0 }, null, null],
          ],
        },
        {
          name: '部局別',
          heading: '令和【　】年度　利益相反の定期自己申告　部局別の提出状況',
          notes: ['部局の名前は、選択肢のシートのものです。督促の前に見ます。'],
          orientation: 'portrait',
          columns: [
            { head: '部局', width: 34 },
            { head: '対象者', width: 12 },
            { head: '提出した人', width: 12 },
            { head: '提出の割合', width: 12, format: 'percent' },
            { head: '該当あり', width: 12 },
          ],
          rows: Array.from({ length: 10 }, (_, place) => {
            const row = place + 5;
            return [
              {
                formula: `IF('選択肢'!A${row}="","",'選択肢'!A${row})`,
                value: `【部局${place + 1}】`,
              },
              { formula: `IF(A${row}="","",COUNTIF('受付簿'!$B$5:$B$504,A${row}))`, value: 0 },
              {
                formula: `IF(A${row}="","",COUNTIFS('受付簿'!$B$5:$B$504,A${row},'受付簿'!$E$5:$E$504,">0"))`,
                value: 0,
              },
              { formula: `IF(N(B${row})=0,"",C${row}/B${row})`, value: '' },
              {
                formula: `IF(A${row}="","",COUNTIFS('受付簿'!$B$5:$B$504,A${row},'受付簿'!$F$5:$F$504,"ある"))`,
                value: 0,
              },
            ];
          }),
        },
        {
          name: '選択肢',
          heading: '選択肢',
          notes: [
            '受付簿で選ぶ言葉です。ここを直すと、受付簿の選択肢も変わります。「ない」「ある」などを変えるときは、集計のシートの式も直します。',
          ],
          orientation: 'portrait',
          columns: [
            { head: '部局', width: 24 },
            { head: '該当の有無', width: 14 },
            { head: '確認', width: 20 },
            { head: '審査の結果', width: 24 },
          ],
          rows: Array.from({ length: 10 }, (_, place) => [
            `【部局${place + 1}】`,
            ['ない', 'ある'][place] ?? null,
            ['審議は要らない', '本人に尋ねる', '委員会で審議する'][place] ?? null,
            ['問題となる点はない', '留意する点を伝える', '助言・勧告をする'][place] ?? null,
          ]),
        },
      ],
    },
    {
      kind: 'word',
      file: '06_委員会資料.docx',
      title: '定期自己申告の審議資料',
      from: [criteria, stages, duty, reporting, investigation, results, fairDecision],
      replace: [
        committee,
        {
          mark: '【　】件、【　】%',
          how: '集計表の「集計」のシートの数を写します。割合には、分母を必ず添えます。',
        },
        {
          mark: '案件の番号',
          how: '氏名の代わりに番号で示します。番号と氏名の対応表は、事務局だけが持ちます。',
        },
        {
          mark: '【公表の範囲】',
          how: '学内への報告と学外への公表の範囲を、規程で確かめて書きます。',
        },
      ],
      blocks: [
        {
          kind: 'text',
          align: 'right',
          text: '取扱注意　【委員会の名称】　【令和　　年　　月　　日】',
        },
        { kind: 'title', text: '令和【　】年度　利益相反の定期自己申告の審議について' },
        { kind: 'heading', text: '1　実施の結果' },
        {
          kind: 'table',
          columns: [
            { head: '区分', share: 46 },
            { head: '数', share: 18 },
            { head: '割合（分母）', share: 36 },
          ],
          rows: [
            ['対象者', '【　】人', '—'],
            ['提出した人', '【　】人', '【　】%（対象者）'],
            ['うち　該当なし', '【　】人', '【　】%（提出した人）'],
            ['うち　該当あり', '【　】人', '【　】%（提出した人）'],
            ['委員会で審議する案件', '【　】件', '—'],
          ],
        },
        { kind: 'heading', text: '2　審議する案件' },
        {
          kind: 'table',
          columns: [
            { head: '案件', share: 8 },
            { head: '申告の内容（企業等、金額、大学での役割）', share: 34 },
            { head: '事務局が確かめたこと', share: 29 },
            { head: '扱いの案', share: 29 },
          ],
          rows: [1, 2, 3].map((number) => [
            String(number),
            '\n\n',
            '',
            '□ 問題となる点はない\n□ 留意する点を伝える\n□ 助言・勧告をする\n□ さらに調べる',
          ]),
        },
        { kind: 'heading', text: '3　審議するときの観点' },
        {
          kind: 'list',
          items: [
            '大学として許容できるものか。個人の利益と、大学での教育・研究などの責任とが、どこで関わるか。',
            '調達や契約、学生の指導など、本人が決める立場にあることと関わらないか。',
            '本人に尋ねて確かめる必要があるか（書面、聞き取り）。',
            '助言・勧告をするときは、その後の状況をだれが、いつ見守るか。',
            '審議する企業等から個人的な利益を得ている委員が、審議に加わっていないか。',
          ],
        },
        { kind: 'heading', text: '4　審議の後にすること' },
        {
          kind: 'table',
          columns: [
            { head: 'すること', share: 50 },
            { head: '担当', share: 25 },
            { head: '期日', share: 25 },
          ],
          rows: [
            ['結果を本人に知らせ、必要な範囲で部局長等に示す', '', ''],
            ['提出状況と内容を【学長など】に報告する', '', ''],
            ['【公表の範囲】で、実施の結果を公表する（個人情報に配慮する）', '', ''],
            ['書類を、規程に定めた年限まで保管する', '', ''],
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '07_結果通知.docx',
      title: '審議結果の通知',
      from: [flow, criteria, duty, investigation, judgement, appeal],
      replace: [
        rules,
        committee,
        appealDesk,
        {
          mark: '3の「見守り」の段落',
          how: '助言・勧告をしないときは消します。',
        },
        desk,
      ],
      blocks: [
        { kind: 'text', align: 'right', text: '【文書番号】\n【令和　　年　　月　　日】' },
        { kind: 'text', text: '【所属】　【氏名】　様' },
        { kind: 'text', align: 'right', text: '【通知する人の職名】' },
        { kind: 'title', text: '利益相反の自己申告についての審議結果（通知）' },
        {
          kind: 'text',
          text: '　令和【　】年度の利益相反の定期自己申告について、【委員会の名称】が【令和　　年　　月　　日】に審議した結果を、【規程の名称】第【　】条に基づき、下記のとおり通知します。',
        },
        { kind: 'text', align: 'center', text: '記' },
        {
          kind: 'fields',
          rows: [
            { label: '1　審議した内容', value: '【企業等の名称】との【　　】について', lines: 2 },
            {
              label: '2　結果',
              value:
                '□ 問題となる点はありません。\n□ 次の点に留意してください。\n□ 次の助言・勧告をします。',
            },
            { label: '　　内容と理由', lines: 5 },
            {
              label: '3　その後の見守り',
              value:
                '【　　】に、状況をお尋ねします。内容が変わったときは、そのときに知らせてください。',
            },
            {
              label: '4　この結果に不服があるとき',
              value:
                '【請求の期限】までに、【様式】を【請求先】へ出すことができます。出せるのは、この通知を受けた本人です。',
            },
            {
              label: '5　この結果を知る人',
              value: '【委員会の名称】の委員、【担当部署】、【部局長など】',
            },
            { label: '6　問い合わせ先', value: '【担当部署】　内線【　　】　メール【　　】' },
          ],
        },
        { kind: 'text', align: 'right', text: '以上' },
      ],
    },
  ],
};
