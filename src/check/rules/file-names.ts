import { type FieldProblem, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

/** What ext4, NTFS and APFS hold at least, and what a person can read. */
const mostNameBytes = 255;
const mostNameLength = 200;
/** What Windows forbids in names (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and unseen characters. */
const unusable = /[<>:"|?*\\\p{Cc}\p{Cf}]|^\s|[\s.]$/u;
/** Its names of devices, with any ending; `git~1` is what NTFS calls `.git` as well. */
const reserved =
  /^(?:(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)|git~\d)/i;

const mistakes = {
  'name-not-nfc': (name) => name !== name.normalize('NFC'),
  'name-unusable': (name) => unusable.test(name),
  'name-reserved': (name) => reserved.test(name),
  'name-too-long': (name) =>
    name.length > mostNameLength || Buffer.byteLength(name) > mostNameBytes,
} as const satisfies Record<string, (name: string) => boolean>;
type NameMistake = keyof typeof mistakes;
const mistakeCodes = Object.keys(mistakes) as NameMistake[];

/** Names that some computers cannot store, confuse, or do not find. */
export const fileNames: Rule = ({ files }) => [...files.keys()].flatMap(nameProblems);

/**
 * What is wrong with the names in a path by themselves, each kind of mistake once.
 * @param path names with `/` between them; not trusted
 */
export const nameProblems = (path: string): (FieldProblem & { code: NameMistake })[] => {
  const names = path.split('/');
  return mistakeCodes.flatMap((code) => {
    const name = names.find(mistakes[code]);
    return name === undefined ? [] : [{ ...problemOf(code, path, 1, { name }), code }];
  });
};
