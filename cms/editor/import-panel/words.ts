/** Words of the panel that takes over a document of Office. */
export const panelWords = {
  title: 'Wordなどから取り込む',
  introduction:
    'Word文書（.docx）、PowerPointのスライド（.pptx）、Excelのシート（.xlsx）の題名、見出し、本文、表、図、脚注を、この記事に入れます。元のファイルは送信も保存もされません。',
  choose: 'ファイルを選ぶ',
  drop: 'ここにファイルを置いても読み取れます。',
  reading: (name: string) => `「${name}」を読み取っています…`,
  done: (name: string) => `「${name}」を読み取りました。内容を確かめてください。`,
  failed:
    '読み取りの途中で予期しないことが起きましたので、ページを再読み込みして選び直し、続くときは事務局にお問い合わせください。',
  sheets: '取り込むシート',
  several: 'ファイルは一つずつ選んでください。',
  taken: '取り込む内容',
  name: '題名',
  noName: '（見つかりませんでした）',
  summary: '要約',
  headings: '見出し',
  noHeadings: '（なし）',
  parts: '表・図・脚注',
  counts: ({
    tables,
    figures,
    footnotes,
  }: {
    tables: number;
    figures: number;
    footnotes: number;
  }) => `表${tables}件、図${figures}件、脚注${footnotes}件`,
  figures: '図の代替テキスト',
  notKept: '確かめていただきたいこと',
  allKept: 'そのまま取り込めます。失われる内容はありません。',
  placement: '今ある本文',
  append: '今ある本文を残し、後ろに追加する',
  replace: '今ある本文を消して、置き換える',
  replaceWarning: '今ある本文は消えます。残したいときは「後ろに追加する」を選んでください。',
  accept: '取り込む',
  cancel: 'やめる',
} as const;
