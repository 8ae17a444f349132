import type { z } from 'zod';
import { contentPath, slug, statedDate } from '../schema/field.ts';
import { readLinkAddress } from '../source/link-address.ts';
import type { DataPath } from '../source/yaml-data.ts';
import { labelledChoices } from './choice-labels.ts';
import { type nearestWord, nearestWords } from './nearest-word.ts';
import { type FieldProblem, type ProblemCode, type ProblemDetail, problemAt } from './problem.ts';
import { keysOf, type SchemaField, schemaField } from './schema-field.ts';

type Fields = {
  path: string;
  schema: z.ZodType;
  data: unknown;
  lineOf(path: DataPath): number;
};
type Issue = z.core.$ZodIssue;

/**
 * Puts what zod found wrong with an entry's fields into words of our own.
 * @returns one problem for each issue, or for each key where an issue names several
 */
export const schemaProblems = (error: z.ZodError, fields: Fields): FieldProblem[] => {
  const nearestOf = nearestWords();
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownKeys(issue, fields, nearestOf)
      : [issueProblem(issue, fields, nearestOf)],
  );
};

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.map((step) => (typeof step === 'number' ? step : String(step)));

const unknownKeys = (
  issue: z.core.$ZodIssueUnrecognizedKeys,
  fields: Fields,
  nearestOf: typeof nearestWord,
): FieldProblem[] => {
  const holderPath = pathOf(issue);
  const holder = schemaField(fields.schema, holderPath);
  const keys = keysOf(holder.schema);
  return issue.keys.map((key) =>
    problemAt('field-unknown', fields, [...holderPath, key], {
      key,
      holder: holderPath.length === 0 ? 'この種類の記事' : holder.name,
      nearest: nearestOf(key, keys),
    }),
  );
};

const issueProblem = (
  issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>,
  fields: Fields,
  nearestOf: typeof nearestWord,
): FieldProblem => {
  const at = pathOf(issue);
  const found = schemaField(fields.schema, at);
  const field = found.name;
  const given = valueAt(fields.data, at);
  const value = shownValue(given);
  const problem = <Code extends ProblemCode>(code: Code, detail: ProblemDetail<Code>) =>
    problemAt(code, fields, at, detail);

  if (given === undefined) return problem('field-missing', { field, hint: found.hint });
  if (given === null) return problem('field-empty', { field });
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? problem('field-number', { field, value, expected: '半角の整数' })
        : problem('field-type', { field, value, ...expectation(issue.expected, given, at) });
    case 'invalid_value': {
      const ids = issue.values.map(String);
      const nearest = nearestOf(value, ids);
      return problem('field-choice', { field, value, choices: labelledChoices(ids), nearest });
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? problem('field-empty', { field })
        : problem('field-number', { field, value, expected: `${leastOf(issue)}以上の整数` });
    case 'too_big':
      return issue.origin === 'string'
        ? problem('field-too-long', { field, length: value.length, most: Number(issue.maximum) })
        : problem('field-number', { field, value, expected: `${issue.maximum}以下の整数` });
    case 'invalid_format':
      if (issue.format === 'date') return problem('field-date', { field, value });
      if (isSameRule(found.schema, statedDate))
        return problem('field-stated-date', { field, value });
      if (issue.format === 'url' && readLinkAddress(value).kind === 'other-scheme')
        return problem('field-link-scheme', { field, value });
      return problem('field-format', { field, value, hint: formatHint(issue.format, found) });
    case 'custom':
      return typeof given === 'object'
        ? problem('field-material', { field })
        : problem('field-file-name', { field, value });
    default:
      return problem('field-format', { field, value, hint: found.hint });
  }
};

const leastOf = (issue: z.core.$ZodIssueTooSmall): number =>
  Number(issue.minimum) + (issue.inclusive ? 0 : 1);

const expectation = (
  expected: string,
  given: unknown,
  path: DataPath,
): { expected: string; example: string } => {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  switch (expected) {
    case 'string':
      return typeof given === 'object'
        ? { expected: '一つの文字の値', example: '' }
        : { expected: '引用符（"）で囲み、文字', example: `${key}: "${given}"` };
    case 'array':
      return { expected: '一覧（行頭に「- 」を付けたもの、または [ ] で囲んだもの）', example: '' };
    case 'boolean':
      return { expected: 'true か false のどちらか', example: `${key}: true` };
    case 'number':
      return { expected: '引用符を付けず、半角の数字', example: '' };
    default:
      return { expected: '字下げした項目のまとまり', example: '' };
  }
};

const formatHint = (format: string, { hint, schema }: SchemaField): string => {
  if (format === 'url') return 'https:// か http:// で始まるアドレスを書いてください。';
  if (format === 'email') return 'office@example.ac.jp のようなメールアドレスを書いてください。';
  if (isSameRule(schema, contentPath)) {
    return '「glossary/名前」や「case-studies/機関/名前」のように、記事や用語の場所を書いてください。';
  }
  if (isSameRule(schema, slug)) return '半角の英小文字、数字、「-」で書いてください。';
  return hint;
};

/** `.meta()` makes a new instance of a schema, which keeps the definition of the one it was made from. */
const isSameRule = (schema: z.ZodType | null, rule: z.ZodType): boolean =>
  schema !== null && schema.def === rule.def;

const valueAt = (data: unknown, path: DataPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );

const shownValue = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
