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
