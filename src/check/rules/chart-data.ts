import { referencesIn } from '../../schema/references.ts';
import { forbiddenCharacter } from '../../source/allowed-characters.ts';
import type { ContentFile } from '../../source/content-files.ts';
import { type CsvTable, readCsvTable } from '../../source/csv-table.ts';
import type { CsvTableMistake } from '../catalogue/file-problems.ts';
import type { Reading } from '../entry-reading.ts';
import { bodyField, type FieldProblem, problemOf } from '../problem.ts';
import { decodeUtf8 } from '../read-entry.ts';
import { filesBesideEntry, type Rule, type World } from '../world.ts';

/** Far more than a chart can show. */
const mostChartBytes = 1_000_000;
/** Each is drawn, with its label, and stands in a table below, which takes 0.1 ms; a chart as such takes 2 ms. */
const mostChartRows = 100;
const mostCharts = 20;
const mostDigits = 15;

/** CSV files from which a chart is drawn, and which have not the form that it needs; more charts than a page can hold. */
export const chartData: Rule = (world) =>
  world.readings.flatMap((reading) => {
    const charts = chartsOf(reading);
    const beside = filesBesideEntry(world, reading.place);
    const files = new Set(charts.flatMap(({ name }) => beside.get(name.normalize('NFC')) ?? []));
    return [
      ...tooManyCharts(reading, charts),
      ...[...files].flatMap((file) => fileProblems(file, world)),
    ];
  });

type Chart = { name: string; line: number; field: string };

const chartsOf = ({ entry, source }: Reading): Chart[] => {
  const inFields = entry
    ? referencesIn(entry.collection, entry.data)
        .filter(({ path }) => path[0] === 'figures')
        .map(({ path, value }) => ({
          name: value,
          line: source.lineOf(path),
          field: path.join('.'),
        }))
    : [];
  const inBody = source.mentions.files
    .filter(({ component }) => component === 'Chart')
    .map(({ name, line }) => ({ name, line, field: bodyField }));
  return [...inFields, ...inBody];
};

function* tooManyCharts({ place: { path } }: Reading, charts: Chart[]): Iterable<FieldProblem> {
  const first = charts[mostCharts];
  if (!first) return;
  const detail = { what: 'charts', most: mostCharts } as const;
  yield problemOf('body-too-large', path, first.line, detail, first.field);
}

const fileProblems = (file: ContentFile, { maxFileBytes }: World): FieldProblem[] => {
  const { kind, path, size } = file;
  if (kind !== 'file' || size === 0 || size > maxFileBytes) return [];
  if (size > mostChartBytes) {
    return [problemOf('file-too-large', path, 1, { bytes: size, most: mostChartBytes })];
  }
  const text = decodeUtf8(file.bytes());
  // That it is no text is told of the file as such.
  if (text === null || text.includes('\0')) return [];
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const unreadable = forbiddenCharacter(lines);
  if (unreadable) {
    const line = lines.slice(0, unreadable.offset).split('\n').length;
    return [problemOf('text-unreadable', path, line, { character: unreadable.name })];
  }
  return tableMistakes(lines).map(({ line, mistake, value }) =>
    problemOf('csv-table', path, line, { mistake, value }),
  );
};

type TableMistake = { line: number; mistake: CsvTableMistake; value: string };

/** No longer than what a number holds without loss. */
const isNumber = (cell: string): boolean =>
  cell.length <= mostDigits && /^-?\d+(?:\.\d+)?$/.test(cell);

const tableMistakes = (text: string): TableMistake[] => {
  const table = readCsvTable(text);
  if ('mistake' in table) return [{ line: table.line, mistake: 'quote', value: '' }];
  const { head, rows } = table;
  if (rows.length === 0) return [{ line: 1, mistake: 'rows', value: '' }];
  if (head.length < 2) return [{ line: 1, mistake: 'columns', value: '' }];
  const second = head[1] ?? '';
  if (rows.length > mostChartRows) {
    return [
      { line: rows[mostChartRows]?.line ?? 1, mistake: 'many-rows', value: `${mostChartRows}` },
    ];
  }
  const headMistake: TableMistake[] =
    isNumber(second) || second === '' ? [{ line: 1, mistake: 'head', value: second }] : [];
  return [...headMistake, ...rows.flatMap((row) => rowMistake(row, head.length) ?? [])];
};

const rowMistake = (
  { cells, line }: CsvTable['rows'][number],
  width: number,
): TableMistake | null => {
  if (cells.length !== width) {
    return { line, mistake: 'width', value: `見出しは${width}列、この行は${cells.length}列` };
  }
  const value = cells[1] ?? '';
  return isNumber(value) ? null : { line, mistake: 'number', value };
};
