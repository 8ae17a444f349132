/** What the pages about notices say. */
export const noticeWords = {
  title: 'お知らせ',
  link: 'お知らせの受け取り方（フィードとメール）',
  feed: 'フィードで受け取る',
  feedLead:
    'この部署を待っているものと、投稿案に起きたことを、フィードリーダーやメールソフトで受け取れます。届くのは題名とリンクだけです。',
  noFeed: 'この部署のアドレスはまだありません。',
  feedMadeAt: (at: string) =>
    `この部署のアドレスは${at}に作りました。分からなくなったときは、作り直してください。`,
  make: 'アドレスを作る',
  makeAnew: 'アドレスを作り直す',
  makeAnewHint: '作り直すと、前のアドレスはすぐに使えなくなります。',
  end: 'アドレスを使えなくする',
  made: 'アドレスを作りました。いま、フィードリーダーに写してください。',
  madeTitle: 'フィードのアドレス',
  madeLead:
    'このアドレスは、この画面を閉じるともう一度は出せません。知っている人はだれでも題名を読めますので、部署の外には知らせないでください。',
  address: 'アドレス',
  back: '受け取り方の画面に戻る',
  mail: 'メールの状態',
  noMail:
    'メールは送っていません。お知らせは、投稿デスクとフィードで受け取れます。メールを送るには、システムの担当者がメールサーバーを指定します。',
  mailForOffices:
    'メールは、機関の部署ごとに登録した役割のアドレスに届きます。宛先を変えるときは、事務局にお知らせください。',
  sentToday: (count: number) => `今日送ったもの：${count}件`,
  waiting: (count: number) => `これから送るもの：${count}件`,
  failed: (count: number) => `送れなかったもの：${count}件`,
  waitingHeading: 'これから送るもの',
  failedHeading: '送れなかったもの',
  problems: 'アドレスのファイルで直すところ',
  network: 'ネットワーク事務局',
  everyOffice: '（部署によらない宛先）',
  more: (count: number) => `ほか${count}件`,
} as const;

/** What the page of 要約便 says. */
export const roundUpWords = {
  title: '要約便',
  link: '要約便を作る（新しい記事と直した記事のまとめ）',
  lead: '期間を選ぶと、新しく載った記事と直した記事を、場面とテーマごとにまとめます。機関のメーリングリストなどで、学内の方にお送りください。このポータルから読者に送ることはありません。',
  since: 'いつから',
  until: 'いつまで',
  audience: '入れる記事',
  public: '公開の記事だけ（だれに送ってもよい便）',
  members: '参加機関限りの記事も（参加機関の方だけに送る便）',
  make: 'まとめる',
  wrongPeriod:
    '期間が使えません。「いつから」を「いつまで」より先の日にして、二年までで選んでください。',
  count: (of: number) => `${of}件の記事が入っています。`,
  eml: 'メールの下書きとして開く（.eml）',
  text: 'テキストで保存する（.txt）',
  emlHint: '差出人と宛先は空けてあります。メールソフトで開いて、宛先を書いて送ってください。',
  preview: '要約便の本文',
} as const;
