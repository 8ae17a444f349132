import { site } from '../../strings/site.ts';

/** What the data say of themselves; the rest of their documentation stands in index.mdx. */
export const dataWords = {
  fields: '項目の意味',
  openFields: (count: number) => `${count}項目の説明を開く`,
  field: '項目名',
  meaning: '内容',
  sets: (titles: readonly string[]) => (titles.length === 0 ? 'すべてのデータ' : titles.join('、')),
  licence: '編集部が書いた要約は CC BY 4.0。出典の権利は各発行者',
  networkNote:
    'ネットワーク限定の内容を含みます。ネットワークの外へ渡すときは、公開版のデータを使ってください。',
} as const;

/** What a data file says of itself, beside its records. */
export const dataNotice = (network: boolean) => ({
  portal: site.title,
  licence: dataWords.licence,
  note: network ? dataWords.networkNote : null,
});
