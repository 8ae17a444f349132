import type { ProblemKind } from './problem-kind.ts';
import { quoted } from './wording.ts';

type Nothing = Record<never, never>;

const approvalMissing: ProblemKind<Nothing> = {
  severity: 'error',
  title: '代行投稿に機関の決裁がありません',
  help: '事務局による代行投稿は、機関の文章を事務局が機関に代わって載せるものです。機関が掲載を認めたことを、決裁の日と部署で示します。機関に確かめて、「機関の決裁」（approval）に「決裁日」（on）と「決裁した部署」（office）を書いてください。個人名は書きません。',
  message: () =>
    '代行投稿には「機関の決裁」（approval）が必要ですので、機関に確かめて、決裁日（on）と決裁した部署（office）を書いてください。',
  atForm: () =>
    '代行投稿には「機関の決裁」が必要ですので、機関に確かめて、決裁日と決裁した部署を書いてください。',
};

const approvalOfSummary: ProblemKind<Nothing> = {
  severity: 'error',
  title: '編集部の要約に機関の決裁が書かれています',
  help: '公開情報から編集部が要約した記事は、機関が決裁したものではありません。機関が文章を認めたのであれば「掲載の経緯」（origin）を contributed か on-behalf に直し、そうでなければ「機関の決裁」（approval）を消してください。',
  message: () =>
    '編集部が要約した記事に「機関の決裁」（approval）は書けませんので、この項目を消すか、機関の文章であれば「掲載の経緯」（origin）を直してください。',
};

const approvalPerson: ProblemKind<{ office: string }> = {
  severity: 'warning',
  title: '決裁した部署に個人名かメールアドレスがあるようです',
  help: '「決裁した部署」（approval.office）には、研究推進課のような部署の名前だけを書きます。人の名前やメールアドレスは、このポータルに載せません。部署の名前であれば、このままでかまいません。',
  message: ({ office }) =>
    `「機関の決裁」の「決裁した部署」（approval.office）の${quoted(office)}に個人名かメールアドレスがあるようですので、部署の名前だけを書いてください。`,
};

const inConfidenceOrigin: ProblemKind<{ isUnderOffice: boolean }> = {
  severity: 'error',
  title: '編集部預かりの置き場所と掲載の経緯が合いません',
  help: '編集部預かりは、機関の名前を出さない約束で聞いたことを載せるものです。記事を case-studies/henshubu に置き、「掲載の経緯」（origin）を in-confidence にします。機関のフォルダーに置くと、アドレスから機関が分かります。',
  message: ({ isUnderOffice }) =>
    isUnderOffice
      ? '編集部預かりのフォルダー（henshubu）にある記事ですので、「掲載の経緯」（origin）を in-confidence にするか、記事を機関のフォルダーに移してください。'
      : '機関のフォルダーに編集部預かりの記事は置けませんので、case-studies/henshubu に移すか、「掲載の経緯」（origin）を直してください。',
  atForm: ({ isUnderOffice }) =>
    isUnderOffice
      ? '「機関」が編集部預かりの記事ですので、「掲載の経緯」も編集部預かりにしてください。'
      : '「機関」に機関の名前がある記事は編集部預かりにできませんので、「掲載の経緯」でほかのものを選ぶか、「機関」で編集部預かりを選んで新しく書いてください。',
};

const inConfidenceCollection: ProblemKind<{ label: string }> = {
  severity: 'error',
  title: '編集部預かりにできるのは事例だけです',
  help: '規程や行事の記録、機関の取組は、どの機関のものかが分からなければ役に立ちません。編集部預かりの記事は、事例として case-studies/henshubu に置いてください。',
  message: ({ label }) =>
    `${label}は編集部預かりにできませんので、事例として case-studies/henshubu に移してください。`,
  atForm: ({ label }) => `${label}は編集部預かりにできませんので、事例として新しく書いてください。`,
};

const inConfidenceKind: ProblemKind<Nothing> = {
  severity: 'error',
  title: '編集部預かりに機関の種別がありません',
  help: '編集部預かりでは、機関の名前の代わりに国立大学や私立大学などの種別を示します。読者が自分の機関に近い話かどうかを判断できるように、「機関の種別」（institutionKind）を書いてください。',
  message: () =>
    '編集部預かりには「機関の種別」（institutionKind）が必要ですので、機関の名前の代わりに表示する種別を、institutionKind: national のように書いてください。',
  atForm: () =>
    '編集部預かりでは機関の名前の代わりに種別を示しますので、「機関の種別」を選んでください。',
};

const kindUnasked: ProblemKind<Nothing> = {
  severity: 'error',
  title: '機関の種別は登録簿から分かります',
  help: '「機関の種別」（institutionKind）は、機関の名前を出さない編集部預かりのための項目です。ほかの記事では、登録簿にある機関の種別を表示します。この項目を消してください。',
  message: () =>
    '「機関の種別」（institutionKind）は編集部預かりのための項目ですので、この行を消してください。',
  atForm: () => '「機関の種別」は編集部預かりのための項目ですので、選ばないでください。',
};

const inConfidenceField: ProblemKind<{ field: string }> = {
  severity: 'error',
  title: '編集部預かりに機関が分かる項目があります',
  help: '編集部預かりでは、共同の機関、問い合わせ先、出典、機関の決裁、添付ファイル、調査記録の番号、機関確認済みの表示、学内規程の参照は使えません。どの機関の話かが分かるためです。項目を消し、必要なことは機関が分からない書き方で本文に書いてください。',
  message: ({ field }) =>
    `編集部預かりの記事に${field}があると機関が分かりますので、この項目を消してください。`,
};

const inConfidenceName: ProblemKind<{ name: string }> = {
  severity: 'warning',
  title: '編集部預かりに機関の名前があるようです',
  help: '登録簿にある機関の名前が、記事の文章か記事のアドレスにあります。話を聞いた機関であれば必ず消してください。ほかの機関であっても、手がかりになることがあります。',
  message: ({ name }) =>
    `編集部預かりの記事に${quoted(name)}という機関の名前がありますので、機関が分からない書き方に直してください。`,
};

const institutionReserved: ProblemKind<Nothing> = {
  severity: 'error',
  title: '機関の名前に使えない「henshubu」です',
  help: '「henshubu」は、機関の名前を出さない編集部預かりの記事のために取ってあります。この名前の機関を登録すると、その機関の担当者が編集部預かりの記事を直せてしまいます。別の名前で登録してください。',
  message: () =>
    '「henshubu」は編集部預かりの記事のために取ってある名前ですので、別の名前で機関を登録してください。',
};

/** Problems of how an entry came to the portal: who approved it, and what was told in confidence. */
export const originProblems = {
  'approval-missing': approvalMissing,
  'approval-of-summary': approvalOfSummary,
  'approval-person': approvalPerson,
  'in-confidence-origin': inConfidenceOrigin,
  'in-confidence-collection': inConfidenceCollection,
  'in-confidence-kind': inConfidenceKind,
  'in-confidence-field': inConfidenceField,
  'in-confidence-name': inConfidenceName,
  'kind-unasked': kindUnasked,
  'institution-reserved': institutionReserved,
} as const;
