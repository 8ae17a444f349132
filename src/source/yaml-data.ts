import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { forbiddenCharacter } from './allowed-characters.ts';
import type { SourceProblem } from './source-problem.ts';
import { lineText, mostYamlDepth, problemOfError, slipIn, syntaxProblem } from './yaml-mistakes.ts';

/** Where a value is in the data: keys of fields and positions in lists, from the outside in. */
export type DataPath = readonly (string | number)[];

/** What was read in YAML, and where it stands. */
export type YamlData = {
  /** Plain data: maps, lists, texts, numbers, booleans and nulls. Null where there is a problem. */
  data: Record<string, unknown> | null;
  /** The line in the file where a value begins; of its nearest holder, where there is no such value. */
  lineOf(path: DataPath): number;
  problems: SourceProblem[];
};

/** Keys that would reach into every object of the program instead of the data. */
const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads fields written in YAML 1.2 (core schema), narrowed to what a form can hold: no tags, no anchors or
 * aliases (a few lines of them unfold into gigabytes), no key twice. Dates stay the texts they are written as.
 * @param text the YAML alone
 * @param firstLine the line of the file on which it begins
 * @returns the data with every problem; never throws
 */
export const readYamlData = (text: string, firstLine: number): YamlData => {
  const lines = new LineCounter();
  const document = parsedYaml(text, lines);
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const unreadable = (problem: SourceProblem): YamlData => ({
    data: null,
    lineOf: () => firstLine,
    problems: [problem],
  });

  if (!document) {
    return unreadable({ code: 'yaml-too-deep', line: firstLine, detail: { most: mostYamlDepth } });
  }
  const [error] = document.errors;
  if (error) return unreadable(problemOfError(error, text, lineAt));
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit || version === '1.1') {
    return unreadable({ code: 'yaml-document', line: firstLine, detail: {} });
  }
  if (!isMap(document.contents)) {
    const slip = slipIn(text, false);
    return unreadable(
      slip
        ? syntaxProblem(slip, text, lineAt)
        : { code: 'yaml-not-fields', line: firstLine, detail: {} },
    );
  }

  // The parser's own tree is not kept for the lines.
  const start = startOf(document.contents);
  const problems: SourceProblem[] = [];
  const offsets: Offsets = new Map();
  const data = plainValue(document.contents, 1, {
    report: (problem, offset) => {
      problems.push({ ...problem, line: lineAt(offset) } as SourceProblem);
    },
    text,
    offsets,
  });
  return {
    data: problems.length === 0 ? (data as Record<string, unknown>) : null,
    lineOf: (path) => lineAt(offsetOf(data, path, offsets) ?? start),
    problems,
  };
};

/** What the parser makes of a text; null where it has no room left to go further in, which it throws for. */
const parsedYaml = (text: string, lineCounter: LineCounter): Document.Parsed | null => {
  try {
    return parseDocument(text, {
      lineCounter,
      schema: 'core',
      prettyErrors: false,
      // Found below instead: the library compares every key with every other.
      uniqueKeys: false,
      // At 'silent', a second document would not even be an error.
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Where in the text each value of a map or list begins, by the plain map or list that was made of it. */
type Offsets = Map<unknown, Map<string | number, number>>;

type Walk = {
  report(problem: Omit<SourceProblem, 'line'>, offset: number): void;
  text: string;
  offsets: Offsets;
};

const plainValue = (node: unknown, depth: number, walk: Walk): unknown => {
  const offset = startOf(node);
  if (depth > mostYamlDepth) {
    walk.report({ code: 'yaml-too-deep', detail: { most: mostYamlDepth } }, offset);
    return null;
  }
  if (isAlias(node) || (isNode(node) && node.anchor !== undefined)) {
    walk.report({ code: 'yaml-alias', detail: { text: lineText(walk.text, offset) } }, offset);
    return null;
  }
  if (isNode(node) && node.tag !== undefined) {
    const tag = node.tag.replace('tag:yaml.org,2002:', '!!');
    walk.report({ code: 'yaml-tag', detail: { tag } }, offset);
    return null;
  }
  if (isScalar(node)) {
    reportForbidden(String(node.value), offset, walk);
    return node.value;
  }
  if (isSeq(node)) return plainList(node, depth, walk);
  return isMap(node) ? plainMap(node, depth, walk) : null;
};

/** An escape, as in "\\x00", writes what the text of a file may not hold. */
const reportForbidden = (text: string, offset: number, walk: Walk): void => {
  const found = forbiddenCharacter(text);
  if (found) walk.report({ code: 'text-unreadable', detail: { character: found.name } }, offset);
};

const plainList = ({ items }: YAMLSeq, depth: number, walk: Walk): unknown[] => {
  const plain = items.map((item) => plainValue(item, depth + 1, walk));
  walk.offsets.set(plain, new Map(items.map((item, index) => [index, startOf(item)])));
  return plain;
};

const plainMap = ({ items }: YAMLMap, depth: number, walk: Walk): Record<string, unknown> => {
  const plain: Record<string, unknown> = {};
  const offsets = new Map<string | number, number>();
  for (const { key, value } of items) {
    const name = keyText(key);
    if (name !== null) reportForbidden(name, startOf(key), walk);
    if (name === null || dangerousKeys.has(name)) {
      const shown = name ?? lineText(walk.text, startOf(key));
      walk.report({ code: 'yaml-key', detail: { key: shown } }, startOf(key));
    } else if (offsets.has(name)) {
      walk.report({ code: 'yaml-duplicate-key', detail: { key: name } }, startOf(key));
      // What is wrong in a value is told also where the value does not count.
      plainValue(value, depth + 1, walk);
    } else {
      plain[name] = plainValue(value, depth + 1, walk);
      offsets.set(name, isPlainText(value) ? startOf(value) : startOf(key));
    }
  }
  walk.offsets.set(plain, offsets);
  return plain;
};

/** A text that may begin on a later line than its key; what is a block begins with its key. */
const isPlainText = (node: unknown): boolean =>
  isScalar(node) && node.type !== undefined && !node.type.startsWith('BLOCK');

/** Where a value begins, or the nearest value that holds it; undefined for the whole. */
const offsetOf = (data: unknown, path: DataPath, offsets: Offsets): number | undefined => {
  let holder = data;
  let found: number | undefined;
  for (const step of path) {
    const offset = offsets.get(holder)?.get(step);
    if (offset === undefined) break;
    found = offset;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  return found;
};

type AnyNode = {
  anchor?: string | undefined;
  tag?: string | undefined;
  range?: readonly number[] | null;
};
const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null;
const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** A key as text; null for a list or map as a key, and for a key with a tag or an anchor. */
const keyText = (key: unknown): string | null =>
  isScalar(key) && key.tag === undefined && key.anchor === undefined ? String(key.value) : null;
