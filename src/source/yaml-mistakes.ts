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

const fullWidthColon = /^[ \t]*(?:- )?[\w-]+：/m;
/** Slips after which the parser goes on, and fails only where the text ends: found where they are. */
const openEnds: readonly [YamlMistake, RegExp][] = [
  ['quote', /(?:: |- )[ \t]*(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*)$/m],
  ['bracket', /: [ \t]*(?:\[[^\]\n]*|\{[^}\n]*)$/m],
];

/**
 * Finds a slip that the parser itself does not name.
 * @param failedAtEnd whether the parser went on to the end, looking for what closes a quote or bracket
 */
export const slipIn = (text: string, failedAtEnd: boolean): Slip | null => {
  const colon = fullWidthColon.exec(text);
  if (colon) return { mistake: 'full-width-colon', offset: colon.index };
  for (const [mistake, pattern] of failedAtEnd ? openEnds : []) {
    const found = pattern.exec(text);
    if (found) return { mistake, offset: found.index };
  }
  return null;
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
