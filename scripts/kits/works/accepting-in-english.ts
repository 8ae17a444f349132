import type { WordDocument } from '../kit-model.ts';

type OfJapanese = Pick<WordDocument, 'from' | 'replace' | 'cautions'>;

const japaneseFirst =
  '英語版は、日本語の様式例と同じ内容を編集部が英語で書いたものです。法令の用語の公式の英訳は確かめていません（要確認）。日本語版を直したときは、同じ箇所を直してください。';
const followed =
  'If this version and the Japanese version differ, the Japanese version is followed.';

/**
 * The pre-check sheet in English, for teachers who do not read Japanese.
 * @param japanese what the Japanese sheet was drawn from and has replaced
 */
export const preCheckInEnglish = ({ from, replace, cautions }: OfJapanese): WordDocument => ({
  kind: 'word',
  language: 'en',
  file: '05_事前確認シート_English.docx',
  title: '受入れの事前確認シート（英語版）',
  from,
  replace,
  cautions: [...(cautions ?? []), japaneseFirst],
  blocks: [
    { kind: 'title', text: 'Pre-check Sheet for International Students and Researchers' },
    {
      kind: 'text',
      text: 'For 【対象になる受入れ】. The host faculty member fills in this sheet before giving informal consent to the acceptance, and submits it to 【担当部署】. The review takes about 【審査にかかる日数】. Submit a new sheet when the person’s status changes.',
    },
    { kind: 'heading', text: '1  The acceptance' },
    {
      kind: 'fields',
      rows: [
        { label: 'Host faculty member', value: 'Department　　　　　　　　　　Name' },
        {
          label: 'Person to be accepted',
          value: 'Name　　　　　　　　　　　　Nationality / region',
        },
        { label: 'Present institution and position' },
        {
          label: 'Status here',
          value:
            '□ Undergraduate　□ Graduate student　□ Research student (kenkyusei)　□ International researcher　□ Other (　　　)',
        },
        { label: 'Period', value: 'From　　　　　　　　　　　　to' },
        { label: 'Research topic' },
        {
          label: 'Technology to be taught, materials to be given',
          value:
            '□ Published technology only (textbooks etc.)　□ Includes unpublished technology　□ Not known',
        },
        {
          label: 'Scholarship, funding',
          value:
            '□ Own funds　□ Japanese government　□ Foreign government or body (　　　　　　)　□ Other',
        },
      ],
    },
    { kind: 'heading', text: '2  Points to check' },
    {
      kind: 'table',
      columns: [
        { head: '', share: 12 },
        { head: 'Point', share: 61 },
        { head: 'Yes', share: 8 },
        { head: 'No', share: 8 },
        { head: 'Not known', share: 11 },
      ],
      rows: [
        [
          'Who',
          'At the time of acceptance, is the person a non-resident? (Check the period and the employment with 【担当部署】.)',
          '□',
          '□',
          '□',
        ],
        [
          '',
          'If a resident: does the person fall under a Specific Category? (See the person’s own confirmation form.)',
          '□',
          '□',
          '□',
        ],
        [
          '',
          'Is the institution that the person belongs to or comes from on the latest Foreign End User List?',
          '□',
          '□',
          '□',
        ],
        [
          '',
          'Is the nationality or region, or the country of the institution, under a UN arms embargo, or a country of concern?',
          '□',
          '□',
          '□',
        ],
        ['', 'Has the institution or the person any connection with the military?', '□', '□', '□'],
        [
          'What',
          'May the equipment to be used (shared computers included) be controlled?',
          '□',
          '□',
          '□',
        ],
        [
          '',
          'May the technology to be taught or the materials to be given (by e-mail, USB memory or in meetings, too) be controlled?',
          '□',
          '□',
          '□',
        ],
        ['', 'Is technology entrusted by a company or another body used?', '□', '□', '□'],
        [
          'What for',
          'Do the aim of the research, or the work after returning home, suggest a use of concern?',
          '□',
          '□',
          '□',
        ],
        [
          '',
          'Is it to be expected that the technology will be passed on to other persons or institutions?',
          '□',
          '□',
          '□',
        ],
      ],
    },
    {
      kind: 'text',
      text: 'If any answer is “Yes” or “Not known”, write the equipment and the technology below, and consult 【担当部署】 before giving informal consent.',
    },
    { kind: 'fields', rows: [{ label: 'Equipment, technology' }] },
    { kind: 'small', text: followed },
    { kind: 'heading', text: '【担当部署】の記入欄 (office use)' },
    {
      kind: 'fields',
      rows: [
        { label: '受付', value: '番号　　　　　　受付日　　　　　　担当' },
        {
          label: '確認の結果',
          value: '□ ここで終わる　□ 教員に聞き取る　□ 審査に進む（番号　　　　）',
        },
      ],
    },
  ],
});

