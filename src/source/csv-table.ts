/** A table read from CSV: its head, and one list of cells for each other line. */
export type CsvTable = { head: string[]; rows: { cells: string[]; line: number }[] };

/** Where a text stops being CSV. */
export type CsvMistake = { line: number; mistake: 'unclosed-quote' | 'stray-quote' };

/**
 * Reads CSV as RFC 4180 has it: commas, double quotes, a quote in a quoted cell written twice. Empty lines are
 * left out; a byte order mark, which Excel writes, is put up with.
 * @returns the table, or where it cannot be read
 */
export const readCsvTable = (text: string): CsvTable | CsvMistake => {
  const rest = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows: CsvTable['rows'] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  while (cell.lastIndex < rest.length || cells.length > 0) {
    const from = cell.lastIndex;
    const found = cell.exec(rest);
    if (!found) {
      return { line, mistake: rest[from] === '"' ? 'unclosed-quote' : 'stray-quote' };
    }
    const [whole, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end !== ',') {
      if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: rowLine });
      cells = [];
      rowLine = line;
    }
  }
  return { head: rows[0]?.cells ?? [], rows: rows.slice(1) };
};
