import type { SourceProblemCode, SourceProblemDetails } from '../source/source-problem.ts';
import { bodyProblems } from './catalogue/body-problems.ts';
import { fieldProblems } from './catalogue/field-problems.ts';
import { fileProblems } from './catalogue/file-problems.ts';
import type { ProblemKind } from './catalogue/problem-kind.ts';
import { referenceProblems } from './catalogue/reference-problems.ts';
import { textProblems } from './catalogue/text-problems.ts';

/** Every kind of problem that content can have. The list is closed: each has its help at /help/problems/#code. */
export const problemCatalogue = {
  ...fileProblems,
  ...textProblems,
  ...bodyProblems,
  ...fieldProblems,
  ...referenceProblems,
} as const satisfies Record<string, ProblemKind<never>> & {
  // What src/source can find must have its words here.
  [Code in SourceProblemCode]: ProblemKind<SourceProblemDetails[Code]>;
};

export type ProblemCode = keyof typeof problemCatalogue;
export type ProblemDetail<Code extends ProblemCode> = Parameters<
  (typeof problemCatalogue)[Code]['message']
>[0];

export type Problem = {
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** Relative to the content folder. */
  path: string;
  line: number;
  message: string;
};

/** Makes a problem of a file, with its words from the catalogue. */
export const problemOf = <Code extends ProblemCode>(
  code: Code,
  path: string,
  line: number,
  detail: ProblemDetail<Code>,
): Problem => {
  const kind: ProblemKind<ProblemDetail<Code>> = problemCatalogue[code] as never;
  return { code, severity: kind.severity, path, line, message: kind.message(detail) };
};

/** A file with more problems than these has one cause, or is no text. */
const mostProblemsOfFile = 100;

/** Problems in the order in which a person goes through files, no more of one file than a person can mend at once. */
export const readableProblems = (problems: readonly Problem[]): Problem[] => {
  const ofFiles = Map.groupBy([...problems].sort(byPlace), ({ path }) => path);
  return [...ofFiles.values()].flatMap((ofFile) => {
    const rest = ofFile.slice(mostProblemsOfFile);
    if (!rest[0]) return ofFile;
    const { path, line } = rest[0];
    const more = problemOf('more-problems', path, line, { count: rest.length });
    return [...ofFile.slice(0, mostProblemsOfFile), more];
  });
};

const byPlace = (a: Problem, b: Problem): number => {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || (a.code < b.code ? -1 : Number(a.code > b.code));
};
