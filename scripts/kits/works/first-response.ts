import type { Kit } from '../kit-model.ts';

const noHiding = 'guidelines/saga-u/export-control-rules-2011';
const review = 'guidelines/meti/post-violation-review';
const legalPersons = 'guidelines/mext/export-control-administrative-notice-2015-07';
const investigation = 'guidelines/chubu-u/coi-investigation-and-review-2015';
const facts = 'best-practices/u-tsukuba/transparency-and-fair-decision-rules';
const appeal = 'best-practices/tohoku-u/appeal-within-30-days';
const judgement = 'best-practices/naist/coi-judgement-and-appeal';
const secretReport = 'guidelines/chubu-u/confidential-information-rules';
const breach = 'best-practices/kobe-u/confidentiality-guidance-including-students';
const tradeSecret = 'guidelines/nagasaki-u/trade-secret-guideline-2008';
const noDisadvantage = 'best-practices/hosei-u/supplier-pledge-for-public-funds';
const desks = 'best-practices/soken/whistleblowing-desks';
const outsideDesk = 'best-practices/nagoya-u/complaints-desk-at-law-office';
const retaliation = 'best-practices/oist/duty-to-report-and-retaliation';

const desk = {
  mark: '【統括部署】',
  how: '分野ごとの統括部署と責任者の役の名前を書きます。分野で違うときは、それぞれに書き分けます。',
};
const whistle = {
  mark: '【通報・相談の窓口】',
  how: '学内と学外の窓口を書きます。例は、表の「手段」にあります。',
};
const steps = [
  { head: '', share: 7 },
  { head: 'すること', share: 63 },
  { head: '日時・だれが', share: 30 },
] as const;

/** 違反が疑われるときの初動メモ: what is known, and what is done first, for each of three things apart. */
export const firstResponse: Kit = {
  id: 'first-response',
  documents: [
    {
      kind: 'word',
      file: '01_初動メモ.docx',
      title: '違反が疑われるときの初動メモ',
      from: [
        noHiding,
        review,
        legalPersons,
        investigation,
        facts,
        appeal,
        judgement,
        secretReport,
        breach,
        tradeSecret,
        noDisadvantage,
        desks,
        outsideDesk,
        retaliation,
      ],
      replace: [desk, whistle],
      cautions: [
        'このメモは、事実をそろえて責任者につなぐまでのものです。違反に当たるかどうかは、ここで決めません。',
        '同じ種類の輸出・提供をいつまで止めるか、記録をどう残すかは、もとにした記事には書かれていません。【統括部署】と経済産業省の安全保障貿易検査官室に確かめてください（要確認）。',
        '研究活動の不正行為と研究費の不正使用は、それぞれの規程の窓口で扱います。',
      ],
      blocks: [
        { kind: 'title', text: '違反が疑われるときの初動メモ' },
        {
          kind: 'small',
          text: '取扱注意。見る人を限ります。分かっている事実だけを書き、推測と評価は書きません。空欄があっても、直ちに【統括部署】へ知らせます。',
        },
        { kind: 'heading', text: '1　分かっていること' },
        {
          kind: 'fields',
          rows: [
            { label: '気づいた日時・経緯', value: '　　　　年　　月　　日　　時ごろ', lines: 2 },
            {
              label: '分野',
              value:
                '□ 輸出管理（→2）　□ 利益相反（→3）　□ 秘密情報（→4）\n□ 研究不正・研究費（それぞれの窓口へ）　□ 分からない',
            },
            { label: '何が、いつ、だれに', lines: 4 },
            { label: '関係する物・技術・契約', lines: 2 },
            { label: '資料の置き場所', lines: 1.5 },
            { label: 'すでに知らせた部署', value: '' },
          ],
        },
        {
          kind: 'list',
          items: [
            '都合の悪い情報を隠さず、安易に自分だけで判断しません。文書は、事実に即して正確に書きます。',
            '知らせた人や調べに協力した人を、それを理由に不利益に扱いません。名前を知る人を、必要な範囲に限ります。',
            '通報や相談は、【通報・相談の窓口】でも受け付けます。',
          ],
        },
        { kind: 'heading', text: '2　輸出管理のおそれがあるとき' },
        {
          kind: 'table',
          columns: steps,
          rows: [
            [
              '1',
              '直ちに、【統括部署】と責任者に知らせる。罰則は、関係者だけでなく法人も対象になり得る',
              '',
            ],
            ['2', '1に書いた事実関係を、資料で確かめる', ''],
            [
              '3',
              '不正輸出の可能性が分かったら、同じまたは同様の輸出・提供について、必ず経済産業省の安全保障貿易検査官室に問い合わせる（案件調査票の様式がある）',
              '',
            ],
            [
              '4',
              '同じ種類の輸出・提供を止める範囲と、記録の残し方を、統括部署と検査官室に確かめる（要確認）',
              '',
            ],
            ['5', '事実関係を明らかにし、再発を防ぐ方法を決めて実施する', ''],
          ],
        },
        { kind: 'page' },
        { kind: 'heading', text: '3　利益相反のおそれがあるとき' },
        {
          kind: 'table',
          columns: steps,
          rows: [
            ['1', '申告の有無と内容を確かめ、【統括部署】に知らせる', ''],
            ['2', '自己申告書、本人からの聞き取りなどで、事実関係を把握する', ''],
            ['3', '是正が必要なものと、そうでないものを分ける', ''],
            ['4', '委員会で、大学として許容できるかを審議し、必要なら勧告等をする', ''],
            ['5', '結果を本人に知らせ、不服があるときの請求先と期限を示す', ''],
            ['6', '勧告等をしたときは、その後の状況を見守る', ''],
          ],
        },
        { kind: 'heading', text: '4　秘密情報が流出したおそれがあるとき' },
        {
          kind: 'table',
          columns: steps,
          rows: [
            ['1', '速やかに、【統括部署】と秘密情報の責任者に報告する', ''],
            ['2', '契約の守秘義務（相手、範囲、期間、守らなかったときの責任）を確かめる', ''],
            [
              '3',
              '営業秘密に当たるか（当たれば、取得・開示・使用の禁止を求められる）を確かめる',
              '',
            ],
            [
              '4',
              '契約の相手に知らせる要否と時期を、契約の定めで確かめ、【統括部署】と契約の担当部署に尋ねる（要確認）',
              '',
            ],
          ],
        },
        { kind: 'heading', text: '5　つないだ後' },
        {
          kind: 'fields',
          rows: [
            { label: '引き継いだ部署・日時' },
            { label: '次に確かめること', lines: 3 },
            {
              label: 'このメモの保管',
              value: '置き場所　　　　　　　　　　　　見ることのできる人',
            },
          ],
        },
      ],
    },
  ],
};
