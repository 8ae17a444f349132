import { practiceHeadings } from '../../schema/taxonomy.ts';
import type { Reading } from '../entry-reading.ts';
import { bodyField, type FieldProblem, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

/** Case studies and best practices whose headings are not those that readers compare them by, in their order. */
export const headingsOfPractices: Rule = ({ readings }) =>
  readings
    .filter(({ place: { collection } }) => ['case-studies', 'best-practices'].includes(collection))
    .flatMap((reading) => [...headingProblems(reading)]);

function* headingProblems({ place: { path }, source }: Reading): Iterable<FieldProblem> {
  let last = -1;
  for (const { depth, text, line } of source.mentions.headings) {
    if (depth !== 2) continue;
    const index = (practiceHeadings as readonly string[]).indexOf(text);
    if (index === -1) {
      const detail = { text, headings: practiceHeadings };
      yield problemOf('heading-unknown', path, line, detail, bodyField);
    } else if (index <= last) {
      const after = practiceHeadings[last] ?? '';
      yield problemOf('heading-order', path, line, { text, after }, bodyField);
    } else {
      last = index;
    }
  }
}
