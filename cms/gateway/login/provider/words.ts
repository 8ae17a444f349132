import type { TroubleKind } from './sign-in-trouble.ts';

/** What is said on the way in and out by a provider. */
export const words = {
  again: 'もう一度サインインする',
  home: 'ホームに戻る',
  number: (number: string) => `事務局へのお問い合わせのときは、番号 ${number} を添えてください。`,

  /** Why a sign-in did not come about: what happened, and what helps. */
  troubles: {
    'provider-away': {
      title: 'いまはサインインできません',
      sentence:
        'サインインを受け持つ認証サーバーにつながりません。少し待ってからもう一度お試しになり、続くときは事務局にお知らせください。書きかけの内容は、この端末に残っています。',
    },
    'provider-fault': {
      title: 'サインインできませんでした',
      sentence:
        '認証サーバーの側でサインインを終えられませんでした。もう一度お試しになり、続くときは所属機関の認証の担当者か事務局にお知らせください。',
    },
    'refused-there': {
      title: 'サインインを取りやめました',
      sentence:
        '認証サーバーの画面で取りやめたか、認証サーバーが許しませんでした。続けるときはもう一度サインインし、許されないときは所属機関の認証の担当者にお問い合わせください。',
    },
    'no-way-begun': {
      title: 'もう一度サインインしてください',
      sentence:
        'サインインを始めてから時間がたったか、別のブラウザーで始めたサインインです。このブラウザーでもう一度始め、それでも進めないときは、ブラウザーがクッキーを受け入れる設定になっているか確かめてください。',
    },
    'used-or-changed': {
      title: 'もう一度サインインしてください',
      sentence:
        '認証サーバーからの答えが、すでに使われたものか、このサインインのものではありませんでした。「戻る」で開いた画面ではなく、もう一度サインインから始め、続くときは事務局にお知らせください。',
    },
    clock: {
      title: 'いまはサインインできません',
      sentence:
        'このサイトと認証サーバーの時計が合っていません。事務局にお知らせください。時計が直ってから、もう一度お試しください。',
    },
    'new-key': {
      title: 'もう一度サインインしてください',
      sentence:
        '認証サーバーの鍵が替わったところでした。もう一度お試しになり、続くときは事務局にお知らせください。',
    },
    'unusable-answer': {
      title: 'サインインできませんでした',
      sentence:
        '認証サーバーからの答えを使えませんでした。もう一度お試しになり、続くときは事務局にお知らせください。',
    },
  } as const satisfies Record<TroubleKind, { title: string; sentence: string }>,

  clockAhead: (seconds: number) =>
    `認証サーバーの時計が、このサーバーより約 ${seconds} 秒進んでいますので、このサーバーの時刻合わせ（NTP）を確かめてください。`,
  clockBehind: (seconds: number) =>
    `認証サーバーの時計が、このサーバーより約 ${seconds} 秒遅れていますので、このサーバーの時刻合わせ（NTP）を確かめてください。`,

  notLetIn: 'サインインできません',
  affiliation:
    'このサイトを使える身分（教職員など）と認証サーバーから届きませんでしたので、所属機関の認証の担当者に確かめるか、事務局に招待を依頼してください。',
  several: '別の人としてサインインし直すときは、先に認証サーバーからサインアウトしてください。',

  officeTitle: '担当する部署を書いてください',
  officeIntro: (institution: string) =>
    `${institution}の方としてサインインしました。はじめての方は、担当する部署を書いて始めてください。`,
  office: '部署名',
  officeHint: '例：研究推進課。個人名は書きません。記事の変更の記録に残ります。',
  officeUnusable:
    '部署名は80文字以内で書き、「<」「>」「@」と、改行など目に見えない文字を使わないでください。',
  officeStart: '始める',
  officeLate: '部署を書く前に時間がたちましたので、もう一度サインインしてください。',

  doneTitle: 'サインインしました',
  done: 'この画面を閉じて、元の画面にお戻りください。書いていた内容はそのまま残っています。',

  signOut: 'サインアウト',
  leavingTitle: 'サインアウトしますか',
  leaving: 'このサイトからサインアウトします。書いてまだ送っていない内容は、この端末に残ります。',
  leftTitle: 'サインアウトしました',
  left: 'このサイトからサインアウトしました。ほかの人も使うパソコンでは、ブラウザーをすべて閉じてください。',
  leaveThere: '認証サーバーからもサインアウトする',
} as const;
