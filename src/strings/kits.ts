/** Words of the work kits: forms of the editors' own making. */
export const kitWords = {
  title: '様式例',
  lead: '依頼文、確認シート、審査記録、台帳など、置き換えて使えるWordとExcelのファイルです。説明会のためのスライド（PDF）もあります。公開されている取組をもとに、編集部が作りました。',
  fileCount: (count: number) => `ファイル${count}点`,
  /** Where a file of a kit begins to tell of itself. */
  about: 'この様式例について',
  own: '編集部作成。特定の機関の様式ではありません。',
  asOf: (day: string) => `${day}時点`,
  asOfLabel: '内容の時点',
  updated: '更新日',
  files: 'ファイル',
  choices: '機関によって違うところ',
  choicesNote:
    'ファイルの【　】に何を入れるかを決めるための表です。各機関の記事に書かれていることだけを、根拠の記事とともに並べました。出典の時点のもので、いまは変わっていることがあります。',
  institution: '機関',
  choice: '定めと根拠の記事',
  unknown: '掲載なし（未調査）',
  allChoices: 'ほかの様式例の定めも、機関ごとの表で見る',
  noInstitution: '国・団体など',
  past: (name: string) => `${name}（当時）`,
  drawnFrom: 'もとにした記事',
  scenes: '使う場面',
  disclaimer:
    '編集部が作成した様式例であり、特定の機関の様式でも、法的助言でもありません。自機関の規程に合わせて直してください。許可の要否は自機関の担当部署と経済産業省に確認してください。',
} as const;
