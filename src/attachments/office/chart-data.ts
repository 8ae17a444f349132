import { type CellRange, cellRange } from './excel/cell-address.ts';
import { readSheet } from './excel/sheet.ts';
import { openWorkbook } from './excel/workbook.ts';
import { type OfficePackage, openPackage, UnreadablePackage } from './open-package.ts';
import { descendantsOf } from './xml-tree.ts';

/**
 * Whether a workbook is embedded only as the numbers of the chart that shows them. A chart that was pasted from Excel
 * brings the whole workbook with it.
 * @param chartPath the part that points to the workbook
 */
export const isChartData = (
  officePackage: OfficePackage,
  chartPath: string,
  workbookPath: string,
): boolean => {
  if (!/(?:^|\/)charts\/[^/]+\.xml$/i.test(chartPath)) return false;
  const bytes = officePackage.part(workbookPath);
  const chart = officePackage.xml(chartPath);
  if (!bytes || !chart) return false;
  const shown = [...descendantsOf(chart)]
    .filter(({ name }) => name === 'c:f')
    .flatMap(({ children }) => rangesIn(children.join('')));
  try {
    return holdsOnly(shown, openPackage(bytes));
  } catch (error) {
    if (error instanceof UnreadablePackage) return false;
    throw error;
  }
};

/** What a workbook that is only numbers for a chart has no use for. */
const more =
  /comments|persons?\/|externalLinks|pivot|embeddings|media\/|drawings|connections\.xml|model\/|activeX|queryTables/i;

const holdsOnly = (shown: readonly CellRange[], workbookPackage: OfficePackage): boolean => {
  const { kind, hasMacros, names } = workbookPackage;
  if (kind !== 'excel' || hasMacros || names.some((name) => more.test(name))) return false;
  const { sheets, context } = openWorkbook(workbookPackage);
  const [sheet, ...others] = sheets;
  const isOneSheet =
    sheet?.kind === 'worksheet' &&
    others.length === 0 &&
    names.filter((name) => /(?:^|\/)(?:work|chart)sheets\/[^/]+\.xml$/i.test(name)).length === 1;
  if (!isOneSheet) return false;
  const { used } = readSheet(workbookPackage.text(sheet.path) ?? '', context);
  if (!used) return true;
  const rows = shown.flatMap(({ first, last }) => [first.row, last.row]);
  const columns = shown.flatMap(({ first, last }) => [first.column, last.column]);
  return (
    Math.max(...rows) >= used.last.row &&
    Math.min(...rows) <= used.first.row &&
    Math.max(...columns) >= used.last.column &&
    Math.min(...columns) <= used.first.column
  );
};

/** The cells that a formula of a chart names: `Sheet1!$B$2:$B$5`, or some of them in brackets. */
const rangesIn = (formula: string): CellRange[] =>
  formula
    .replace(/[()]/g, '')
    .split(',')
    .flatMap((reference) => cellRange(reference.slice(reference.lastIndexOf('!') + 1)) ?? []);
