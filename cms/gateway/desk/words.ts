import type { Contributor } from '../permissions/contributor.ts';
import type { LogEvent } from '../proposals/entry-log.ts';
import type { ItemKind } from './desk-items.ts';

/** The pages of the desk, in the order of its navigation. */
export const deskPages = {
  proposals: { label: '投稿デスク', address: '/admin/desk/' },
  published: { label: '公開した記事', address: '/admin/desk/published/' },
  deleted: { label: '消した投稿案', address: '/admin/desk/deleted/' },
  wishes: { label: '要望', address: '/admin/wishes/' },
  members: { label: '利用者と招待', address: '/admin/desk/members/' },
} as const;
export type DeskPage = keyof typeof deskPages;

/** What the desk itself says. */
export const words = {
  desk: '投稿デスク',
  editor: '編集画面',
  skip: '本文へ移動',
  navigation: '投稿デスクのページ',
  untitled: '（題名なし）',
  reload: '表示を更新',
  problems: '直すところ',
  noProblems: '直すところはありません',
  checking: '直すところは確認中です',
  pages: 'ページの移動',
  previousPage: '前のページ',
  nextPage: '次のページ',
  onOtherPages: 'このページにはありません。',
  approval: '決裁用の版',
  unresolvedNotes: '未解決のメモ',
  onSite: 'サイトで見る',
  cancel: 'やめる',
  reason: '理由（必須）',
  reasonIfAny: '理由（あれば）',
  reasonHint:
    'この記事の担当者と事務局だけが読めます。公開されるページや公開の記録には載りません。',
  restore: '元に戻す',
  deletedKept: (days: number) =>
    `消した投稿案は、消してから${days}日までは下書きとして元に戻せます。`,
  nothingDeleted: '消した投稿案はありません。',
  waitsForYou: 'あなたを待っているもの',
  waitsForOthers: 'ほかの人を待っているもの',
  count: (of: number) => `${of}件`,
  nothingWaits: 'いま、あなたを待っているものはありません。',
  mostUrgentFirst: (office: string, time: string) =>
    `急ぐものが上です。いちばん長く待っているのは、${office}の${time}です。`,
  mostUrgentFirstOfOwn: (time: string) =>
    `急ぐものが上です。いちばん長く待っているものは、${time}前からです。`,
  isLate: (days: number) => `目安の${days}日を過ぎました`,
  atWork: (name: string, minutes: number, isReading: boolean) =>
    `${name}が${isReading ? '確認中' : '編集中'}（${minutes === 0 ? 'いま' : `${minutes}分前`}）`,
  reasonOf: (reason: string) => `理由：「${reason}」`,
  asks: (office: string) => `${office}の依頼です。`,
  notes: (all: number, resolved: number) => `メモ${all}件（済み${resolved}件）`,
  newEntry: '新しい記事',
  nextVersion: '公開中の記事の直し',
  approvedBy: (office: string) => `承認 ${office}（事務局）`,
  isHereOnly: 'このサーバーだけに保存（まだ届いていません）',
  onBehalf: (office: string) => `${office}（事務局）が代行`,
  linkOpen: (until: string) => `学内の承認を待っています（${until}まで）`,
  linkApproved: (on: string) => `学内の承認 ${on}`,
  linkReturned: '学内で差し戻されました',
  linkExpired: (at: string) => `承認リンクの期限が${at}に過ぎました`,
  siteFailed: 'サイトを新しくできませんでした。',
  siteFailedForEditor: '公開中の版はそのままです。続くときは、保守の担当に知らせてください。',
  siteFailedForInstitution: '公開中の版はそのままで、事務局が続きをします。',
  look: '確かめる',
  lookAndStop: '確かめて止める',
  lookAndShow: '確かめて再開する',
  publishAgain: 'もう一度公開する',
  open: '開く',
  mend: '直す',
  writeOn: '続きを書く',
  speakTo: '声をかける',
  newOnBehalf: '代行で新しく書く',
  newEntryLink: '新しく書く',
  record: 'やりとりの記録',
  nothingSaid: 'この記事についてのやりとりの記録はありません。',
  resolved: '済み',
  shownOrNot: '掲載の停止と再開',
  saidUntil: (day: string) => `${day}に最後に変えた投稿案のやりとり`,
  rebuild: 'サイトを作り直す',
  ofThePortal: 'ポータル',
  allOfOwner: '機関',
  show: '表示',
  underWay: '進行中の投稿案があります',
  siteIsBehind:
    'サイトを新しくできず前の版を表示していますので、お急ぎのときは事務局にご連絡ください。',
  notThere:
    'このページはありませんので、投稿デスクの一覧から開き直し、それでも同じときは事務局にお問い合わせください。',
  notSent:
    'フォームの内容を読み取れませんでしたので、前の画面を開き直して、もう一度操作してください。',
  fault: (number: string) =>
    `処理の途中で問題（番号 ${number}）が起きましたので、一覧で結果を確かめ、同じことが続くときは番号を添えて事務局を通じてシステムの担当者にご連絡ください。`,
  editorsOnly: 'サイトを作り直せるのは事務局だけですので、必要なときは事務局にお知らせください。',
} as const;

/** What each kind of thing that waits is called over its rows, and what to expect of it, by who looks. */
export const itemWords: Record<
  ItemKind,
  { readonly label: string; readonly hint: Readonly<Record<Contributor['role'], string>> }
