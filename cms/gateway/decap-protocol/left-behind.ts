import { namesFile } from '../../../src/schema/named-files.ts';
import { type EntryAddress, fileName } from '../repository/content-address.ts';
import type { FileEdit, Repository } from '../repository/repository.ts';

/**
 * What a save takes away: files that the text named as it stood, and that it names no longer. A file that it never named is not
 * this save's to judge.
 * @param raw the text that is saved
 * @param brought the paths of files that the save brings
 */
export const filesLeftBehind = async (
  repository: Pick<Repository, 'proposal' | 'published' | 'list' | 'read'>,
  entry: EntryAddress,
  raw: string,
  brought: ReadonlySet<string>,
): Promise<FileEdit[]> => {
  const proposal = await repository.proposal(entry);
  const at = proposal?.commit ?? (await repository.published());
  const before = await repository.read(at, { path: entry.text, part: 'text', entry });
  if (!before) return [];
  const text = Buffer.from(before.bytes).toString('utf8');
  return (await repository.list(at, entry))
    .filter(({ address }) => address.part === 'attachment' && !brought.has(address.path))
    .filter(({ address }) => {
      const name = fileName(address.path);
      return namesFile(text, name) && !namesFile(raw, name);
    })
    .map(({ address, version }) => ({ address, bytes: null, basedOn: version }));
};
