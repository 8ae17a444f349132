import { site } from '../../strings/site.ts';

/** Words of the page of the data. */
export const dataWords = {
  title: 'データ',
  lead: 'このポータルの内容を、JSONとCSVで受け取れます。記事の本文は含みません。各件のアドレスから読んでください。',
  licence: '編集部が書いた要約は CC BY 4.0。出典の権利は各発行者',
  licenceNote: '編集部が書いた要約は CC BY 4.0 で利用できます。出典の権利は、各発行者にあります。',
  terms: '利用規約',
  files: 'ファイル',
  dataSet: 'データ',
  held: (count: number, updated: string) => `${count}件${updated ? `、${updated}更新` : ''}`,
  of: (title: string) => `（${title}）`,
  notes: '形式について',
  formatNotes: [
    '文字コードはUTF-8です。CSVは、Excelでそのまま開けるように先頭にBOMを付け、1行目を項目名にしています。',
    'CSVでは、複数の値を「;」でつなぎます。出典のように中に項目を持つ値は、その中身を空白でつなぎます。値を厳密に扱うときは、JSONを使ってください。',
    "CSVでは、「=」「+」「-」「@」などで始まる値の前に「'」を付けます。表計算ソフトが式として実行しないようにするためです。",
    '値がない項目は、JSONではnull、CSVでは空です。出典に書かれていないことは補っていません。',
    '日付は西暦の年-月-日です。出典が年や月までしか示さないときは、そこまでを書きます。「FY2016」は2016年度です。',
    '「掲載なし」は「行っていない」ことを意味しません。件数を機関の評価に使わないでください。',
  ],
  networkNote:
    'ネットワーク限定の内容を含みます。ネットワークの外へ渡すときは、公開版のデータを使ってください。',
  fields: '項目',
  fieldsOf: (title: string) => `${title}の項目`,
  name: '項目名',
  meaning: '内容',
} as const;

/** What a data file says of itself, beside its records. */
export const dataNotice = (network: boolean) => ({
  portal: site.title,
  licence: dataWords.licence,
  note: network ? dataWords.networkNote : null,
});
