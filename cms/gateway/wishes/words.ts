import type { WishState } from './wish.ts';

/** What the pages of 要望 say. */
export const words = {
  title: '要望',
  lead: 'このサイトに足りない内容についての要望と、その答えです。だれが、どの機関が書いたかは残していません。',
  count: (of: number) => `${of}件`,
  wish: (number: number) => `要望${number}`,
  write: '要望を書く',
  toList: '要望の一覧へ',
  searches: '見つからなかった検索',
  scene: '場面',
  theme: 'テーマ',
  kind: '欲しいもの',
  state: '状態',
  any: 'すべて',
  choose: '選んでください',
  notChosen: '選ばない',
  counted: (label: string, count: number) => `${label}（${count}件）`,
  show: '表示',
  states: {
    open: '答えを待っているもの',
    answered: '答えのあるもの',
    closed: '閉じたもの',
  } satisfies Record<WishState, string>,
  none: '要望はまだありません。',
  noneOfThese: 'この条件の要望はありません。',
  searched: (words: string) => `検索した言葉：「${words}」`,
  searchedLabel: '検索した言葉（あれば）',
  searchedHint: '検索から来たときは入っています。消してもかまいません。',
  text: '何が足りませんか（必須）',
  textLabel: '何が足りませんか',
  textHint: (most: number) =>
    `どんなときに、何があれば助かるかを、${most}文字以内で書いてください。参加機関の人が読みます。人の名前、学内だけの事情、まだ公表していない研究の内容は書かないでください。`,
  kindLabel: '欲しいもの（必須）',
  sceneLabel: '場面（分かれば）',
  themeLabel: 'テーマ（分かれば）',
  send: '送る',
  keepsNothing:
    '書いた人と機関の名前、時刻は残しません。日付と、書かれた内容だけが一覧に載ります。答えも一覧に載ります。',
  bothThemes: '両方のテーマ',
  notYet: 'まだ送っていません。次のところを直して、もう一度押してください。',
  answer: '答える',
  open: '開く',
  answers: '答え',
  answeredBy: { institution: '参加機関から', office: '事務局から' },
  entryGone: '答えになっていた記事は、いま掲載していません。',
  removeAnswer: 'この答えを外す',
  closedAsSame: '同じ要望があります：',
  closedAsOutside: 'このサイトでは扱わない内容として、事務局が閉じました。',
  withEntry: '記事で答える',
  entryAddress: '記事のアドレス',
  entryHint:
    '公開している記事を開き、アドレスをそのまま貼り付けてください。例：「/practices/sakura-u/pledge/」',
  entryHintOfOwn:
    '公開している記事を開き、アドレスをそのまま貼り付けてください。自分の機関の記事は、候補から選べます。例：「/practices/sakura-u/pledge/」',
  useEntry: 'この記事で答える',
  say: '分かっていることを書く',
  sayLabel: '分かっていること',
  sayHint: (most: number) =>
    `${most}文字以内で書いてください。参加機関の人が読みます。機関の名前は付きません。人の名前は書かないでください。`,
  useWords: 'この言葉で答える',
  close: '要望を閉じる',
  closeLead: '閉じた要望も一覧に残り、開き直せます。',
  sameAs: '同じ要望の番号',
  sameAsHint: '先に出ている要望の番号を、数字で書いてください。',
  closeAsSame: '同じ要望として閉じる',
  whyOutside: '理由（あれば）',
  whyOutsideHint: '参加機関の人が読みます。',
  closeAsOutside: '扱わないものとして閉じる',
  reopen: '開き直す',
  remove: '要望を消す',
  removeLead:
    '人の名前など、載せてはいけないことが書かれているときに消します。消すと元に戻せません。ほかの理由のときは、消さずに閉じてください。',
  removeSure: '元に戻せないことを確かめました',
  deleted: 'この要望は、事務局が消しました。',
  notThere: 'この番号の要望はありませんので、一覧から開き直してください。',
  isSent: '要望を送りました。答えは、この一覧に載ります。',
  complaints: {
    noText: '何が足りないかを書いてください。',
    noKind: '欲しいものを一つ選んでください。',
    unknownScene: '場面を一覧から選び直してください。',
    unknownTheme: 'テーマを一覧から選び直してください。',
    tooLong: (called: string, most: number) => `「${called}」は${most}文字以内で書いてください。`,
    unusableSign: (called: string) =>
      `「${called}」に使えない文字（目に見えない記号や、絵文字の半分など）が入っています。その文字を消すか、入力し直してください。`,
    personal: (called: string) =>
      `「${called}」にメールアドレスか電話番号が入っています。参加機関の人が読みますので、消してください。`,
    noEntry:
      'このアドレスの記事は掲載していません。サイトで記事を開き、アドレス欄の全体を写して貼り付けてください。',
    noWords: '分かっていることを書いてください。',
    noNumber: '同じ要望の番号を、数字で書いてください。',
    notSure: '消すときは「元に戻せないことを確かめました」に印を付けてください。',
    sameAsItself: 'この要望自身の番号です。先に出ている、別の要望の番号を書いてください。',
    noOther: (number: number) =>
      `要望${number}はありません。一覧で番号を確かめて、書き直してください。`,
    otherIsSame: (number: number, as: number) =>
      `要望${number}は、要望${as}と同じものとして閉じてあります。要望${as}の番号を書いてください。`,
    answerGone:
      'この答えは見つかりませんでした。もう外れていないか、表示を更新して確かめてください。',
    isClosed: 'この要望は閉じてありますので、答えるときは、事務局に開き直しをご相談ください。',
    enoughAnswers: 'この要望には答えが多く付いていますので、加えるときは事務局にご相談ください。',
    ofDay: (most: number) =>
      `同じ部署や機関から一日に送れる要望は${most}件までですので、続きは明日送ってください。`,
    full: '答えを待っている要望が多いため、いまは受け付けていません。事務局にご相談ください。',
    busy: 'ほかの人の操作と重なって終えられませんでした。もう一度押してください。',
  },
} as const;

/** Told once at the head of a page after something was done. */
export const doneSentences = {
  sent: words.isSent,
  known: '同じ文の要望がもうありましたので、新しくは載せていません。',
  answered: '答えを載せました。',
  removed: '答えを外しました。',
  closed: '要望を閉じました。',
  reopened: '要望を開き直しました。',
  deleted: '要望を消しました。',
} as const;
export type Done = keyof typeof doneSentences;

/** What the page of searches in vain says. */
export const searchWords = {
  lead: (least: number) =>
    `サインインした人がネットワーク限定版で検索し、何も見つからなかった言葉です。同じ月に${least}つ以上の機関の人が検索した言葉だけを載せています。それより少ない言葉と、だれが検索したかは、残していません。`,
  none: 'まだありません。',
  words: '検索した言葉',
  institutions: '検索した機関の数',
  ofMonth: (month: string) => `${month}の検索`,
} as const;
