import type { SourceProblemCode, SourceProblemDetails } from '../source/source-problem.ts';
import type { DataPath } from '../source/yaml-data.ts';
import { attachmentProblems } from './catalogue/attachment-problems.ts';
import { bodyProblems } from './catalogue/body-problems.ts';
import { fieldProblems } from './catalogue/field-problems.ts';
import { fileProblems } from './catalogue/file-problems.ts';
import type { ProblemKind } from './catalogue/problem-kind.ts';
import { referenceProblems } from './catalogue/reference-problems.ts';
import { textProblems } from './catalogue/text-problems.ts';

/** Every kind of problem that content can have. The list is closed: each has its help at /help/problems/#code. */
export const problemCatalogue = {
  ...fileProblems,
  ...attachmentProblems,
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

/** A problem that knows where in the editor's form it is mended. */
export type FieldProblem = Problem & {
  /** The dotted path of a field (`sources.0.url`), or `body` for the text; absent for a file as a whole. */
  field?: string;
  /** What the form says in place of the message. */
  atForm?: string;
  /** The name of a file that is not beside the entry. */
  missingFile?: string;
};

/** What the text of an entry is called among its fields. */
export const bodyField = 'body';

/** Makes a problem of a file, with its words from the catalogue. */
export const problemOf = <Code extends ProblemCode>(
  code: Code,
  path: string,
  line: number,
  detail: ProblemDetail<Code>,
  field?: string,
): FieldProblem => {
  const kind: ProblemKind<ProblemDetail<Code>> = problemCatalogue[code] as never;
  const message = kind.message(detail);
  return {
    code,
    severity: kind.severity,
    path,
    line,
    message,
    ...(field === undefined ? {} : { field }),
    ...(kind.atForm ? { atForm: kind.atForm(detail) } : {}),
  };
};

/** Makes a problem of one field of an entry, on the line where the field is. */
export const problemAt = <Code extends ProblemCode>(
  code: Code,
  { path, lineOf }: { path: string; lineOf(path: DataPath): number },
  field: DataPath,
  detail: ProblemDetail<Code>,
): FieldProblem => problemOf(code, path, lineOf(field), detail, field.join('.'));

/** Whether content with this problem may not be stored at all, not even in a draft. */
export const isUnsafe = ({ code }: Pick<Problem, 'code'>): boolean => {
  const { unsafe }: { unsafe?: true } = problemCatalogue[code];
  return unsafe === true;
};

/** Whether a problem is inside a document (src/attachments), which whoever reads it would get as well. */
export const isInAttachment = (code: ProblemCode): boolean =>
  Object.hasOwn(attachmentProblems, code);

/** A file with more problems than these has one cause, or is no text. */
const mostProblemsOfFile = 100;

/**
 * Problems in the order in which a person goes through files, no more of one file than a person can mend at once. What
 * is unsafe is left out last, so that it cannot hide behind a hundred slips.
 */
export const readableProblems = (problems: readonly FieldProblem[]): FieldProblem[] => {
  const ofFiles = Map.groupBy([...problems].sort(byPlace), ({ path }) => path);
  return [...ofFiles.values()].flatMap((ofFile) => {
    if (ofFile.length <= mostProblemsOfFile) return ofFile;
    const byGravity = ofFile.toSorted((a, b) => Number(isUnsafe(b)) - Number(isUnsafe(a)));
    const [first, ...rest] = byGravity.slice(mostProblemsOfFile).sort(byPlace);
    if (!first) return ofFile;
    const more = problemOf('more-problems', first.path, first.line, { count: rest.length + 1 });
    return [...byGravity.slice(0, mostProblemsOfFile).sort(byPlace), more];
  });
};

const byPlace = (a: Problem, b: Problem): number => {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || (a.code < b.code ? -1 : Number(a.code > b.code));
};

/**
 * A problem's sentence for somebody at a form: 「次の見直し」（reviewBy）が… without the key that only the file shows
 * (schema-field.ts puts it there). Nothing else in brackets is touched: it may be what the person wrote.
 */
export const sentenceAtForm = ({
  message,
  field,
  atForm = message,
}: {
  message: string;
  field?: string | undefined;
  atForm?: string | undefined;
}): string => {
  const keys = (field ?? '').split('.').filter((step) => !/^\d+$/.test(step));
  return atForm.replace(`（${keys.join('.')}）`, '').replace(keysOfFields, '$1');
};

/** The keys of fields behind their labels: 「テーマ」（themes）. A word in brackets of its own is the author's. */
const keysOfFields = /(」|件目)（[a-z][\w.]*）/gi;
