import type { FieldProblem } from '../../wire/field-problem.ts';
import { frameWords as words } from './frame-words.ts';
import { useParts } from './use-frame.ts';

/** What is wrong with the entry as it is stored, each with the way to its field. Folded, so that the form stays where it is. */
export const ProblemList = ({ problems }: { readonly problems: readonly FieldProblem[] }) => {
  const { showField } = useParts();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const inOrder = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <details className="portal-problems">
      <summary>{words.problems(errors, problems.length - errors)}</summary>
      <ul>
        {inOrder.map(({ severity, message, field, code, line }) => (
          <li key={`${code} ${line} ${field ?? ''} ${message}`}>
            <strong className={`portal-${severity}`}>{words[severity]}</strong> {message}{' '}
            {field && (
              <button
                type="button"
                className="portal-link"
                aria-label={`${words.goTo}：${message}`}
                onClick={() => showField(field, line)}
              >
                {words.goTo}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
