import { posix } from 'node:path';
import { placeOf } from '../content-place.ts';
import { type FieldProblem, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

/** Files where none may lie, and folders of files without the entry that they belong to. */
export const placement: Rule = ({ files, filesBeside }) => {
  const problems: FieldProblem[] = [];
  for (const file of files.values()) {
    const place = placeOf(file.path);
    if (place.kind === 'misplaced' && file.kind === 'file') problems.push(place.problem);
  }
  for (const [folder, beside] of filesBeside) {
    const [first] = beside.values();
    if (first && !files.has(`${folder}/index.mdx`)) {
      problems.push(problemOf('entry-missing', first.path, 1, { folder: posix.normalize(folder) }));
    }
  }
  return problems;
};
