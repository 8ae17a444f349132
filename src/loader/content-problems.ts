import type { Problem } from '../check/problem.ts';

/** The content cannot be built; carries the check's whole list so that the build command can print it. */
export class ContentProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('内容に直す必要のある箇所があります。');
    this.name = 'ContentProblems';
    this.problems = problems;
  }
}

/** Those that are errors. */
export const errorsAmong = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/**
 * @param withheld paths of files that readers do not get: what is wrong with them stops nothing
 * @throws ContentProblems where there is an error for which nothing can be built
 */
export function stopForErrors(problems: readonly Problem[], withheld: ReadonlySet<string>): void {
  if (errorsAmong(problems).some(({ path }) => !withheld.has(path))) {
    throw new ContentProblems(problems);
  }
}
