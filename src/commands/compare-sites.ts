import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';
import { runCommand } from './run-command.ts';

const usage =
  '比べる二つのサイトのフォルダーを「npm run compare:sites -- 前 後」のように書いてください。';

/** Scripts and style sheets are named after their content; that a name is another says nothing of where it stands. */
const withoutDigests = (text: string): string =>
  text.replace(/\bassets\/([\w.@-]+?)\.[\w-]{8}\.(js|css)\b/g, 'assets/$1.*.$2');

/**
 * The files of a built site: the path of each on disk by its path below the folder.
 * @throws Refusal where there is no such folder
 */
const filesOf = (folder: string): ReadonlyMap<string, string> => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(`「${folder}」というフォルダーがありません。${usage}`);
  }
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [withoutDigests(path.slice(folder.length + 1)), path]),
  );
};

/** Whether two files say the same, but for the digests in names. */
const sameContent = (one: string, other: string): boolean => {
  const [bytes, others] = [readFileSync(one), readFileSync(other)];
  // Latin-1 keeps every byte as a letter.
  return (
    bytes.equals(others) ||
    withoutDigests(bytes.toString('latin1')) === withoutDigests(others.toString('latin1'))
  );
};

/**
 * Lists the files in which two built sites differ, byte for byte but for the digests in names: for a change of the code that readers should not
 * notice. Ends with 1 where there are any.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [before, after] = positionals.map((folder) => folder.replace(/\/+$/, ''));
  if (before === undefined || after === undefined) throw new Refusal(usage);
  const [old, now] = [filesOf(before), filesOf(after)];
  const differing = [
    ...[...old.keys()].filter((path) => !now.has(path)).map((path) => `なくなった  ${path}`),
    ...[...now.keys()].filter((path) => !old.has(path)).map((path) => `増えた      ${path}`),
    ...[...now]
      .filter(([path, file]) => old.has(path) && !sameContent(old.get(path) ?? '', file))
      .map(([path]) => `変わった    ${path}`),
  ].sort();
  for (const line of differing) console.log(line);
  console.log(`${now.size}個のファイルのうち、違うもの：${differing.length}個`);
  return differing.length > 0 ? 1 : 0;
});
