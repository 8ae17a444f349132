import { editorWords } from '../words.ts';
import { dayWords } from './day-words.ts';

const reasonGiven = (reason: string): string => `理由：「${reason}」`;

/** What the frame says of an entry, and on its buttons: the words of the table of states (design: editor/states.md). */
export const stateWords = {
  stages: {
    draft: '下書き',
    review: '事務局の確認',
    published: '公開',
    returned: '差し戻し',
    takenDown: '掲載停止',
  },
  anOffice: '担当の部署',

  save: '下書きを保存',
  saveChanges: '直したところを保存する',
  word: editorWords.importDocument,
  start: '直し始める',
  mendMyself: '自分で直す',
  review: '変わったところを見る',
  callThem: '声をかける（メモを送る）',
  leaveNote: 'メモを残す',
  download: '書いた内容をファイルで保存する',
  copyReport: '保守の担当に知らせる文を写す',
  ask: '確認を依頼する',
  askAgain: 'もう一度確認を依頼する',
  askWithoutWaiting: '事務局に確認を依頼する',
  takeBack: '依頼を取り下げて下書きに戻す',
  takeBackRequest: '依頼を取り下げる',
  return: '差し戻す（理由）',
  undoReturn: '差し戻しを取り消して、確認に戻す',
  approveAndPublish: '承認して公開する',
  saveAndPublish: '保存して公開する',
  publishNow: 'いま公開する',
  publishAgain: 'もう一度公開する',
  backToReview: '確認に戻す',
  backToMend: '直すために確認に戻す',
  withdraw: '掲載を止める（理由）',
  takeDown: '掲載を止める',
  askWithdrawal: '掲載停止を依頼する（理由）',
  refuse: '理由を添えて断る',
  republish: '掲載を再開する',
  askBack: '掲載の再開を依頼する',
  newLink: '新しい承認リンクを作る',
  withdrawLink: '承認リンクを取り下げる',

  blank: (noun: string) => `新しい${noun}です。書き始めると、書いた分をこの端末に残します。`,
  unknown:
    'どこまで進んでいるかを、いま確かめられませんでした。書くことと保存することは、このままできます。',
  written: '下書きです。書いた分は、この端末に残しています。',
  complete: '下書きです。必要な欄はそろいました。事務局に確認を依頼できます。',
  missing: (count: number, names: readonly string[], how: 'write' | 'mend') =>
    `下書きです。あと${count}つ、${names.length > 0 ? `${names.join('・')}を` : '必要な欄を'}${how === 'write' ? '書くと' : '直すと'}、事務局に確認を依頼できます。`,
  theirDraft: (office: string) => `${office}の下書きです。確認の依頼は、まだ届いていません。`,
  onBehalf: (owner: string | null, noun: string) =>
    owner === null
      ? `${noun}の下書きです。保存すると、そのまま公開できます。`
      : `${owner}に代わって書いている下書きです。決裁日と部署を書くと公開できます。`,
  mending: (noun: string, since: string | null) =>
    `公開中の${noun}を直しています。確認が済むまで、読む人には${since === null ? '今' : dayWords(since)}の版が見えます。`,
  mendingOurs: (noun: string, changes: number | null) =>
    `公開中の${noun}を直しています。${changes === null ? '' : `${changes}か所が変わります。`}`,

  waitsForSuperior: (until: string) =>
    `学内の承認を待っています（${until}まで）。文を直すと、このリンクは無効になります。`,
  waitsInside: (owner: string, until: string) =>
    `${owner}の中で承認を待っています（${until}まで）。確認の依頼は、まだ届いていません。`,
  approvedInside: (day: string, office: string) =>
    `${day}に${office}が承認しました。事務局に確認を依頼できます。`,
  /** Who goes on writing after an approval is told before it ends. */
  changedAfterApproval: (day: string, office: string) =>
    `${day}に${office}が承認した後に、文を直しています。保存すると、この承認は無効になります。`,
  returnedInside:
    '学内で差し戻されました。理由のところを直して、新しい承認リンクを作ってください。',
  linkExpired: (day: string) =>
    `承認リンクの期限が${day}に過ぎました。承認はまだです。新しく作ると、前のリンクは使えないままです。`,

  askedByUs: (day: string | null) =>
    `${day === null ? '' : `${day}に`}確認を依頼しました。事務局の返事を待っています。待つ間も直せます。`,
  askedByThem: (who: string, day: string | null) =>
    `${who}が${day === null ? '' : `、${day}に`}確認を依頼しました。`,
  changedFromPublished: (changes: number | null) =>
    changes === null ? '' : `公開中の版から${changes}か所が変わっています。`,
  mendFirst: (count: number) => `公開の前に直すところが${count}つあります。`,
  returnedToUs:
    '事務局から差し戻されました。理由のところを直して、もう一度確認を依頼してください。',
  returnedByUs: (day: string, office: string) =>
    `${day}に差し戻しました。${office}が直すのを待っています。`,
  approvedByThem:
    '事務局が承認しました。公開されるのを待っています。直すと、確認からやり直しになります。',
  approvedByUs: '承認済みで、まだ公開していません。',
  deletionAsked: (noun: string) =>
    `この${noun}を消すように依頼しました。事務局の返事を待っています。`,
  deletionAskedOfUs: (noun: string) =>
    `この${noun}を消すように依頼されています。投稿デスクで決められます。`,

  publishing: '公開しています。1、2分でサイトに出ます。この画面は閉じてもかまいません。',
  publicationFailed:
    '承認されましたが、サイトを新しくできませんでした。公開中の版はそのままで、事務局が続きをします。',
  publicationFailedForUs: 'サイトを新しくできませんでした。承認は残り、公開中の版はそのままです。',
  published: '公開しています。',
  publishedSince: (day: string) => `${day}から公開しています。`,
  withdrawalAskedByUs: (day: string) =>
    `${day}に掲載停止を依頼しました。事務局が止めるまで、公開されています。`,
  withdrawalAskedByThem: (who: string, reason: string) =>
    `${who}が掲載停止を依頼しました。${reasonGiven(reason)}`,
  backAskedByUs: (day: string) => `${day}に掲載の再開を依頼しました。事務局の返事を待っています。`,
  backAskedByThem: (who: string, reason: string) =>
    `${who}が掲載の再開を依頼しました。${reason ? reasonGiven(reason) : ''}`,
  withdrawalRefused: (day: string, reason: string) =>
    `掲載停止の依頼は、${day}に事務局が断りました。${reason ? reasonGiven(reason) : ''}`,
  backRefused: (day: string, reason: string) =>
    `掲載の再開の依頼は、${day}に事務局が断りました。${reason ? reasonGiven(reason) : ''}`,
  takenDown: (day: string | null) =>
    `${day === null ? '' : `${day}から`}掲載を止めています。文とファイルは残っています。`,
  takenDownByUs: (day: string | null, reason: string | null) =>
    `${day === null ? '' : `${day}から`}掲載を止めています。${reason ? reasonGiven(reason) : ''}`,
} as const;
