import type { YAMLError } from 'yaml';
import type { SourceProblem, YamlMistake } from './source-problem.ts';

/** Deep enough for every schema (a session's material is at 5), shallow enough for any walker. */
export const mostYamlDepth = 20;

/**
 * Tells what slip made YAML unreadable, in terms of what its author did.
 * @param error the parser's first error
 * @param lineAt the line of the file for an offset in the text
 */
export const problemOfError = (
  error: YAMLError,
  text: string,
  lineAt: (offset: number) => number,
): SourceProblem => {
  const [offset, end] = error.pos;
  const line = lineAt(offset);
  switch (error.code) {
    case 'RESOURCE_EXHAUSTION':
      return { code: 'yaml-too-deep', line, detail: { most: mostYamlDepth } };
    case 'MULTIPLE_DOCS':
      return { code: 'yaml-document', line, detail: {} };
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return { code: 'yaml-tag', line, detail: { tag: text.slice(offset, end) } };
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return { code: 'yaml-alias', line, detail: { text: lineText(text, offset) } };
    default: {
      const atEnd = text.slice(offset).trim() === '' || /^Flow/.test(error.message);
      const slip = slipIn(text, atEnd) ?? {
        mistake: mistakeOf(error, lineText(text, offset)),
        offset,
      };
      return syntaxProblem(slip, text, lineAt);
    }
  }
};

type Slip = { mistake: YamlMistake; offset: number };

/** The problem of a slip, with the line on which it is. */
export const syntaxProblem = (
  { mistake, offset }: Slip,
  text: string,
  lineAt: (offset: number) => number,
): SourceProblem => ({
  code: 'yaml-syntax',
  line: lineAt(offset),
  detail: { mistake, text: lineText(text, offset) },
});

const fullWidthColon = /^[ \t]*(?:- )?[\w-]+：/;

/**
 * Finds a slip that the parser itself does not name, going once through the text.
 * @param failedAtEnd whether the parser went on to the end, looking for what closes a quote or bracket
 */
export const slipIn = (text: string, failedAtEnd: boolean): Slip | null => {
  let quote: Slip | null = null;
  let bracket: Slip | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    if (fullWidthColon.test(line)) return { mistake: 'full-width-colon', offset };
    if (failedAtEnd) {
      const open = openEndOf(line);
      if (open) {
        const slip = { mistake: open.mistake, offset: offset + open.at };
        if (open.mistake === 'quote') quote ??= slip;
        else bracket ??= slip;
      }
    }
    offset += line.length + 1;
  }
  return quote ?? bracket;
};

/**
 * The value of a line that begins with a quote or bracket and does not end on it: after that the parser goes on, and fails
 * only where the text ends.
 */
const openEndOf = (line: string): { mistake: 'quote' | 'bracket'; at: number } | null => {
  if (line.trimStart().startsWith('#')) return null;
  const { at, opening } = valueStart(line);
  const closing = closings[opening];
  if (closing === undefined) return null;
  for (let end = at + 1; end < line.length; end += 1) {
    if (opening === '"' && line[end] === '\\') end += 1;
    else if (line[end] === closing) return null;
  }
  return { mistake: opening === '[' || opening === '{' ? 'bracket' : 'quote', at };
};

const closings: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** Where the first value of a line begins, behind its key or the sign of its list, and with which character. */
const valueStart = (line: string): { at: number; opening: string } => {
  const afterKey = line.indexOf(': ');
  const afterSign = line.indexOf('- ');
  const starts = [afterKey, afterSign].filter((start) => start !== -1);
  let at = starts.length === 0 ? line.length : Math.min(...starts) + 2;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  // A list of keys: `- title: "x`.
  if (at <= afterKey && closings[line[at] ?? ''] === undefined) at = afterKey + 2;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return { at, opening: line[at] ?? '' };
};

const mistakeOf = (error: YAMLError, line: string): YamlMistake => {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'BAD_SCALAR_START':
      return 'reserved-start';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'colon-in-value';
    case 'BAD_INDENT':
      return 'indent';
    case 'MISSING_CHAR':
      return 'missing-colon';
    default:
      return /["']/.test(line) ? 'quote' : 'other';
  }
};

/** The line around an offset, cut to what a message can show. */
export const lineText = (text: string, offset: number): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? undefined : end).trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
