/** Words of the page that explains every problem of the check. */
export const problemWords = {
  title: '内容の確認で見つかる問題',
  lead: '記事を投稿したときや、サイトを作るときの確認で表示される問題の、意味と直し方です。メッセージに添えられた記号から探せます。',
  index: '記号の一覧',
  neverStored: '。下書きにも保存できません',
  severities: {
    error: '誤り（直すまで公開されません）',
    warning: '注意（公開はされます）',
  },
} as const;
