import { cellRange, columnName } from '../excel/cell-address.ts';
import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

/** A table of a sheet, as formulas know it, with what it says of its columns. */
export type SheetTable = {
  /** `table1[人数]` and its kin, in small letters, each with the cells that it means. */
  names: ReadonlyMap<string, string>;
  /** Words of the table that also stand in its cells, where they are what they should be. */
  words: readonly string[];
};

/** More than any chart has series. */
const mostColumns = 1000;

/** The tables of a sheet: since 2007 the data of a chart are one (ECMA-376 part 1, 18.5.1.2). */
export const tablesOfSheet = (
  workbookPackage: OfficePackage,
  path: string,
  sheetName: string,
): SheetTable[] =>
  [...relationshipsOf(workbookPackage, path).values()].flatMap(({ type, target, external }) => {
    const table = type === 'table' && !external ? workbookPackage.xml(target) : null;
    return table ? [tableOf(table, sheetName)] : [];
  });

const tableOf = (table: XmlElement, sheetName: string): SheetTable => {
  const { ref = '', displayName, name, headerRowCount, totalsRowCount, comment } = table.attributes;
  const columns = childrenOf(childOf(table, 'x:tableColumns'), 'x:tableColumn').slice(
    0,
    mostColumns,
  );
  const heads = columns.map(({ attributes }) => attributes['name'] ?? '');
  const labels = columns.map(({ attributes }) => attributes['totalsRowLabel'] ?? '');
  const range = cellRange(ref);
  const names = new Map<string, string>();
  const quoted = `'${sheetName.replaceAll("'", "''")}'`;
  if (range) {
    const top = range.first.row;
    const from = top + Number(headerRowCount ?? 1);
    const to = range.last.row - Number(totalsRowCount ?? 0);
    for (const [at, head] of heads.entries()) {
      const letter = columnName(range.first.column + at);
      const own = `${displayName ?? name ?? ''}[`.toLowerCase();
      const column = head.toLowerCase();
      names.set(`${own}${column}]`, `${quoted}!${letter}${from}:${letter}${to}`);
      names.set(`${own}[#headers],[${column}]]`, `${quoted}!${letter}${top}`);
      names.set(
        `${own}[#all],[${column}]]`,
        `${quoted}!${letter}${top}:${letter}${range.last.row}`,
      );
    }
  }
  return {
    names,
    words: [...heads, ...labels, comment ?? ''].filter((word) => word.trim() !== ''),
  };
};

/** What the head of a column is called that says what is in it, and nothing of anybody (Office's own among them). */
const generalWords =
  `X値 Y値 X軸 Y軸 X-Values? Y-Values? X Y Values? Sizes? サイズ バブル 大きさ 値 列 系列 分類 項目 区分 種別 種類
  分野 カテゴリー? グループ 名称 名前 名 年度 年次 年 月 日 日付 時期 期間 期 四半期 回 回数 回答 設問 質問 選択肢 番号 順位 順
  国 地域 都道府県 市町村 大学 短大 高専 学部 学科 研究科 専攻 学年 部局 部署 部門 課 室 機関 法人 設置者 設置 組織 施設 規模 国公私
  性別 年齢 年代 職種 職位 職名 身分 所属 件数 人数 数 個数 割合 比率 率 合計 総数 計 平均 金額 額 単位 内訳 対象 別 の ・ / と
  Column Series Category Categories Groups? Items? Types? Labels? Names? Year Years Month Months Quarter Date Day Week Period
  Country State City Region Prefecture University Department Faculty Question Answer Rank No\\. No Number Count Total Percent % of`
    .split(/\s+/)
    .join('|');
const words = `(?:${generalWords}|[ _]|(?<!\\d)\\d{1,4}(?!\\d))+`;
const units = '(?:単位:?)?(?:%|人|件|円|千円|万円|百万円|億円|校|機関|回|社|台|点)';
const general = new RegExp(`^${words}(?:\\((?:${units}|${words})\\))?$`, 'iu');

/** Whether the text of a cell only says what stands in its column: the head over the categories, which no chart shows. */
export const isGeneralHead = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim();
  return plain.length <= 20 && /\p{L}/u.test(plain) && general.test(plain);
};