> = {
  'withdrawal-asked': {
    label: '掲載停止の依頼',
    hint: { editor: '公開中です。止めるまで読まれます。', contributor: '' },
  },
  failed: {
    label: '公開できなかったもの',
    hint: { editor: '承認は残っています。', contributor: '' },
  },
  returned: {
    label: '差し戻し',
    hint: {
      editor: '書いた担当者に戻っています。',
      contributor: '理由のところを直して、もう一度確認を依頼してください。',
    },
  },
  review: { label: '確認の依頼', hint: { editor: '長く待っている順', contributor: '' } },
  'deletion-asked': {
    label: '削除の依頼',
    hint: { editor: '公開中です。削除するまで読まれます。', contributor: '' },
  },
  'republication-asked': {
    label: '掲載の再開の依頼',
    hint: { editor: '掲載を止めています。', contributor: '' },
  },
  approved: {
    label: '公開待ち',
    hint: { editor: '承認が済み、公開する段階です。', contributor: '' },
  },
  draft: {
    label: '下書き',
    hint: { editor: '事務局が書いている投稿案です。', contributor: '書いている投稿案です。' },
  },
};

/** What is said of another address of an entry. */
export const renameWords = {
  link: 'アドレスを変える',
  title: 'アドレスを変える',
  question: 'アドレスを変えますか',
  now: (address: string) => `いまのアドレスは ${address} です。`,
  name: '新しい名前',
  hint: 'アドレスの最後の部分を、英小文字・数字・ハイフンで書きます。例：overseas-travel',
  look: '変わるところを見る',
  fromTo: (from: string, to: string) => `アドレスを ${from} から ${to} に変えます。`,
  sentOn: '前のアドレスを開いた人は、新しいアドレスに移ります。',
  leavesNoTrace:
    '編集部預かりの記事ですので、前のアドレスは残しません。前のアドレスを開いた人には、ページがないと伝えます。',
  touched: (count: number) => `リンクが変わる記事 ${count}件`,
  touchedUnderWay:
    '進行中の投稿案があります。その投稿案は、公開するときに、変わったリンクと見比べることになります。',
  touchesNothing: 'この記事にリンクしている記事はありません。',
  outside:
    'ここに挙げた記事のリンクは、アドレスと同時に書き換えて公開します。ほかのサイトやファイルの中のアドレスは変わりません。',
  button: 'アドレスを変えて公開する',
} as const;

/** What the network's office adds to the portal itself, with what that touches. */
export const officeWords = {
  title: '登録と更新',
  link: '用語、場面、機関、規程の新しい版を加える',
  editorsOnly:
    'この画面を使えるのは事務局だけですので、加えたい用語や機関は事務局にお知らせください。',
  look: '関わるところを見る',
  write: '編集画面で書く',
  touches: (count: number) => `関わる記事 ${count}件`,
  more: (count: number) => `ほか${count}件`,
  nothing: '関わる記事はまだありません。',
  term: '用語',
  termLead:
    '用語を加えると、記事の本文にあるその言葉から、用語の説明に行けるようになります。検索では同義語も一緒に探します。',
  termTaken: (term: string) => `「${term}」は、もう用語集にあります。`,
  scene: '場面',
  sceneLead:
    '場面を加えると、ホームと場面の一覧に出て、記事の「場面」の欄で選べるようになります。記事はあとから一つずつ場面に加えます。',
  sceneNow: (titles: string) => `いまある場面：${titles}`,
  institution: '機関',
  institutionName: '機関の名前',
  institutionLead: (kinds: string) =>
    `登録すると、その機関の担当者が選べるようになり、機関の一覧と地図に出ます。種別は${kinds}から選びます。登録する前に、同じ機関や前の名前がないかを確かめます。`,
  institutionFound: '似た名前で登録されている機関',
  institutionNone: '似た名前の機関は登録されていません。',
  edition: '規程・指針の新しい版',
  oldEdition: '前の版',
  editionLead:
    '前の版を選んで新しい版を書くと、公開したときに、前の版のページに新しい版があることが示されます。前の版を参照している記事は、そのまま前の版を示しますので、一つずつ見直してください。',
  citing: (count: number) => `前の版を参照している記事 ${count}件`,
} as const;

/** Told once at the head of the page after something was done. */
export const doneSentences = {
  restored: '投稿案を下書きに戻しました。',
  republished: '掲載の再開は反映中です。サイトの組み立てを続けています。',
  'republication-requested': '掲載の再開を依頼しました。事務局の返事をお待ちください。',
  'removal-refused': '依頼を断りました。理由は依頼した担当者に伝わります。',
  'request-taken-back': '依頼を取り下げました。記事はいまのままです。',
  deleted: '記事を削除しました。サイトの組み立てを続けています。',
  'withdrawal-requested': '掲載停止を依頼しました。事務局が確かめるまで、記事はサイトに残ります。',
  'deletion-requested': '削除を依頼しました。事務局が確かめるまで、記事はサイトに残ります。',
  withdrawn: '掲載停止は反映済みです。サイトの組み立てを続けています。',
  renamed: 'アドレスを変えました。サイトの組み立てを続けています。',
  'feed-ended': 'フィードのアドレスを使えなくしました。',
  joined: '招待を受け取りました。これからは、上に出ている部署として使えます。',
  'invitation-withdrawn': '招待を取り消しました。渡してあったリンクは使えません。',
  'binding-kept': '登録を続けることにしました。',
  'binding-ended': '登録を終えました。',
  rebuilding: 'サイトを作り直しています。終わるまで少しかかります。',
} as const;
export type Done = keyof typeof doneSentences;

/** What was asked and decided about whether readers see an entry. */
export const eventWords: Record<LogEvent['what'], string> = {
  'ask-withdrawal': '掲載停止を依頼',
  'ask-republication': '掲載の再開を依頼',
  'take-back': '依頼を取り下げ',
  refuse: '依頼を断る',
  withdraw: '掲載を停止',
  republish: '掲載を再開',
};

/** A moment as an office reads it: 2026年11月24日 14:05. */
export const momentInJapan = (at: Date): string => momentFormat.format(at);

const momentFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
