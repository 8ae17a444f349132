import type { ProposalKind, ProposalState } from '../proposals/proposal-state.ts';

/** The pages of the desk, in the order of its navigation. */
export const deskPages = {
  proposals: { label: '投稿案', address: '/admin/desk/' },
  published: { label: '公開した記事', address: '/admin/desk/published/' },
  deleted: { label: '削除した投稿案', address: '/admin/desk/deleted/' },
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
  reasonHint:
    'この記事の担当者と事務局だけが読めます。公開されるページや公開の記録には載りません。',
  restore: '下書きに戻す',
  deletedKept: (days: number) =>
    `削除した投稿案は、下書きに戻せます。削除から${days}日で消えます。`,
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

/** The stages that the list of an office goes through, with what to expect of each. */
export const stageSections: Record<
  ProposalState,
  { ofEditor: string; ofInstitution: string; hint: string }
> = {
  'in-review': {
    ofEditor: '確認を待つ投稿案',
    ofInstitution: '確認を依頼した投稿案',
    hint: '事務局が内容を確かめる段階です。',
  },
  approved: {
    ofEditor: '公開を待つ投稿案',
    ofInstitution: '公開を待つ投稿案',
    hint: '承認が済み、事務局が公開する段階です。',
  },
  draft: {
    ofEditor: '下書き',
    ofInstitution: '下書き',
    hint: '投稿する側が書いている段階です。',
  },
};

/** What each kind of proposal is called beside its stage; a plain proposal needs no name. */
export const kindTags: Record<ProposalKind, string | null> = {
  entry: null,
  withdrawal: '掲載停止の依頼',
  deletion: '削除の依頼',
};

/** Told once at the head of the page after something was done. */
export const doneSentences = {
  restored: '投稿案を下書きに戻しました。',
  'withdrawal-requested': '掲載停止を依頼しました。事務局が確かめるまで、記事はサイトに残ります。',
  'deletion-requested': '削除を依頼しました。事務局が確かめるまで、記事はサイトに残ります。',
  withdrawn: '掲載停止は反映済みです。サイトの組み立てを続けています。',
  rebuilding: 'サイトを作り直しています。終わるまで少しかかります。',
} as const;
export type Done = keyof typeof doneSentences;

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
