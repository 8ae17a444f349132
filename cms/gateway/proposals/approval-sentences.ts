/** What is said of links for the approval inside an institution, one sentence each. */
export const approvalSentences = {
  nothingSaved:
    '承認リンクは保存した下書きに作りますので、先に下書きを保存してから、もう一度操作してください。',
  removal:
    '掲載停止や削除の依頼には承認リンクを作れませんので、事務局の返事をお待ちいただくか、依頼を取り下げてください。',
  summarised:
    'この記事は公開情報から編集部が要約したもので、機関の決裁を書けませんので、機関の文章として載せたいときは、先に「掲載の経緯」を「機関の投稿」に直して保存してください。',
  unwritable:
    '決裁の日と部署をこの記事に書き込めませんので、入力欄を直すか、事務局にお問い合わせください。',
  alreadyApproved:
    'この版はもう学内で承認されていますので、リンクを取り下げる必要はありません。承認を取り消したいときは、「機関の決裁」を空けて保存してください。',
  stale: (on: string, office: string) =>
    `「機関の決裁」に残る承認（${on}、${office}）は直す前の版のものですので、新しい承認リンクで承認を受けるか、「機関の決裁」を空けて保存してから、もう一度操作してください。`,
  changedSinceSeen:
    'ご覧になった後で文か添付ファイルが変わりましたので、開き直して確かめてから、承認リンクを作ってください。',
  person: '個人の名前かメールアドレスのようですので、部署か職の名前だけを書いてください。',
  gone: 'このリンクは使えなくなりました。何も承認されていません。',
  /** Who returns a text is asked for no name, and signs as no office. */
  someoneInside: '学内の承認者',
} as const;
