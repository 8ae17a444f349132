import { referencesIn } from '../../schema/references.ts';
import { type CsvTable, readCsvTable } from '../../source/csv-table.ts';
import type { CsvTableMistake } from '../catalogue/file-problems.ts';
import type { Reading } from '../entry-reading.ts';
import { type FieldProblem, problemOf } from '../problem.ts';
import { decodeUtf8 } from '../read-entry.ts';
import { filesBesideEntry, type Rule } from '../world.ts';

/** Far more than a chart can show. */
const mostChartBytes = 1_000_000;

/** CSV files from which a chart is drawn, and which have not the form that it needs. */
export const chartData: Rule = (world) => {
  const problems: FieldProblem[] = [];
  for (const reading of world.readings) {
    const beside = filesBesideEntry(world, reading.place);
    for (const name of chartFiles(reading)) {
      const file = beside.get(name.normalize('NFC'));
      if (file?.kind !== 'file' || file.size > world.maxFileBytes) continue;
      if (file.size > mostChartBytes) {
        const detail = { bytes: file.size, most: mostChartBytes };
        problems.push(problemOf('file-too-large', file.path, 1, detail));
        continue;
      }
      const text = decodeUtf8(file.bytes());
      if (text === null || text.trim() === '') continue;
      for (const { line, mistake, value } of tableMistakes(text)) {
        problems.push(problemOf('csv-table', file.path, line, { mistake, value }));
      }
    }
  }
  return problems;
};

const chartFiles = ({ entry, source }: Reading): Set<string> => {
  const inBody = source.mentions.files.filter(({ component }) => component === 'Chart');
  const inFields = entry
    ? referencesIn(entry.collection, entry.data).filter(({ path }) => path[0] === 'figures')
    : [];
  return new Set([...inBody.map(({ name }) => name), ...inFields.map(({ value }) => value)]);
};

type TableMistake = { line: number; mistake: CsvTableMistake; value: string };

const isNumber = (cell: string): boolean => /^-?\d+(?:\.\d+)?$/.test(cell);

const tableMistakes = (text: string): TableMistake[] => {
  const table = readCsvTable(text);
  if ('mistake' in table) return [{ line: table.line, mistake: 'quote', value: '' }];
  const { head, rows } = table;
  if (rows.length === 0) return [{ line: 1, mistake: 'rows', value: '' }];
  if (head.length < 2) return [{ line: 1, mistake: 'columns', value: '' }];
  const second = head[1] ?? '';
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
