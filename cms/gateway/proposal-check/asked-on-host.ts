import { Refusal } from '../../../src/refusal.ts';
import type { ObjectReader } from '../repository/object-reader.ts';
import type { CommitId } from '../repository/repository.ts';
import { type Accounts, readAccounts } from './accounts.ts';
import { words } from './words.ts';

/** The commit that a name on the command line means. @throws Refusal in a sentence where there is none */
export const commitAt = async (reader: ObjectReader, ref: string): Promise<CommitId> => {
  const found = /^[\w./@{}^~-]+$/.test(ref) ? await reader.read(`${ref}^{commit}`) : null;
  if (!found) throw new Refusal(words.unknownRef(ref));
  return found.id as CommitId;
};

/**
 * The accounts as a commit has them.
 * @param path from the root of the repository
 * @throws Refusal in a sentence where there is no such file, or it cannot be used
 */
export const accountsAt = async (
  reader: ObjectReader,
  commit: CommitId,
  path: string,
): Promise<Accounts> => {
  const file = path === '' ? null : await reader.read(`${commit}:${path}`);
  if (file?.type !== 'blob') throw new Refusal(words.noAccounts(path));
  const accounts = readAccounts(file.bytes.toString());
  if ('why' in accounts) throw new Refusal(words.unusableAccounts(path, accounts.why));
  return accounts;
};
