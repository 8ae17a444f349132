/** Words around the page of a draft: the preview and the version that circulates for approval. */
export const draftWords = {
  /** By how it stands to what readers see. */
  signs: { new: '投稿案（未公開）', changed: '投稿案（未公開）', published: '公開中' },
  withdrawnSign: '掲載停止中',
  previews: {
    new: '公開前の投稿案を、公開したときのページの形で表示しています。',
    changed: '公開中の記事を直したものを、公開したときのページの形で表示しています。',
    published: '公開中の内容のままです。直すと、公開したときのページの形がここに出ます。',
  },
  version: (version: number) => `第${version}版`,
  undecided: '（未入力）',
  withdrawnAlready: '掲載を止めているので、読む人には表示されません。',
  withdrawn: '掲載停止が選ばれているので、公開してもページは表示されません。',
  errors: (count: number) => `直すところ（${count}件）`,
  errorsNote: '下書きは保存できますが、確認を依頼する前に直してください。',
  warnings: (count: number) => `確かめてほしいところ（${count}件）`,
  help: '直し方',
  withheld: 'この投稿案はまだ表示できません',
  withheldNote: '次のところを直すと、公開したときのページの形で表示します。',
} as const;

/** Words of the version that circulates inside an institution for approval. */
export const approvalWords = {
  title: '決裁用の版',
  how: 'ブラウザーの印刷から、A4の紙に印刷するか、「PDFに保存」を選んで保存できます。',
  unfinished: (count: number) =>
    `直すところが${count}件残っています。確認を依頼する前に直すので、内容が変わることがあります。`,
  date: '作成日',
  version: '版',
  institution: '機関',
  address: '公開時のアドレス',
  audience: '公開範囲',
  attachments: '添付ファイル',
  noAttachments: 'なし',
  rights: (rights: string) => `利用条件：${rights}`,
  noRights: '利用条件：記載なし',
  approval: '決裁欄',
  approvalNote: '部署名と年月日を記入します。個人名は記入しません。',
  office: '部署',
  day: '年月日',
  result: '掲載の可否',
  choices: '可 ・ 否 ・ 修正のうえ可',
  blankDay: '　　　　年　　　月　　　日',
  page: 'これより下は、公開したときのページです。',
} as const;
