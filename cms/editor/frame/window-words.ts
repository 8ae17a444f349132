/** What the windows over the form say. */
export const windowWords = {
  blank: '（空欄）',
  stop: 'やめる',
  reason: '理由（必須）',
  reasonMissing: '理由を書いてください。',

  signInTitle: 'もう一度サインインしてください',
  signInEnded:
    '時間がたったか、サイトが動き直したため、サインインがいったん終わりました。続けると、書いた内容をすぐに保存し、同じところから書けます。',
  notGone: '書いた内容は、消えていません。',
  keptUntil: (time: string, letters: number, files: number) =>
    `${time}までの${letters}字${files > 0 ? `とファイル${files}件` : ''}を、この端末に残しています。`,
  nothingWritten: 'まだ送っていない内容は、ありません。',
  goOnAs: (name: string) => `${name}として続ける`,
  signInAs: (name: string) => `${name}の方としてサインインする`,
  signInElsewhere:
    '開いた画面でサインインしてください。終わると、この画面は自分で先に進みます。画面が開かないときは、もう一度押してください。',
  anotherSignedIn: (now: string, before: string) =>
    now === before
      ? `同じ部署の別の方がサインインしました。ここで書いた内容は、書いた方のものとしてこの端末に残していますので、その方がサインインし直すか、「別の担当者として入る」を押してください。`
      : `${now}の方がサインインしました。ここで書いた内容は${before}の方のものとしてこの端末に残していますので、その方がサインインし直すか、「別の担当者として入る」を押してください。`,
  asAnother: '別の担当者として入る',
  download: '書いた内容をファイルで保存する',
  whoeverWrote: '書いた方',
  nobodyElse: (name: string) =>
    `別の担当者が入っても、この内容は見えません。${name}が次に入ったときに、続きから書けます。`,

  keptTitle: '残っていた文があります',
  keptSentence: (moment: string, count: number | null) =>
    `${moment}に書いて、まだ送っていない文が、この端末にあります。${count === null || count === 0 ? '' : `保存されている文と${count}か所が違います。`}`,
  keptFiles: (names: readonly string[]) =>
    `選んで送っていないファイル${names.map((name) => `「${name}」`).join('')}も残っています。`,
  keptMine: 'この端末に残っている文',
  keptStored: '保存されている文',
  keptGoOn: '見比べて続ける',
  keptGoOnNew: '続きから書く',
  keptLeave: '保存されている文から書く',
  keptLeaveNew: '新しく書く',
  keptDrop: '残っていた文を消す',

  conflictTitle: '同じ欄が先に直されています',
  conflictCount: (count: number) =>
    `違うところは${count}か所です。どちらの文も残っています。欄ごとに選んでください。`,
  unlikeBegins: '（違うところ：',
  unlikeEnds: '）',
  conflictMine: '自分の文',
  conflictTheirs: (office: string) => `${office}の文`,
  conflictGoOn: '選んだ文で保存する',
  conflictLeave: '画面に戻る',

  filesTitle: '同じ名前のファイルが先に保存されています',
  filesYes: '自分のファイルに替える',

  removeTitle: 'この投稿案を消しますか',
  removeSentence:
    '消した後も、しばらくは投稿デスクから戻せます。公開中の版があるときは、そのまま残ります。',
  remove: '投稿案を消す',

  leaveTitle: '別の担当者として入り直しますか',
  leaveSentence: (name: string) =>
    `${name}としての作業を終わります。まだ送っていない内容は、${name}のものとしてこの端末に残り、次に${name}として入ると続きから書けます。ほかの担当者には見えません。`,
  leaveNothing: (name: string) => `${name}としての作業を終わります。`,
  leaveOther: (name: string) =>
    `このブラウザーでは、いま${name}として入っています。入り直すと、ほかのタブも含めて、${name}としての作業が終わります。まだ送っていない内容は、書いた担当者のものとしてこの端末に残ります。`,
  leave: '入り直す',
  stay: 'このまま続ける',

  returnTitle: '差し戻す',
  returnSentence: '担当者が最初に読みます。どこを、どう直すとよいかを書いてください。',
  returnYes: '差し戻す',
  withdrawTitle: '掲載を止める',
  withdrawSentence:
    'サイトと一覧から、すぐに消えます。文とファイルは残り、あとで掲載を再開できます。理由は記録に残ります。',
  withdrawYes: '掲載を止める',
  askWithdrawalTitle: '掲載停止を依頼する',
  askWithdrawalSentence: '事務局が止めるまでは、公開されています。理由は事務局が読みます。',
  askWithdrawalYes: '掲載停止を依頼する',
  refuseTitle: '依頼を断る',
  refuseSentence: '理由は、依頼した担当者が読みます。',
  refuseYes: '理由を添えて断る',
} as const;
