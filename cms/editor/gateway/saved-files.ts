import type { Asset } from 'decap-cms-backend-proxy';
import type { FieldProblem } from '../../wire/field-problem.ts';
import type { SentFile } from './form-files.ts';
import type { Version } from './seen-versions.ts';

/** Where a file lies beside an entry's text, from the root of the repository. */
export const pathBeside = (text: string, name: string): string =>
  `${text.slice(0, text.lastIndexOf('/'))}/${name}`;

/** What a refusal says of the files that a save brought. */
export type RefusedFiles = {
  readonly gone: readonly SentFile[];
  readonly unsafe: readonly {
    readonly file: SentFile;
    readonly problems: readonly FieldProblem[];
  }[];
  /** What can be saved without those; null where the text itself was refused, or nothing would be different. */
  readonly left: readonly SentFile[] | null;
};

/**
 * Reads from a refusal which of the files kept a save from being done.
 * @param text the path of the entry's text
 */
export const refusedFiles = (
  text: string,
  sent: readonly SentFile[],
  {
    problems,
    gone,
    conflicts,
  }: {
    readonly problems: readonly FieldProblem[];
    readonly gone: readonly string[];
    readonly conflicts: readonly unknown[];
  },
): RefusedFiles => {
  // Problems have their paths from content/, everything else from the root.
  const isAt = ({ name }: SentFile, path: string) =>
    path === pathBeside(text, name) || `content/${path}` === pathBeside(text, name);
  const unsafe = sent
    .map((file) => ({ file, problems: problems.filter(({ path }) => isAt(file, path)) }))
    .filter((each) => each.problems.length > 0);
  const lost = sent.filter((file) => gone.some((path) => isAt(file, path)));
  const stopped = new Set([...unsafe.map(({ file }) => file), ...lost]);
  const isOfFilesAlone =
    conflicts.length === 0 && problems.every(({ path }) => sent.some((file) => isAt(file, path)));
  return {
    gone: lost,
    unsafe,
    left: isOfFilesAlone && stopped.size > 0 ? sent.filter((file) => !stopped.has(file)) : null,
  };
};

/**
 * Files that Decap had from the draft, and that the text names, but that are stored no longer: the draft was thrown away
 * while the form was open.
 * @param versions of all files that are stored now, by path
 */
export const filesLost = (
  versions: Readonly<Record<string, Version>>,
  assets: readonly Pick<Asset, 'path' | 'fileObj'>[],
  text: string,
): { name: string; file: Blob }[] =>
  assets.flatMap(({ path, fileObj }) => {
    const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
    const isLost = !Object.hasOwn(versions, path.normalize('NFC'));
    return isLost && fileObj && text.includes(name) ? [{ name, file: fileObj }] : [];
  });
