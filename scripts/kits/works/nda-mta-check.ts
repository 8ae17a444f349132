import type { Kit } from '../kit-model.ts';

const contractTypes = 'best-practices/mie-u/contract-types-guide';
const subsidiaries = 'best-practices/mie-u/joint-research-declaration-three-times';
const whoSigns = 'best-practices/uoeh/confidentiality-contract-faq';
const noPersonalContract = 'best-practices/fun/contracts-in-student-projects';
const secretScope = 'guidelines/nagasaki-u/confidentiality-rules-for-joint-research';
const duration = 'best-practices/uoeh/confidentiality-terms-in-joint-research';
const storage = 'guidelines/chubu-u/confidential-information-rules';
const studentsBound = 'best-practices/kobe-u/confidentiality-guidance-including-students';
const consultation = 'guidelines/suzuka-ct/technical-consultation-rules-2015';
const fourSteps = 'best-practices/gunma-u/mta-acceptance-roles-by-stage';
const clauses = 'best-practices/iwate-med/mta-four-clauses';
const questions = 'best-practices/kurume-u/mta-questions-and-answers';
const institutions = 'best-practices/kyoto-u/mta-between-institutions';
const freeOrNot = 'best-practices/niigata-u/tangible-research-materials';
const consent = 'best-practices/ompu/mta-free-for-academic-use';
const ownership = 'best-practices/shizuoka-u/research-materials-rules-for-companies';
const products = 'best-practices/tohoku-u/mta-and-research-products';
const sending = 'best-practices/yokohama-cu/sending-samples-export-check-to-mta';
const geneticGuidelines = 'guidelines/kyushu-u/genetic-resources-mta-article-2017';
const consentAbroad = 'best-practices/kyushu-u/research-materials-managed-online';

const desk = {
  mark: '【担当部署】',
  how: '契約を扱う部署の名前、内線、部署の共用アドレスを書きます。個人のアドレスは書きません。',
};
const signer = {
  mark: '【契約を結ぶ人】',
  how: '規程に定めた役の名前を書きます。機関により違います。例は、表の「審査」にあります。',
};
const clauseColumns = [
  { head: '確かめること', share: 46 },
  { head: '契約書の案ではどうなっているか', share: 36 },
  { head: '結果', share: 18 },
] as const;
const result = '□ よい　□ 直す';

