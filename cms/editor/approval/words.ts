import { linkDays } from '../../wire/approval-link.ts';
import type { ApprovalLinkState } from '../../wire/entry-state.ts';

/** What the window of the link for the approval inside an institution says. */
export const linkWords = {
  title: '承認リンク',
  make: '承認リンクを作る',
  makeNew: '新しい承認リンクを作る',
  withdraw: '承認リンクを取り下げる',
  copy: 'アドレスをコピーする',
  close: '閉じる',
  asking: 'いまの状態を確かめています。',
  making: '承認リンクを作っています。',
  withdrawing: '承認リンクを取り下げています。',
  nothingSaved: '承認リンクは、保存した下書きに作ります。先に下書きを保存してください。',
  notOurs: '承認リンクを作れるのは、この記事の機関の担当者だけです。',
  notSaved:
    '書いた内容を保存できなかったので、承認リンクは作っていません。この窓を閉じて、画面の知らせを確かめてください。',
  shows:
    'リンクを開いた人には、いま保存されている版だけが、公開したときのページの形で見えます。サインインは要りません。その人が「承認する」を押して日と部署を書くと、この記事の決裁になります。差し戻すときは、言葉を添えます。',
  once: '承認は1回だけです。文や添付ファイルを直すと、リンクは使えなくなります。',
  days: '何日間使えるようにするか',
  daysHint: (until: string) =>
    `${linkDays.fewest}日から${linkDays.most}日までです。今日作ると、${until}まで使えます。`,
  daysWrong: `${linkDays.fewest}から${linkDays.most}までの数を入れてください。`,
  address: '承認リンクのアドレス',
  toldOnce:
    'このアドレスを、承認する人に送ってください。示すのは今だけです。分からなくなったときは、新しく作ると、前のリンクは使えなくなります。',
  opensHereOnly:
    'このポータルはまだ外に開いていないため、このアドレスはサイトを動かしているこのパソコンだけで開けます。承認する人には、この画面の前で開いてもらってください。',
  copied: 'アドレスをコピーしました。',
  notCopied: 'コピーできませんでした。アドレスを選んでありますので、キーボードで写してください。',
  withdrawn: '承認リンクを取り下げました。前のリンクは使えません。',
  again: '新しく作ると、前のリンクは使えなくなります。',
} as const;

/** How a link stands, in a sentence; null where there is none. The words are those of the entry's own sentence. */
export const linkSentence = (link: ApprovalLinkState | null): string | null => {
  switch (link?.state) {
    case 'open':
      return `学内の承認を待っています（${dayWords(link.until)}まで）。文を直すと、このリンクは無効になります。`;
    case 'approved':
      return `${dayWords(link.on)}に${link.office}が承認しました。承認の日と部署は「機関の決裁」に入っています。`;
    case 'returned':
      return `学内で差し戻されました。理由：「${link.reason}」　理由のところを直して、新しい承認リンクを作ってください。`;
    case 'expired':
      return `承認リンクの期限が${dayWords(link.at)}に過ぎました。承認はまだです。新しく作ると、前のリンクは使えないままです。`;
    default:
      return null;
  }
};

const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
});

/** A day in Japan, from a moment or from a day as the schema writes it: 12月7日. */
export const dayWords = (moment: string): string =>
  dayFormat.format(new Date(moment.length === 10 ? `${moment}T00:00:00+09:00` : moment));
