import { fileSize } from '../../../src/formats/file-size.ts';
import { dayInJapan, recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import { fileName } from '../repository/content-address.ts';
import type { Conflict, LeftFile } from '../repository/repository.ts';
import { type ProposalState, proposalStates } from './proposal-state.ts';

/** What the gateway says of proposals, one sentence each, to the person whose wish it could not fulfil. */
export const sentences = {
  unsafe:
    '安全のため公開できない内容が含まれているので保存していませんので、示した箇所を直してから、もう一度保存してください。',
  unsound:
    'まだ直すところがあるため先へ進められませんので、示した箇所を直してから、もう一度操作してください。',
  breaksOthers:
    'このまま公開するとほかの記事のリンクなどが切れますので、示した記事を先に直してから、もう一度操作してください。',
  missing:
    'この投稿案は公開されたか削除されたため見つかりませんので、一覧を開き直し、心当たりがないときは事務局にお問い合わせください。',
  /** What nobody sees any more, and can be fetched back. */
  deleted: (at: Date, until: Date) =>
    `この投稿案は${monthAndDay(at)}に消しました。${monthAndDay(until)}までは戻せます。`,
  missingEntry:
    'この記事は公開されていませんので、一覧を開き直し、心当たりがないときは事務局にお問い合わせください。',
  missingNote:
    'このメモは削除されたため見つかりませんので、画面を開き直し、分からないときは事務局にお問い合わせください。',
  occupied:
    'この記事には進行中の投稿案がありますので、先にそれを公開するか削除し、分からないときは事務局にお問い合わせください。',
  changedSinceSeen:
    'ご覧になった後で内容が変わりましたので、開き直して確かめてから、もう一度操作してください。',
  noReason: '理由を書いてください（この記事の担当者と事務局だけが読めます）。',
  reasonTooLong: '理由は2000文字以内で書いてください。',
  noReturn: '取り消せる差し戻しがありませんので、画面を開き直して、いまの段階を確かめてください。',
  noRemovalRequest:
    'この依頼はもう取り下げられたか済んでいますので、画面を開き直して、いまの状態を確かめてください。',
  removalAlreadyAsked:
    '掲載についての依頼がすでに出ていますので、事務局の返事をお待ちいただくか、依頼を取り下げてから出し直してください。',
  askedByAuthors:
    '確認の依頼とその取り下げは、この投稿案を書いている担当者が行いますので、急ぐときはメモで声をかけてください。',
  alreadyWithdrawn:
    'この記事はすでに掲載を止めていますので、画面を開き直して、いまの状態を確かめてください。',
  notWithdrawn:
    'この記事の掲載は止めていませんので、画面を開き直して、いまの状態を確かめてください。',
  withdrawnBySave:
    '掲載停止と掲載の再開は、保存では行えませんので、記事の画面か投稿デスクにある掲載停止と再開のボタンから、理由を添えて行ってください。',
  formerAddressesBySave:
    '前のアドレスは、アドレスを変えたときに書き込まれ、保存では変えられませんので、変えたいときは、事務局が投稿デスクの「アドレスを変える」から行ってください。',
  textTakenAway:
    '記事の本文だけを消すことはできませんので、下書きの削除か、公開した記事の削除の依頼を選んでください。',
  otherEntry:
    '一度に保存できるのは一つの記事とその添付ファイルだけですので、画面を開き直し、同じことが起きたら事務局にお問い合わせください。',
  unreadableFields:
    '記事の入力欄に読み取れないところがあり、掲載停止を書き込めませんでしたので、入力欄を直してから、もう一度操作してください。',
  unusableNote: 'メモは1文字以上2000文字以内で書いてください。',
  tooManyNotes: 'この投稿案のメモはこれ以上増やせませんので、済んだメモを削除してください。',
  tooManyDrafts: (most: number) =>
    `この機関の進行中の投稿案は${most}件までですので、使わない下書きを削除してから、もう一度保存してください。`,
  draftsTooLarge: (most: number) =>
    `この機関の進行中の投稿案のファイルは合わせて${fileSize(most)}までですので、使わない下書きか大きなファイルを削除してから、もう一度保存してください。`,
  'behind-link':
    '保存先のフォルダーが別の場所につながれているため保存できませんので、事務局にご連絡ください。',
  'no-branch':
    'サイトを動かしているパソコンで作業が行われているため公開できませんので、事務局を通じてシステムの担当者にご連絡ください。',
} as const;

const monthAndDay = (at: Date): string => {
  const [, month, day] = dayInJapan(at).split('-').map(Number);
  return `${month}月${day}日`;
};

/** Why a step cannot be taken from a stage. */
export const stepRefused = (state: ProposalState, step: keyof typeof stepNames): string =>
  `この投稿案は「${proposalStates[state]}」のため${stepNames[step]}できませんので、画面を開き直し、分からないときは事務局にお問い合わせください。`;

const stepNames = {
  save: '保存',
  'send-for-review': '確認依頼に',
  'take-back': '下書きに戻すことは',
  'return-to-author': '差し戻しは',
  'undo-return': '差し戻しの取り消しは',
  approve: '承認は',
  restore: '復元は',
  publish: '公開は',
} as const;

/**
 * Which office changed a file when, and what to do: さくら大学 研究推進課が11月24日 14:05に先に保存しましたので、…
 * @param own what the office is called that is told: it is not told of itself as of another
 */
export const conflictSentence = ([conflict]: readonly Conflict[], own: string): string => {
  const changedBy = conflict?.changedBy ?? 'ほかの部署';
  const who = changedBy === own ? '同じ部署のほかの画面' : changedBy;
  const when = conflict?.changedAt ? `${recentMomentInJapan(conflict.changedAt)}に` : '';
  const did = changedBy === own ? 'で' : 'が';
  const saved = changedBy === own ? '保存されました' : '保存しました';
  return `この記事は${who}${did}${when}先に${saved}ので、その内容を開いて確かめ、必要なところを加えてから、もう一度保存してください。`;
};

/** That a file is published, but does not show yet, and why. */
export const leftFileSentence = ({ address, why }: LeftFile): string =>
  `「${fileName(address.path)}」は公開しましたが、${leftReasons[why]}ため画面にはまだ出ませんので、事務局を通じてシステムの担当者にご連絡ください。`;

/** That a published file still has to be brought into the checkout, for those who look after the portal. */
export const pendingFileSentence = ({ why }: LeftFile): string =>
  why === 'index-locked'
    ? `公開した内容はサイトに出ますが、${leftReasons[why]}ため記録の後片づけを待っていますので、長く続くときはシステムの担当者にご連絡ください。`
    : `${leftReasons[why]}ため公開した内容がまだサイトに出ていませんが、片づくと自動で出ますので、長く続くときはシステムの担当者にご連絡ください。`;

const leftReasons: Record<LeftFile['why'], string> = {
  'changed-there': 'サイトを動かしているパソコンで同じファイルが書き換えられている',
  'staged-there': 'サイトを動かしているパソコンで同じファイルが直されている途中の',
  'behind-link': '保存先のフォルダーが別の場所につながれている',
  'not-writable': 'サイトを動かしているパソコンのファイルに書き込めない',
  'disk-full': 'サイトを動かしているパソコンのディスクに空きがない',
  'index-locked': 'サイトを動かしているパソコンで別の作業が終わっていない',
};
