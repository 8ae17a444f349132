import { csvFormatRows } from 'd3-dsv';

/** A value of a data file. Lists and records keep their shape in JSON and are flattened in CSV. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A list's values stand between 「;」; what lies deeper is joined by spaces. */
function flat(value: Value, deeper: boolean): string {
  if (value === null) return '';
  if (isList(value)) {
    return value
      .map((one) => flat(one, true))
      .filter(Boolean)
      .join(deeper ? ' ' : ';');
  }
  if (typeof value === 'object') {
    return Object.values(value)
      .map((one) => flat(one, true))
      .filter(Boolean)
      .join(' ');
  }
  return String(value);
}

/**
 * A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP, CSV injection).
 * Japanese Excel takes the full-width signs for the others.
 */
const inert = (cell: string): string => (/^[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell);

/** Excel takes a CSV for UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/** Records as CSV that Excel opens: a line of names, then a line for each record. */
export function csvText(
  names: readonly string[],
  records: readonly Readonly<Record<string, Value>>[],
): string {
  const rows = records.map((record) =>
    names.map((name) => inert(flat(record[name] ?? null, false))),
  );
  return `${byteOrderMark}${csvFormatRows([[...names], ...rows])}\n`;
}
