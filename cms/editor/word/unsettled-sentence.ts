import type { FindingKind } from '../../../src/attachments/reading.ts';

/** What a person left in a document that its readers are not meant to read. */
export type UnsettledKind = Extract<
  FindingKind,
  | 'tracked-changes'
  | 'comments'
  | 'hidden-text'
  | 'hidden-slides'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'hidden-sheets'
  | 'covered-content'
>;

/** Whether a finding stops the import. Others are about the file, of which nothing but words and pictures is taken. */
export const isUnsettled = (kind: FindingKind): kind is UnsettledKind => kind in unsettledWords;

/** The program of a document. */
export type Program = 'word' | 'powerpoint' | 'excel';

const inspector = '［ファイル］→［情報］→［問題のチェック］→［ドキュメント検査］';
const unsettledWords: Record<
  UnsettledKind,
  { what: string; mend: string } & Partial<Record<Program, string>>
> = {
  'tracked-changes': {
    what: '変更履歴',
    mend: 'ブックの共有をやめて、変更履歴を消してください',
    word: 'Wordの［校閲］タブの［承諾］または［元に戻す］で、すべての変更を確定してください',
  },
  comments: {
    what: 'コメント',
    mend: '［校閲］タブの［削除］で、すべてのコメントとメモを消してください',
    word: 'Wordの［校閲］タブの［削除］→［ドキュメント内のすべてのコメントを削除］を選んでください',
  },
  'hidden-text': {
    what: '隠れた文字',
    mend: `${inspector}で見つけ、見えるようにするか消してください`,
    word: 'Wordの［ホーム］タブの［編集記号の表示］で隠し文字を表示し、消すか、［フォント］の［隠し文字］を外してください。白い文字や1ポイント以下の文字は、見える色と大きさに直すか消してください',
  },
  'hidden-slides': {
    what: '非表示のスライド',
    mend: 'PowerPointで削除するか、［スライド ショー］タブの［非表示スライドに設定］を外してください',
  },
  'hidden-rows': {
    what: '隠した行',
    mend: 'Excelで再表示して中身を確かめ、見せない行を削除してください',
  },
  'hidden-columns': {
    what: '隠した列',
    mend: 'Excelで再表示して中身を確かめ、見せない列を削除してください',
  },
  'hidden-sheets': {
    what: '隠したシート',
    mend: 'Excelで再表示して中身を確かめ、見せないシートを削除してください',
  },
  'covered-content': {
    what: '見えないところの文字や図',
    mend: 'ページやスライドの外、ほかの図形や図の下、結合したセルの下にあるものを、見えるところへ出すか消してください。切り抜いた図は、［図の圧縮］で「トリミング部分を削除」してください',
  },
};

/** Places that one message names; more only make it longer. */
const mostPlaces = 3;

/**
 * Says that a document holds what its readers are not meant to see, where that is and how to settle it.
 * @param found the kinds with the places of each, in the order of the text
 */
export const unsettledSentence = (
  found: ReadonlyMap<UnsettledKind, readonly string[]>,
  program: Program,
): string => {
  const whats = [...found].map(([kind, places]) => {
    const shown = [...new Set(places)];
    const others = shown.length > mostPlaces ? `ほか${shown.length - mostPlaces}か所` : '';
    const where = shown.slice(0, mostPlaces).join('、') + others;
    return unsettledWords[kind].what + (where === '' ? '' : `（${where}）`);
  });
  const mends = [...found.keys()].map(
    (kind) => unsettledWords[kind][program] ?? unsettledWords[kind].mend,
  );
  return `この文書には${whats.join('と')}が残っているため、取り込みを止めました。${mends.join('。また、')}。保存してから、もう一度選んでください。`;
};
