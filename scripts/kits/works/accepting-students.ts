import type { Kit } from '../kit-model.ts';
import { categoriesInEnglish, preCheckInEnglish } from './accepting-in-english.ts';

const guidance = 'guidelines/meti/sensitive-technology-guidance-4th-2022';
const beforeConsent = 'best-practices/u-tsukuba/student-acceptance-screening';
const firstStep = 'best-practices/tuat/export-control-first-in-researcher-acceptance';
const entryScreening = 'best-practices/kyushu-u/entry-screening-of-foreign-researchers';
const checkSheets = 'best-practices/saitama-u/export-control-two-prior-check-sheets';
const opportunities = 'best-practices/uoeh/export-opportunity-table';
const examples = 'best-practices/jrc-hokkaido-cn/export-control-at-nursing-college';
const fourActs = 'best-practices/naist/four-regulated-acts';
const userList = 'guidelines/meti/foreign-user-list-2025';
const listTable = 'best-practices/u-tsukuba/list-control-item-table';
const exemptions = 'best-practices/kyushu-u/cases-where-no-application-is-needed';
const threeQuestions = 'case-studies/ritsumei-u/held-technology-survey-simplified-acceptance-2017';
const threeSteps = 'best-practices/osaka-u/specific-category-check-in-three-steps';
const declaration = 'best-practices/kyushu-u/deemed-export-video-training-and-declaration';
const pledgeForm = 'best-practices/soken/specific-category-pledge-form';
const yesNoChart = 'best-practices/hirosaki-u/specific-category-pledge-yes-no-chart';
const questions = 'best-practices/doshisha-u/specific-categories-pledge-faq';
const laterReport = 'guidelines/u-ryukyu/specific-category-check-procedure';
const threeStages = 'best-practices/hyo-med/checklist-then-sheet-then-review';
const twoStages = 'best-practices/rikkyo-u/export-control-two-stage-review';
const checkFlow = 'best-practices/osaka-cu/classification-flowchart-and-checklists';
const reviewNotice = 'best-practices/kyutech/review-notice-to-international-students';
const pledges = 'best-practices/u-tsukuba/graduate-student-steps-application-to-completion';
const leaving = 'best-practices/gifu-u/notice-to-graduating-international-students';

const desk = {
  mark: '【担当部署】',
  how: '部署名、内線、部署の共用アドレスを書きます。個人のアドレスは書きません。',
};
const officer = {
  mark: '【部局の責任者】【統括責任者】',
  how: '規程に定めた役の名前を書きます。審査の段階の例は、表の「審査」にあります。',
};
const days = {
  mark: '【審査にかかる日数】',
  how: '自機関の実績から、目安を書きます。ほかの機関の例は、表の「時期」にあります。',
};
const persons = {
  mark: '【対象になる受入れ】',
  how: '身分や期間のどこまでを対象にするかを決めます。例は、表の「対象者」にあります。',
};
const latest =
  '規制の品目、外国ユーザーリスト、特定類型の考え方は改正されます。使う前に、最新の法令と経済産業省の資料で確かめてください。';

/** Of the pre-check sheet, in both languages. */
const preCheck = {
  from: [
    guidance,
    beforeConsent,
    firstStep,
    entryScreening,
    checkSheets,
    opportunities,
    examples,
    threeQuestions,
    exemptions,
  ],
  replace: [persons, days, desk],
  cautions: [latest],
};
/** Of the form on 特定類型, in both languages. */
const categories = {
  from: [declaration, threeSteps, pledgeForm, yesNoChart, questions, laterReport],
  replace: [
    {
      mark: '【大学名】',
      how: '自機関の名前を書きます。',
    },
    {
      mark: '【割合・額の基準】',
      how: '最新の通達と自機関の様式で確かめて書きます。例は、表の「基準額」にあります。',
    },
    {
      mark: '【出してもらう人と時期】',
      how: '入学、採用、委嘱などのどの手続で出してもらうかを決めます。例は、表の「対象者」「時期」にあります。',
    },
    desk,
  ],
  cautions: [
    latest,
    'この確認書は、本人が答えられる①と②を確かめるものです。③の扱いは、自機関で決めてください。英語版もあります。',
  ],
};

