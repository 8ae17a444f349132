import type { FieldProblem } from '../../wire/field-problem.ts';
import { reviewWords as words } from './words.ts';

/** What has to be mended before a publication, and what is worth a look. */
export const ProblemsPart = ({ problems }: { readonly problems: readonly FieldProblem[] }) => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <section className="portal-problems" data-is={errors.length > 0 ? 'held-up' : 'free'}>
      <h2>{errors.length > 0 ? words.problems.errors(errors.length) : words.problems.none}</h2>
      <List problems={errors} />
      {warnings.length > 0 && (
        <details open={warnings.length <= 2}>
          <summary>{words.problems.warnings(warnings.length)}</summary>
          <List problems={warnings} />
        </details>
      )}
    </section>
  );
};

const List = ({ problems }: { readonly problems: readonly FieldProblem[] }) =>
  problems.length > 0 && (
    <ul>
      {problems.map(({ code, path, line, field, message }) => (
        <li key={`${code} ${path} ${line} ${field} ${message}`}>{message}</li>
      ))}
    </ul>
  );
