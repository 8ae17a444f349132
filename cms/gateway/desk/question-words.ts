import type { Done } from './words.ts';

type QuestionWords = {
  /** What leads to the page. */
  readonly link: string;
  readonly question: string;
  /** What happens. */
  readonly effect: string;
  readonly button: string;
  readonly reason: 'must' | 'may' | null;
  /** Whether readers lose something. */
  readonly isGrave: boolean;
  readonly done: Done;
};

const stays = '本文と添付ファイルは残り、進行中の投稿案もそのまま残ります。';

/** What the desk asks before something is done with an entry, as the addresses of the pages have it. */
export const questionWords = {
  withdraw: {
    link: '掲載を止める',
    question: '掲載を止めますか',
    effect: `いますぐ公開版とネットワーク限定版の両方から外れ、検索にも出なくなります。${stays}「掲載を再開する」でいつでも元に戻せます。`,
    button: '掲載を止める',
    reason: 'must',
    isGrave: true,
    done: 'withdrawn',
  },
  republish: {
    link: '掲載を再開する',
    question: '掲載を再開しますか',
    effect:
      '止めたときの文と添付ファイルが、同じアドレスでまた読めるようになります。止めている間に直すところが出た記事は、直してから再開します。',
    button: '掲載を再開する',
    reason: null,
    isGrave: false,
    done: 'republished',
  },
  'refuse-removal': {
    link: '理由を添えて断る',
    question: '依頼を断りますか',
    effect: '記事はいまのまま変わりません。理由は、依頼した担当者に伝わります。',
    button: '理由を添えて断る',
    reason: 'must',
    isGrave: false,
    done: 'removal-refused',
  },
  'request-withdrawal': {
    link: '掲載停止を依頼',
    question: '掲載停止を依頼しますか',
    effect: `事務局が確かめたあと、公開版とネットワーク限定版の両方から外れます。それまでは公開されています。${stays}お急ぎのときは、依頼したうえで事務局にご連絡ください。`,
    button: '掲載停止を依頼する',
    reason: 'must',
    isGrave: false,
    done: 'withdrawal-requested',
  },
  'request-republication': {
    link: '掲載の再開を依頼',
    question: '掲載の再開を依頼しますか',
    effect: '事務局が確かめたあと、止めたときの文と添付ファイルがまた読めるようになります。',
    button: '掲載の再開を依頼する',
    reason: 'may',
    isGrave: false,
    done: 'republication-requested',
  },
  'take-back-removal': {
    link: '依頼を取り下げる',
    question: '依頼を取り下げますか',
    effect: '記事はいまのまま変わりません。あとで、もう一度依頼できます。',
    button: '依頼を取り下げる',
    reason: null,
    isGrave: false,
    done: 'request-taken-back',
  },
  'request-deletion': {
    link: '削除を依頼',
    question: '削除を依頼しますか',
    effect:
      '事務局が確かめたあと、本文と添付ファイルがサイトからなくなります。しばらく見えなくするだけでよいときは、掲載停止を選んでください。',
    button: '削除を依頼する',
    reason: null,
    isGrave: true,
    done: 'deletion-requested',
  },
  delete: {
    link: '確かめて削除する',
    question: '記事を削除しますか',
    effect:
      'いますぐ公開版とネットワーク限定版の両方から外れ、本文と添付ファイルがサイトからなくなります。しばらく見えなくするだけでよいときは、削除を断って掲載停止を選んでください。',
    button: '削除する',
    reason: null,
    isGrave: true,
    done: 'deleted',
  },
  'return-deletion': {
    link: '理由を添えて断る',
    question: '削除の依頼を断りますか',
    effect: '記事はいまのまま変わりません。理由は、依頼した担当者に伝わります。',
    button: '理由を添えて断る',
    reason: 'must',
    isGrave: false,
    done: 'removal-refused',
  },
  'take-back-deletion': {
    link: '依頼を取り下げる',
    question: '削除の依頼を取り下げますか',
    effect: '記事はいまのまま変わりません。あとで、もう一度依頼できます。',
    button: '依頼を取り下げる',
    reason: null,
    isGrave: false,
    done: 'request-taken-back',
  },
} as const satisfies Record<string, QuestionWords>;
export type QuestionName = keyof typeof questionWords;