/** 留学生・外国人研究者の受入れ: from the first question to the reply. */
export const acceptingStudents: Kit = {
  id: 'accepting-students',
  documents: [
    {
      kind: 'word',
      file: '01_事前確認シート.docx',
      title: '受入れの事前確認シート',
      ...preCheck,
      blocks: [
        { kind: 'title', text: '留学生・外国人研究者の受入れ　事前確認シート' },
        {
          kind: 'text',
          text: '【対象になる受入れ】について、受入れの内諾を与える前に、受け入れる教員が書き、【担当部署】へ出します。審査には【審査にかかる日数】ほどかかります。身分が変わるときは、あらためて出してください。',
        },
        { kind: 'heading', text: '1　受入れの内容' },
        {
          kind: 'fields',
          rows: [
            { label: '受け入れる教員', value: '所属　　　　　　　　　　　　氏名' },
            { label: '受入れ予定者', value: '氏名　　　　　　　　　　　　国籍・地域' },
            { label: 'いまの所属機関・身分' },
            {
              label: '受入れの身分',
              value: '□ 学部生　□ 大学院生　□ 研究生　□ 外国人研究者　□ その他（　　　）',
            },
            { label: '期間', value: '　　　年　　月　　日　から　　　　年　　月　　日　まで' },
            { label: '研究の題目・内容' },
            {
              label: '教える技術・渡す資料',
              value: '□ 公開の技術（教科書など）だけ　□ 公開されていない技術を含む　□ 不明',
            },
            {
              label: '奨学金・資金源',
              value: '□ 自費　□ 国費　□ 外国の政府・機関（　　　　　　）　□ その他',
            },
          ],
        },
        { kind: 'heading', text: '2　確かめること' },
        {
          kind: 'table',
          columns: [
            { head: '', share: 13 },
            { head: '確かめること', share: 63 },
            { head: 'はい', share: 8 },
            { head: 'いいえ', share: 8 },
            { head: '不明', share: 8 },
          ],
          rows: [
            [
              'だれに',
              '受け入れる時点で、非居住者ですか（期間と雇用を【担当部署】と確かめる）',
              '□',
              '□',
              '□',
            ],
            ['', '居住者なら、特定類型に当たりますか（本人の確認書による）', '□', '□', '□'],
            ['', '所属・出身の機関が、最新の外国ユーザーリストにありますか', '□', '□', '□'],
            [
              '',
              '国籍・地域や所属機関の国が、国連武器禁輸国・地域や懸念国に当たりますか',
              '□',
              '□',
              '□',
            ],
            ['', '所属機関や本人に、軍事との関わりがありますか', '□', '□', '□'],
            [
              '何を',
              '使わせる装置・設備（共用の計算機を含む）が、規制の対象に当たるおそれがありますか',
              '□',
              '□',
              '□',
            ],
            [
              '',
              '教える技術・渡す資料（メール、USBメモリ、打合せを含む）が、規制の対象に当たるおそれがありますか',
              '□',
              '□',
              '□',
            ],
            ['', '企業などから預かった技術を扱いますか', '□', '□', '□'],
            [
              '何のために',
              '研究の目的や、帰国後の仕事に、懸念のある使いみちが見込まれますか',
              '□',
              '□',
              '□',
            ],
            ['', 'ほかの人や機関へ、技術を再び渡すことが見込まれますか', '□', '□', '□'],
          ],
        },
        {
          kind: 'text',
          text: '「はい」か「不明」が1つでもあれば、使わせる装置と教える技術を下に書き、内諾の前に【担当部署】に相談してください。',
        },
        { kind: 'fields', rows: [{ label: '装置・技術' }] },
        { kind: 'heading', text: '【担当部署】の記入欄' },
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
    },
    {
      kind: 'word',
      file: '02_特定類型の確認.docx',
      title: '特定類型の確認書',
      ...categories,
      blocks: [
        { kind: 'title', text: '特定類型に当たるかどうかの確認書' },
        {
          kind: 'text',
          text: '　居住者であっても、外国の政府や法人などから強い影響を受けている状態（特定類型）にある方への技術の提供は、安全保障輸出管理の対象になります。日本人か外国人かを問いません。当たるかどうかは、よい悪いの判断ではなく、必要な手続を確かめるためのものです。当たらない方も出してください。',
        },
        {
          kind: 'fields',
          rows: [
            { label: '宛先', value: '【大学名】　殿' },
            { label: '所属・身分（予定）' },
            { label: '氏名（署名）' },
            { label: '記入日', value: '　　　　年　　月　　日' },
          ],
        },
        { kind: 'heading', text: '1　順に答えてください' },
        {
          kind: 'table',
          columns: [
            { head: '', share: 8 },
            { head: '問い', share: 62 },
            { head: 'はい', share: 15 },
            { head: 'いいえ', share: 15 },
          ],
          rows: [
            [
              'ア',
              '外国の法人などや外国の政府などと、雇用契約や、取締役・監査役などの契約を結び、その指揮命令に服する、または善良な管理者の注意義務（善管注意義務）を負っていますか。',
              '□\nイへ',
              '□\nウへ',
            ],
            [
              'イ',
              '【大学名】の指揮命令などが、アの契約による指揮命令などに優先するという合意がありますか。',
              '□\nウへ',
              '□\n①に当たる\n（ウも答える）',
            ],
            [
              'ウ',
              '外国の政府などから、個人として多額の利益（【割合・額の基準】）を得ていますか。得る約束も含みます。大学や研究室に入るものは含みません。',
              '□\n②に当たる',
              '□\n②に当たらない',
            ],
          ],
        },
        { kind: 'heading', text: '2　結果（1つに印）' },
        {
          kind: 'text',
          text: '□　①（契約に基づき、外国の政府や法人などの支配下にある）に当たります\n□　②（経済的利益に基づき、外国の政府などの実質的な支配下にある）に当たります\n□　①と②の両方に当たります\n□　いずれにも当たりません',
        },
        {
          kind: 'text',
          text: '③（国内で、外国の政府などの指示のもとで行動する）については、【担当部署】から尋ねることがあります。',
        },
        { kind: 'heading', text: '3　知らせていただくこと' },
        {
          kind: 'list',
          items: [
            '当たる場合は、相手の名称と関係：　　　　　　　　　　　　　　　　　　　　　　',
            '後から、外国の法人などや外国の政府などと新たに雇用契約などを結ぶとき、新たに金銭などを得るときは、そのときに【担当部署】へ知らせてください。',
            '迷うときは、書く前に【担当部署】に尋ねてください。',
          ],
        },
        { kind: 'heading', text: '【担当部署】の記入欄' },
        {
          kind: 'fields',
          rows: [
            {
              label: '出してもらう手続',
              value: '【出してもらう人と時期】',
            },
            {
              label: '確認の結果',
              value:
                '□ 居住者で、いずれにも当たらない\n□ 居住者で、当たる（事前確認シートへ）　□ 非居住者（事前確認シートへ）',
            },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '03_審査記録.docx',
      title: '受入れの審査記録',
      from: [
        threeStages,
        twoStages,
        checkFlow,
        entryScreening,
        userList,
        listTable,
        fourActs,
        opportunities,
      ],
      replace: [
        officer,
        {
          mark: '【記録を保存する年限】',
          how: '規程で確かめて書きます。例は、表の「保存年限」にあります（見つかっていないときは「掲載なし（未調査）」です）。',
        },
        desk,
      ],
      cautions: [
        latest,
        '判断の理由を書き残すと、同じような受入れの審査と、後任への引継ぎに使えます。',
      ],
      blocks: [
        { kind: 'title', text: '留学生・外国人研究者の受入れ　審査記録' },
        {
          kind: 'fields',
          rows: [
            { label: '番号・受付日', value: '番号　　　　　　　　　受付日　　　　年　　月　　日' },
            { label: '受け入れる教員・部局' },
            { label: '予定者・身分・期間' },
            {
              label: '添付',
              value: '□ 事前確認シート　□ 特定類型の確認書　□ 経歴・業績　□ 装置の仕様',
            },
          ],
        },
        { kind: 'heading', text: '1　確かめたこと' },
        {
          kind: 'table',
          columns: [
            { head: '項目', share: 22 },
            { head: '確かめた資料（版・日付）', share: 32 },
            { head: '分かったこと', share: 32 },
            { head: '確かめた人', share: 14 },
          ],
          rows: [
            ['居住者か非居住者か', '', '', ''],
            ['特定類型に当たるか', '', '', ''],
            ['所属機関・本人', '外国ユーザーリスト\n（　　年　　月の版）', '', ''],
            ['装置の該非', '', '', ''],
            ['技術の該非', '', '', ''],
            ['用途・帰国後の予定', '', '', ''],
            ['公知の技術で足りるか', '', '', ''],
          ],
        },
        { kind: 'heading', text: '2　判断' },
        {
          kind: 'fields',
          rows: [
            {
              label: '一次\n【部局の責任者】',
              value:
                '□ 受け入れてよい　□ 条件を付けて受け入れてよい　□ 二次へ\n　　　　年　　月　　日　　氏名',
            },
            {
              label: '二次\n【統括責任者】',
              value:
                '□ 受け入れてよい　□ 条件を付けて受け入れてよい　□ 受け入れない\n□ 許可申請の要否を経済産業省に確かめる　　　年　　月　　日　　氏名',
            },
            { label: '理由', lines: 1.6 },
            { label: '条件' },
          ],
        },
        { kind: 'heading', text: '3　許可' },
        {
          kind: 'fields',
          rows: [
            {
              label: '経済産業省の許可',
              value: '□ 要らない　□ 要る（申請日　　　　　　　許可番号　　　　　　　　）',
            },
            { label: '許可の条件と期限' },
            {
              label: '許可が出るまで',
              value: '□ 提供せず、装置を使わせないことを教員に伝えた（　　月　　日）',
            },
          ],
        },
        { kind: 'heading', text: '4　その後' },
        {
          kind: 'fields',
          rows: [
            {
              label: '教員への連絡',
              value: '【担当部署】から　　　　年　　月　　日（返信文例　　　）',
            },
            {
              label: '見直すとき',
              value:
                '□ 身分が変わるとき　□ 装置・題目が変わるとき　□ 期間を延ばすとき\n□ リストが改正されたとき　□ 修了・帰国の前',
            },
            { label: '保存', value: '【記録を保存する年限】' },
          ],
        },
      ],
    },
    {
      kind: 'word',
      file: '04_教員への返信文例.docx',
      title: '教員への返信文例',
      from: [beforeConsent, firstStep, exemptions, reviewNotice, pledges, leaving, opportunities],
      replace: [
        days,
        desk,
        {
          mark: '【様式の置き場所】',
          how: '学内のページのアドレスやシステムの名前を書きます。例は、表の「手段」にあります。',
        },
        {
          mark: '【確認が要らない受入れ】',
          how: '自機関の規程で、申請や確認を求めない場合があれば書きます。例は、表の「対象者」にあります。',
        },
      ],
      cautions: [latest],
      blocks: [
        { kind: 'title', text: '教員への返信文例' },
        {
          kind: 'small',
          text: 'メールの返信に写して使います。許可の要否は、この文例では答えません。自機関の担当部署と経済産業省に確かめてから知らせます。',
        },
        {
          kind: 'heading',
          text: '文例1　「来月、研究生を受け入れて装置を使わせたい」と言われたとき',
        },
        {
          kind: 'text',
          text: '【氏名】　先生\n\nご連絡ありがとうございます。受入れの内諾をなさる前に、次の2つをお願いします。\n・事前確認シートを書いて、【担当部署】へお送りください（【様式の置き場所】）。使わせる装置の型番と、教える内容が分かると早く進みます。\n・ご本人に「特定類型の確認」を書いてもらってください。当たらない場合も要ります。\n審査には【審査にかかる日数】ほどかかります。追加の確認や国の審査が要るときは、数か月かかることもありますので、早めにお送りください。装置の利用や資料の送付は、結果をお知らせするまでお待ちください。\n【確認が要らない受入れ】に当たるときは、その旨をお知らせください。',
        },
        { kind: 'heading', text: '文例2　追加で教えていただきたいとき' },
        {
          kind: 'text',
          text: '事前確認シートを受け取りました。審査のため、次のことを教えてください。\n□ 装置の型番・仕様（カタログや、メーカーの該非判定の書類があれば添えてください）\n□ 教える技術のうち、論文や教科書などで公開されていないもの\n□ 所属機関での専門と、帰国後の予定\n□ 共同研究の相手や、企業との秘密保持の約束の有無\n書面で難しければ、30分ほどお時間をいただいて伺います。',
        },
        { kind: 'heading', text: '文例3　受け入れてよいとき' },
        {
          kind: 'text',
          text: '審査の結果、申請の内容の範囲で受け入れてよいことになりました（番号【　　】）。次のときは、あらためて確認が要りますので、先にお知らせください。\n・身分、期間、研究の題目が変わるとき\n・申請に書かれていない装置を使わせるとき、技術を教えるとき\n・資料や試料を、国外へ送るとき、持ち帰るとき\n【条件があれば、ここに書く】',
        },
        { kind: 'heading', text: '文例4　時間がかかるとき、希望どおりにできないおそれがあるとき' },
        {
          kind: 'text',
          text: '学内の審査に加えて、国に確かめる必要が出てきました。結果が出るまで、該当する研究に着手できず、数か月かかる場合もあります。結果によっては、希望する研究ができないこともあります。ご本人に、出願や来日の手続を進める前に、このことを伝えてください。扱う内容を変えれば進められるかどうかは、【担当部署】で一緒に考えます。',
        },
        { kind: 'heading', text: '文例5　修了・帰国の前' },
        {
          kind: 'text',
          text: '【氏名】さんの修了（帰国）が近づきました。次の3つをお願いします。\n・持ち帰る技術情報や物に、手続の要るものがないかを、ご本人と確かめてください。\n・実験ノートと研究データの置き場所を決め、研究室に残すものを渡してもらってください。\n・修了時の誓約書を、【様式の置き場所】から出してもらってください。',
        },
      ],
    },
    preCheckInEnglish(preCheck),
    categoriesInEnglish(categories),
  ],
};
