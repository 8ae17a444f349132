/** Words of the scenes' pages. */
export const sceneWords = {
  title: '場面',
  lead: '仕事の場面から探せます。各場面の初めに、まず確認することを順に示し、そう述べている取組・規程・用語へつなげています。',
  question: 'よくある問い',
  steps: 'まず確認すること',
  stepsNote: '各項目は、その下に挙げた資料に書かれている範囲で編集部がまとめました。',
  all: (title: string, count: number) => `${title}をすべて見る（${count}件）`,
  thin: 'この場面の取組は、まだ少ししか掲載されていません（未調査の機関が多くあります）。自機関の取組をお知らせください。',
  takePart: '参加のしかた',
  countOf: (title: string, count: number) => `${title}${count}件`,
} as const;