/**
 * The form on Specific Categories in English, for who signs it.
 * @param japanese what the Japanese form was drawn from and has replaced
 */
export const categoriesInEnglish = ({ from, replace, cautions }: OfJapanese): WordDocument => ({
  kind: 'word',
  language: 'en',
  file: '06_特定類型の確認_English.docx',
  title: '特定類型の確認書（英語版）',
  from,
  replace,
  cautions: [...(cautions ?? []), japaneseFirst],
  blocks: [
    { kind: 'title', text: 'Confirmation of Specific Categories (Tokutei Ruikei)' },
    {
      kind: 'text',
      text: 'Providing technology to a resident of Japan who is under the strong influence of a foreign government, corporation or the like (a “Specific Category”) is subject to security export control, whether the person is Japanese or not. To fall under a category is neither good nor bad: the question is asked to find out which procedure is needed. Please submit this form even if no category applies.',
    },
    {
      kind: 'fields',
      rows: [
        { label: 'To', value: '【大学名】' },
        { label: 'Department, status' },
        { label: 'Name (signature)' },
        { label: 'Date' },
      ],
    },
    { kind: 'heading', text: '1  Please answer in order' },
    {
      kind: 'table',
      columns: [
        { head: '', share: 7 },
        { head: 'Question', share: 57 },
        { head: 'Yes', share: 18 },
        { head: 'No', share: 18 },
      ],
      rows: [
        [
          'A',
          'Do you have an employment contract, or a contract as a director, an auditor or the like, with a foreign corporation or the like or a foreign government or the like, under which you follow its direction and orders, or owe it the duty of care of a good manager (zenkan chui gimu)?',
          '□\nGo to B',
          '□\nGo to C',
        ],
        [
          'B',
          'Is it agreed that the direction and orders and the like of 【大学名】 take priority over those under the contract of A?',
          '□\nGo to C',
          '□\nCategory 1\n(answer C, too)',
        ],
        [
          'C',
          'Do you personally receive a large benefit (【割合・額の基準】) from a foreign government or the like? A promised benefit counts. What goes to the university or the laboratory does not count.',
          '□\nCategory 2',
          '□\nNot Category 2',
        ],
      ],
    },
    { kind: 'heading', text: '2  Result (tick one)' },
    {
      kind: 'text',
      text: '□　Category 1 (a foreign government, corporation or the like has control, based on a contract)\n□　Category 2 (a foreign government or the like has substantial control, based on benefits)\n□　Both Category 1 and Category 2\n□　Neither',
    },
    {
      kind: 'text',
      text: 'On Category 3 (acting in Japan under the instructions of a foreign government or the like), 【担当部署】 may ask you.',
    },
    { kind: 'heading', text: '3  Please let us know' },
    {
      kind: 'list',
      items: [
        'If a category applies, the other party and your relation to it:　　　　　　　　　　',
        'If you later enter into such a contract with, or come to receive money or the like from, a foreign corporation, a foreign government or the like, tell 【担当部署】 at that time.',
        'If in doubt, ask 【担当部署】 before you fill in this form.',
      ],
    },
    { kind: 'small', text: followed },
    { kind: 'heading', text: '【担当部署】の記入欄 (office use)' },
    {
      kind: 'fields',
      rows: [
        { label: '出してもらう手続', value: '【出してもらう人と時期】' },
        {
          label: '確認の結果',
          value:
            '□ 居住者で、いずれにも当たらない\n□ 居住者で、当たる（事前確認シートへ）　□ 非居住者（事前確認シートへ）',
        },
      ],
    },
  ],
});
