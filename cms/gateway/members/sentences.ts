import type { NotBound, NotLetIn } from './standing.ts';

/** What is said about members, one sentence each: what is wrong, and how it is mended. */
export const sentences = {
  unknownInstitution:
    'この機関は登録簿にありませんので、一覧から選び直すか、事務局に登録を依頼してください。',
  unusableOffice: '部署の名前は、記号の @ と < > を使わずに、80字以内で書いてください。',
  unusableDays: (fewest: number, most: number) =>
    `招待の期限は、${fewest} から ${most} までの日数で選んでください。`,
  replacedGone: '入れ替える登録が見つかりませんので、画面を開き直して選び直してください。',
  tooManyInvitations: (most: number) =>
    `使われていない招待が ${most} 件ありますので、要らないものを取り消してから作ってください。`,
  invitationNotOpen:
    'この招待はもう使われたか、取り消されたか、期限が過ぎていますので、画面を開き直してお確かめください。',
  bindingGone: 'この登録はすでに終わっていますので、画面を開き直してお確かめください。',
  bindingUnused:
    'この登録は長くサインインがなく切れていますので、続けて使う人には新しい招待を渡してください。',
} as const;

/** What somebody is told who is not let in, or not bound: one sentence that says what to do and whom to ask. */
export const notLetInSentence = (said: NotLetIn | NotBound): string => {
  switch (said.kind) {
    case 'no-institution':
      return said.missing.length > 0
        ? `所属する機関を確かめられませんでした。認証サーバーから届いていない項目（${said.missing.join('、')}）がありますので、これを所属機関の認証の担当者に伝えるか、事務局に招待を依頼してください。`
        : '認証サーバーから所属する機関が届きませんでしたので、所属機関の認証の担当者に確かめるか、事務局に招待を依頼してください。';
    case 'unknown-institution':
      return '所属する機関がこのポータルに登録されていませんので、事務局に登録を依頼してください。';
    case 'scope-of-another-provider':
      return '所属する機関を、その機関のものではない認証サーバーが名乗っていますので、ふだんの学内のサインインからやり直すか、事務局にお知らせください。';
    case 'several-institutions':
      return '所属する機関が二つ以上届き、どちらとして使うか決められませんので、使いたい機関の招待を事務局に依頼してください。';
    case 'ended':
      return said.why === 'by-office'
        ? 'この登録は終わっていますので、続けて使うときは、機関の担当部署か事務局に新しい招待を依頼してください。'
        : '長くサインインがなかったため登録が切れましたので、機関の担当部署か事務局に新しい招待を依頼してください。';
    case 'invitation-gone':
      return 'この招待は使えません。すでに使われたか、取り消されたか、期限が過ぎていますので、招待した部署に新しい招待を依頼してください。';
    case 'invitation-of-another-institution':
      return 'この招待はほかの機関の人へのものですので、自分の機関の担当部署か事務局に招待を依頼してください。';
  }
};
