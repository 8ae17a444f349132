import type { SourceProblem } from './source-problem.ts';

/**
 * What the fields of an entry may not exceed, so that reading them takes less than 100 ms whatever is in them: the parser
 * (yaml 2.9.1) takes 10 µs for each sign that it stumbles over. The longest fields so far have 193 lines of at most
 * 341 characters; those of the longest symposium would have 3,000 signs.
 */
const mostLineLength = 5000;
const mostSigns = 8000;

/** What means something in YAML: https://yaml.org/spec/1.2.2/#53-indicator-characters, but for what stands in words. */
const signs = new Set('[]{},:?"\'|>&*!%#@`\n');

/** What is known of fields before they are parsed. */
export type MeasuredYaml = {
  /** Why they may not be parsed; null where they may. */
  excess: SourceProblem | null;
  /** How many characters were looked at to know it. */
  steps: number;
};

/**
 * Tells before fields are parsed whether parsing them would take too long.
 * @param yaml the fields alone
 * @param firstLine the line of the file on which they begin
 */
export const measureYaml = (yaml: string, firstLine: number): MeasuredYaml => {
  let line = firstLine;
  let lineStart = 0;
  let found = 0;
  for (let at = 0; at < yaml.length; at += 1) {
    const character = yaml[at] as string;
    const isList = character === '-' && (yaml[at + 1] === ' ' || yaml[at + 1] === '\n');
    if (signs.has(character) || isList) found += 1;
    if (found > mostSigns) return tooMuch('signs', mostSigns, line, at);
    if (at - lineStart > mostLineLength) return tooMuch('line', mostLineLength, line, at);
    if (character === '\n') {
      line += 1;
      lineStart = at + 1;
    }
  }
  return { excess: null, steps: yaml.length };
};

const tooMuch = (
  what: 'signs' | 'line',
  most: number,
  line: number,
  steps: number,
): MeasuredYaml => ({ excess: { code: 'yaml-too-large', line, detail: { what, most } }, steps });