/** NDA・MTAの確認票: one for what is told, one for what is handed over. */
export const ndaMtaCheck: Kit = {
  id: 'nda-mta-check',
  documents: [
    {
      kind: 'word',
      file: '01_秘密保持契約_確認票.docx',
      title: '秘密保持契約（NDA）の確認票',
      from: [
        contractTypes,
        subsidiaries,
        whoSigns,
        noPersonalContract,
        secretScope,
        duration,
        storage,
        studentsBound,
        consultation,
      ],
      replace: [signer, desk],
      cautions: [
        '条項の当否は、この確認票だけでは決められません。知的財産や法務の担当部署と一緒に確かめてください。',
      ],
      blocks: [
        { kind: 'title', text: '秘密保持契約（NDA）　確認票' },
        {
          kind: 'text',
          text: '未公開の情報を伝える前、受け取る前に書き、契約書の案を添えて【担当部署】へ出します。',
        },
        { kind: 'heading', text: '1　申込みの内容' },
        {
          kind: 'fields',
          rows: [
            { label: '申し込む人', value: '所属　　　　　　　　　　　　氏名' },
            {
              label: '相手',
              value: '名称\n□ 国内　□ 外国　□ 外国の法人が設立した日本法人（本社：　　　　　　　）',
            },
            {
              label: '目的',
              value: '□ 共同研究の可能性を探る　□ 技術相談　□ その他（　　　　　　　　　　）',
            },
            { label: '情報の流れ', value: '□ 受け取る　□ 伝える　□ 双方' },
            { label: '情報の内容（概略）', lines: 1.5 },
            { label: '知る人', value: '教職員　　　　人　　学生　　　　人' },
            { label: '結ぶ人', value: '【契約を結ぶ人】' },
          ],
        },
        { kind: 'heading', text: '2　契約の種類はこれでよいか' },
        {
          kind: 'text',
          text: '□　情報を共有して可能性を探る段階なので、秘密保持契約でよい\n□　共同で研究を始めるので、共同研究契約にする\n□　試料などの有体物をやり取りするので、MTAを結ぶ（「MTA 確認票」へ）',
        },
        { kind: 'heading', text: '3　契約書の案で確かめること' },
        {
          kind: 'table',
          columns: clauseColumns,
          rows: [
            ['秘密にする情報の範囲が、はっきりしているか', '', result],
            ['前から持っていた情報などが、除かれているか', '', result],
            ['知ってよい人の範囲（学生を含むか）', '', result],
            ['保管のしかた（施錠、電子情報の管理）', '', result],
            ['秘密を守る期間（学生も受け入れられる長さか）', '', result],
            ['論文・学位論文の発表の時期と同意の手続', '', result],
            ['知的財産の帰属や取扱いを含むか', '', result],
            ['守らなかったときの責任', '', result],
          ],
        },
        { kind: 'heading', text: '4　あわせて確かめること' },
        {
          kind: 'text',
          text: '□　相手が外国の法人か、その日本法人のときは、輸出管理の確認をした（　　月　　日）\n□　学生に、守る事項と範囲を説明した（　　月　　日）',
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            {
              label: '確認の結果',
              value: '□ 結んでよい　□ 相手と直す　□ 別の契約にする　　　月　　日　担当',
            },
            {
              label: '契約の日・終わる日',
              value: '契約　　　年　　月　　日　　秘密を守る期間　　　年　　月　　日まで',
            },
            { label: '契約書の置き場所' },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '02_MTA_確認票.docx',
      title: '試料などの受渡し（MTA）の確認票',
      from: [
        contractTypes,
        fourSteps,
        clauses,
        questions,
        institutions,
        freeOrNot,
        consent,
        ownership,
        products,
        sending,
        geneticGuidelines,
        consentAbroad,
        subsidiaries,
      ],
      replace: [
        signer,
        {
          mark: '【対象にしない物】',
          how: '論文、既製の薬品など、規程で対象にしない物を書きます。例は、表の「対象者」にあります。',
        },
        desk,
      ],
      cautions: [
        '病原体、毒素、遺伝子組換え生物、海外の遺伝資源には、ここに挙げたほかの手続が要ることがあります。自機関の担当部署に確かめてください。',
      ],
      blocks: [
        { kind: 'title', text: '試料などの受渡し（MTA）　確認票' },
        {
          kind: 'text',
          text: '試料などを受け取る前、渡す前に書き、【担当部署】へ出します。【対象にしない物】は要りません。',
        },
        { kind: 'heading', text: '1　受渡しの内容' },
        {
          kind: 'fields',
          rows: [
            { label: '申し込む人', value: '所属　　　　　　　　　　　　氏名' },
            {
              label: '相手',
              value:
                '名称\n□ 大学・非営利の機関　□ 企業・営利の機関　／　□ 国内　□ 国外（　　　　）',
            },
            { label: '向き', value: '□ 受け取る　□ 渡す　□ 異動に伴って持ち込む' },
            {
              label: '物',
              value:
                '品名・数量\n□ 試薬　□ 実験動物　□ 菌株・微生物　□ 遺伝子・細胞　□ 生物遺伝資源\n□ 合金・単結晶など　□ 試作品・装置　□ その他（　　　　　　　）',
            },
            { label: '目的', value: '□ 学術研究・教育　□ 産業利用・収益事業' },
            { label: '費用', value: '□ 無償　□ 実費（梱包・輸送など）　□ 対価　　　　　　　　円' },
            { label: '結ぶ人', value: '【契約を結ぶ人】' },
          ],
        },
        { kind: 'heading', text: '2　受け取るとき・持ち込むとき' },
        {
          kind: 'text',
          text: '□　遺伝子組換え実験などの法令・規則に触れないことを、研究者が確かめた\n□　提供元がMTAを求めるかを確かめた（□ 求めない　□ 求める：相手のひな形を添える）\n□　海外の遺伝資源は、提供国の法令、事前の同意（PIC）と相互に合意する条件（MAT）、国内の手続を確かめた\n□　持ち込む研究データは、事前に権利の関係を確かめ、要るときは権利者の承諾を得た（試料の移し方は【担当部署】に確かめる）',
        },
        { kind: 'heading', text: '3　渡すとき' },
        {
          kind: 'text',
          text: '□　物が本学に帰属することを確かめた（職務で得た物の規程：　　　　　　　　）\n□　相手が国外のときは、輸出管理の確認と該非判定を済ませた（　月　日）\n　　→ □ 懸念がない　□ 懸念があり、要る許可を得た（許可番号　　　　　　）\n□　相手が国外のときは、相手国の法令も確かめた\n□　ウイルス、毒素、細菌、遺伝子改変生物などに当たらないかを確かめた\n□　無償か有償かを、目的と規程で決めた（実費を受け取るときの扱いを含む）\n□　承認の後に渡す',
        },
        { kind: 'heading', text: '4　MTAの案で確かめること' },
        {
          kind: 'table',
          columns: clauseColumns,
          rows: [
            ['秘密の保持と、譲渡・販売の禁止', '', result],
            ['免責と、人体への適用の禁止', '', result],
            ['残ったものの処理', '', result],
            ['知的財産権と、成果の帰属', '', result],
          ],
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            {
              label: '確認の結果',
              value: '□ 結んでよい　□ 相手と直す　□ MTAは要らない　　　月　　日　担当',
            },
            { label: '控えの置き場所' },
          ],
        },
      ],
    },
  ],
};
