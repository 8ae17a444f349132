import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';
import { runCommand } from './run-command.ts';

const usage =
  '比べる二つのサイトのフォルダーを「npm run compare:sites -- 前 後」のように書いてください。';

/** The files of a built site, by path below its folder. @throws Refusal where there is no such folder */
const filesOf = (folder: string): Set<string> => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(`「${folder}」というフォルダーがありません。${usage}`);
  }
  return new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
};

/**
 * Lists the files in which two built sites differ, byte for byte: for a change of the code that readers should not
 * notice. Ends with 1 where there are any.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [before, after] = positionals.map((folder) => folder.replace(/\/+$/, ''));
  if (before === undefined || after === undefined) throw new Refusal(usage);
  const [old, now] = [filesOf(before), filesOf(after)];
  const differing = [
    ...[...old].filter((path) => !now.has(path)).map((path) => `なくなった  ${path}`),
    ...[...now].filter((path) => !old.has(path)).map((path) => `増えた      ${path}`),
    ...[...now]
      .filter(
        (path) =>
          old.has(path) &&
          !readFileSync(join(before, path)).equals(readFileSync(join(after, path))),
      )
      .map((path) => `変わった    ${path}`),
  ].sort();
  for (const line of differing) console.log(line);
  console.log(`${now.size}個のファイルのうち、違うもの：${differing.length}個`);
  return differing.length > 0 ? 1 : 0;
});
