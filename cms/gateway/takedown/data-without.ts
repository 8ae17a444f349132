import { csvFormatRows, csvParseRows } from 'd3-dsv';
import type { Traces } from './traces.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A file of JSON without the items of its lists that name something that is gone. @throws SyntaxError where it is none */
export const jsonWithout = (text: string, traces: Traces): string => {
  const indentation = /^[[{]\n( +)/.exec(text)?.[1]?.length ?? 0;
  return JSON.stringify(pruned(JSON.parse(text) as Json, traces), null, indentation);
};

/** Every word in a piece of JSON, a line each. */
export const saidInJson = (text: string): string => {
  const said: string[] = [];
  JSON.parse(text, (key, value) => {
    said.push(key);
    if (typeof value === 'string') said.push(value);
    return value;
  });
  return said.join('\n');
};

/** A piece of JSON without those items. */
export const pruned = (value: Json, traces: Traces): Json => {
  if (Array.isArray(value)) {
    return value.flatMap((item) => (isAbout(item, traces) ? [] : [pruned(item, traces)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, pruned(inner, traces)]),
  );
};

/** Whether an item itself names what is gone, beside what the lists in it do. */
const isAbout = (item: Json, traces: Traces): boolean => {
  if (typeof item === 'string') return traces.in(item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  return Object.values(item).some((inner) => isAbout(inner, traces));
};

/**
 * A table of ours without the rows of what is gone, and without the values between `;` that name it (src/catalog/csv.ts).
 */
export const csvWithout = (text: string, traces: Traces): string => {
  const [head = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const kept = rows
    .filter(([address = '']) => !traces.in(address))
    .map((row) =>
      row.map((cell) =>
        traces.in(cell)
          ? cell
              .split(';')
              .filter((part) => !traces.in(part))
              .join(';')
          : cell,
      ),
    );
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = csvFormatRows([head, ...kept]).replaceAll('\n', lineEnd);
  return `${text.startsWith('\uFEFF') ? '\uFEFF' : ''}${written}${text.endsWith(lineEnd) ? lineEnd : ''}`;
};

/** What the cells of a table say, without the signs of the format. */
export const saidInCsv = (text: string): string => csvParseRows(text).flat().join('\n');

/** A calendar without the events that name something that is gone (RFC 5545). */
export const calendarWithout = (text: string, traces: Traces): string =>
  text.replace(/BEGIN:VEVENT\r?\n[\s\S]*?END:VEVENT\r?\n?/g, (event) =>
    traces.in(saidInCalendar(event)) ? '' : event,
  );

/** What a calendar says, its lines unfolded and its signs unescaped. */
export const saidInCalendar = (text: string): string =>
  text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\([\\;,])/g, '$1')
    .replace(/\\[nN]/g, '\n');
