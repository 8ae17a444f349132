import { type Problem, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

const mostNameLength = 200;
/** What Windows forbids in names (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and unseen characters. */
const unusable = /[<>:"|?*\\\p{Cc}\p{Cf}]|^\s|[\s.]$/u;

/** Names that some computers cannot store, confuse, or do not find. */
export const fileNames: Rule = ({ files }) => {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { path } of files.values()) {
    const parts = path.split('/');
    const notNfc = parts.find((part) => part !== part.normalize('NFC'));
    if (notNfc !== undefined) {
      problems.push(problemOf('name-not-nfc', path, 1, { name: notNfc }));
    }
    const wrong = parts.find((part) => part.length > mostNameLength || unusable.test(part));
    if (wrong !== undefined) problems.push(problemOf('name-unusable', path, 1, { name: wrong }));

    const folded = path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) problems.push(problemOf('name-collides', path, 1, { other }));
    else seen.set(folded, path);
  }
  return problems;
};
