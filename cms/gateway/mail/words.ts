import { site } from '../../../src/strings/site.ts';
import type { NewsKind } from './office-news.ts';

/** What is wrong with a line of the file of addresses. It never says the line: an address may stand in it. */
export const addressSentences = {
  parts: (line: number) =>
    `${line}行目：機関、部署、アドレスの三つを | で区切って書いてください。例：「sakura-u | 研究推進課 | office@sakura-u.example」`,
  institution: (line: number) =>
    `${line}行目：機関は、登録されている英字の名前（例：sakura-u）で書いてください。`,
  office: (line: number) => `${line}行目：部署の名前を、80字までで書くか、* としてください。`,
  address: (line: number) => `${line}行目：アドレスを一つだけ書いてください。`,
  twice: (line: number) =>
    `${line}行目：同じ機関の同じ部署が前の行にもありますので、どちらかを消してください。`,
  tooLong: 'アドレスのファイルが大きすぎますので、1 MB までにしてください。',
  unreadable: 'アドレスのファイルが読めませんので、場所と権限を確かめてください。',
} as const;

/** What has happened, at the beginning of a subject and in a list. */
export const newsWords: Record<NewsKind, { readonly label: string; readonly lead: string }> = {
  'review-asked': { label: '確認の依頼', lead: '次の投稿案について、確認の依頼が届いています。' },
  returned: { label: '差し戻し', lead: '次の投稿案が差し戻されました。' },
  approved: { label: '承認', lead: '次の投稿案が承認され、公開を待っています。' },
  'approved-inside': {
    label: '学内の承認',
    lead: '次の投稿案が、承認リンクから承認されました。',
  },
  'returned-inside': {
    label: '学内の差し戻し',
    lead: '次の投稿案が、承認リンクから差し戻されました。',
  },
  published: { label: '公開', lead: '次の記事を公開しました。' },
  deleted: { label: '削除', lead: '削除の依頼のとおり、次の記事を削除しました。' },
  'withdrawal-asked': {
    label: '掲載停止の依頼',
    lead: '次の記事について、掲載停止の依頼が届いています。',
  },
  'republication-asked': {
    label: '掲載再開の依頼',
    lead: '次の記事について、掲載の再開の依頼が届いています。',
  },
  'request-refused': {
    label: '依頼への回答',
    lead: '次の記事の掲載についての依頼に、回答がありました。',
  },
  withdrawn: { label: '掲載停止', lead: '次の記事の掲載を停止しました。' },
  republished: { label: '掲載再開', lead: '次の記事の掲載を再開しました。' },
  commented: { label: 'メモ', lead: '次の投稿案にメモが加わりました。' },
  'review-soon': { label: '見直し', lead: '次の記事の見直しの時期が近づいています。' },
};

/** What stands in messages. */
export const letterWords = {
  subject: (label: string, title: string) => `【共有ポータル】${label}：${title}`,
  notices: (count: number) => `お知らせ${count}件`,
  answer: (code: number) => `（サーバーの答え：${code}）`,
  digestSubject: (count: number) => `【共有ポータル】お知らせが${count}件あります`,
  to: (name: string) => `${name} 御中`,
  network: 'ネットワーク事務局',
  reason: '理由：',
  by: (name: string) => `依頼した部署：${name}`,
  from: (name: string) => `回答した部署：${name}`,
  digestLead: '急がないお知らせを、一日分まとめてお届けします。',
  until: (day: string) => `見直しの期限：${day}`,
  foot: [
    `このメールは${site.title}から、役割のアドレスに自動で送っています。`,
    '返信ではお受けできません。本文はサインインしてご覧ください。',
    '宛先を変えるときは、ネットワーク事務局にご連絡ください。',
  ],
} as const;

/** Why a message has not gone, for the desk. */
export const whyWords = {
  away: 'メールサーバーにつながりません。つながりしだい送ります。',
  busy: 'メールサーバーがいまは受け取れないと答えました。時間をおいて送ります。',
  signIn:
    'メールサーバーに入れません。利用者名とパスワードの設定を、システムの担当者に確かめてもらってください。',
  encryption:
    'メールサーバーとのやりとりを暗号化できません。証明書と暗号化の設定を、システムの担当者に確かめてもらってください。',
  address:
    'メールサーバーが宛先を受け取りませんでした。登録した宛先を、システムの担当者に直してもらってください。',
  refused: 'メールサーバーがこのメールを受け取りませんでした。',
  noAddress:
    '宛先が登録されていません。システムの担当者に、この部署の役割のアドレスを登録してもらってください。',
  tooOld: '五日のあいだ送れなかったため、送るのをやめました。',
} as const;
export type Why = keyof typeof whyWords;

/** What stands in the feed of an office. */
export const feedWords = {
  title: (office: string) => `${office}へのお知らせ`,
  subtitle: '待っているものと、投稿案に起きたことをお知らせします。',
  rights: 'この部署の方だけのためのフィードです。アドレスをほかの人に知らせないでください。',
  waits: '【対応待ち】',
} as const;
