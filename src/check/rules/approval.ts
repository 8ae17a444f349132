import { type FieldProblem, problemAt } from '../problem.ts';
import type { Rule } from '../world.ts';

/** Approvals of entries that need one and have none, that nobody can have given, or that name a person. */
export const approvals: Rule = ({ readings }) => {
  const problems: FieldProblem[] = [];
  for (const { entry, source } of readings) {
    if (!entry || !('origin' in entry.data)) continue;
    const place = { path: entry.path, lineOf: source.lineOf };
    const { origin, approval } = entry.data;
    if (!approval) {
      if (origin === 'on-behalf') {
        problems.push(problemAt('approval-missing', place, ['origin'], {}));
      }
      continue;
    }
    if (origin === 'summarised') {
      problems.push(problemAt('approval-of-summary', place, ['approval'], {}));
    }
    if (namesPerson(approval.office)) {
      const detail = { office: approval.office };
      problems.push(problemAt('approval-person', place, ['approval', 'office'], detail));
    }
  }
  return problems;
};

/** A form of address ends a name: 山田様, but not お客様相談室; 先生 and さん likewise. */
const personalTitle = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}](?:様|さん|氏|先生)(?=$|[\s、，,・)）])/u;

const namesPerson = (office: string): boolean =>
  /[@＠]/.test(office) || personalTitle.test(office.replace(/(?:お客|皆|みな)(?:様|さん)/g, ''));
