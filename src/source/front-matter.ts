import type { SourceProblem } from './source-problem.ts';
import { readYamlData, type YamlData } from './yaml-data.ts';
import { measureYaml } from './yaml-limits.ts';

/** The fields of the longest symposium fill 30 kB; parsing this much hostile YAML takes less than a second. */
const mostYamlBytes = 128 * 1024;

/** The fields of a file, and what follows them. */
export type FrontMatter = YamlData & {
  /** What follows the front matter. */
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
};

/**
 * Splits an entry into its front matter, between two lines of `---`, and its body. Where both say something,
 * the data is what Astro's own reader gives (front-matter.test.ts), but that dates stay as they are written
 * and that YAML which Astro reads leniently is a problem here.
 * @param text an entry, with line feeds only and without a byte order mark
 * @returns the data, with every problem of it; never throws
 */
export const readFrontMatter = (text: string): FrontMatter => {
  const opening = /^(?:[ \t]*\n)*---[ \t]*\n/.exec(text);
  if (!opening) return withoutData(text, { code: 'front-matter-missing', line: 1, detail: {} });

  const openingLine = countLines(opening[0]);
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (!closing) {
    return withoutData('', { code: 'front-matter-unclosed', line: openingLine, detail: {} });
  }

  const yaml = rest.slice(0, closing.index);
  return {
    ...readFields(yaml, openingLine + 1),
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: openingLine + countLines(yaml) + 2,
  };
};

/**
 * Reads the fields of a `.yaml` entry or of a front matter, if they are not too long to be read in time.
 * @param yaml the fields alone
 * @param firstLine the line of the file on which they begin
 */
export const readFields = (yaml: string, firstLine: number): YamlData => {
  const bytes = Buffer.byteLength(yaml);
  if (bytes > mostYamlBytes) {
    const detail = { bytes, most: mostYamlBytes };
    return unreadableFields({ code: 'front-matter-too-long', line: firstLine, detail });
  }
  const { excess } = measureYaml(yaml, firstLine);
  return excess ? unreadableFields(excess) : readYamlData(yaml, firstLine);
};

const unreadableFields = (problem: SourceProblem): YamlData => ({
  data: null,
  lineOf: () => problem.line,
  problems: [problem],
});

const withoutData = (body: string, problem: SourceProblem): FrontMatter => ({
  data: null,
  lineOf: () => 1,
  problems: [problem],
  body,
  bodyLine: 1,
});

const countLines = (text: string): number => text.split('\n').length - 1;
