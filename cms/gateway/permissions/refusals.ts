import type { CollectionName, EntryCollection } from '../../../src/schema/collections.ts';
import { origins } from '../../../src/schema/taxonomy.ts';
import type { Action, WishAction } from './action.ts';

/** What only the network's office does, with what a contributor does instead. */
export type EditorsAction = Extract<
  Action['kind'],
  | 'return-to-author'
  | 'undo-return'
  | 'approve'
  | 'publish'
  | 'withdraw'
  | 'republish'
  | 'refuse-removal'
  | 'rename'
>;

/** Why something is not allowed and whom to ask: one sentence each, for the person who asked for it. */
export const refusals = {
  otherInstitution:
    'この記事はほかの機関のものですので、直したい点は事務局に訂正としてお申し出ください。',
  otherInstitutionsDraft:
    'この投稿案はほかの機関のものですので、内容を知りたいときは事務局にお問い合わせください。',
  inConfidence:
    'この記事は編集部預かりで、書き直せるのは事務局だけですので、お気づきの点は事務局にお知らせください。',
  officesOrigin: `代行投稿と編集部預かりを登録できるのは事務局だけですので、掲載の経緯を「${origins.contributed}」にするか、事務局にご相談ください。`,
  otherOfficesComment:
    'このメモはほかの部署が書いたものですので、返事を新しいメモに書くか、事務局にご相談ください。',
  institutionsComment:
    'このメモは機関の担当者が書いたものですので、返事を新しいメモに書くか、その機関にお問い合わせください。',
  institutionsApproval:
    '承認リンクを作れるのは記事の機関の担当者だけですので、決裁が要るときは、その機関にお問い合わせください。',
  editorsMembers:
    '編集者を招待したり登録を終えたりできるのは事務局だけですので、必要なときは事務局にご連絡ください。',
  otherInstitutionsOffice:
    '招待できるのは自分の機関の部署だけですので、ほかの機関の人を招待したいときは事務局にご相談ください。',
  othersMembers:
    'この登録はほかの機関のものですので、気になることがあるときは事務局にお知らせください。',
  askedByOffices:
    '掲載についての依頼とその取り下げはその機関の担当者が行いますので、「掲載を止める」「掲載を再開する」か「理由を添えて断る」を選んでください。',
  /** What belongs to the portal itself. */
  ofTheOffice: {
    institutions:
      '機関の登録を変えられるのは事務局だけですので、名称や窓口の変更は事務局にお知らせください。',
    glossary: '用語集を変えられるのは事務局だけですので、直したい用語は事務局にお知らせください。',
    rings:
      '言い換えの一覧を変えられるのは事務局だけですので、加えたい言い方は事務局にお知らせください。',
    scenes: '場面の案内を変えられるのは事務局だけですので、直したい点は事務局にお知らせください。',
    kits: '様式例を変えられるのは事務局だけですので、直したい点は事務局にお知らせください。',
    pages: 'このページを変えられるのは事務局だけですので、直したい点は事務局にお知らせください。',
  } satisfies Record<Exclude<CollectionName, EntryCollection>, string>,
  wishes: {
    'answer-wish':
      '要望に答えられるのは機関の担当者と事務局だけですので、ご存じのことは事務局にお知らせください。',
    'read-searches':
      '見つからなかった検索を見られるのは機関の担当者と事務局だけですので、知りたいことは事務局にお問い合わせください。',
    'close-wish':
      '要望を閉じたり答えを外したりできるのは事務局だけですので、必要なときは事務局にお知らせください。',
    'delete-wish':
      '要望を消せるのは事務局だけですので、消す必要があるときは事務局にお知らせください。',
  } satisfies Record<Exclude<WishAction, 'read-wishes' | 'write-wish'>, string>,
  byEditors: {
    'return-to-author':
      '差し戻しは事務局が行いますので、確認依頼を取り下げるときは「下書きに戻す」を選ぶか、事務局にお問い合わせください。',
    'undo-return':
      '差し戻しを取り消せるのは事務局だけですので、直してからもう一度確認を依頼するか、事務局にお問い合わせください。',
    approve: '承認は事務局が行いますので、確認依頼を出して、事務局からの連絡をお待ちください。',
    publish: '公開は事務局が行いますので、確認依頼を出して、事務局からの連絡をお待ちください。',
    withdraw:
      '掲載をすぐに止められるのは事務局だけですので、掲載停止の依頼を出し、急ぐときは事務局にご連絡ください。',
    republish:
      '掲載を再開できるのは事務局だけですので、掲載の再開の依頼を出し、急ぐときは事務局にご連絡ください。',
    'refuse-removal':
      '依頼を断れるのは事務局だけですので、出した依頼をやめるときは「依頼を取り下げる」を選ぶか、事務局にお問い合わせください。',
    rename:
      'アドレスを変えられるのは事務局だけですので、変えたい名前と理由を事務局にお知らせください。',
  } satisfies Record<EditorsAction, string>,
} as const;
