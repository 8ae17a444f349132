import { z } from 'zod';
import { readYamlSource } from '../../../src/source/read-source.ts';
import { type Contributor, contributor } from '../permissions/contributor.ts';

/** Names that people have on git hosts, teams of GitHub (`org/team`) and groups of GitLab among them. */
const accountName = z.string().regex(/^[\w.-]{1,100}(?:\/[\w.-]{1,100}){0,3}$/);

const person = z.union([
  z.strictObject({ institution: z.string(), office: z.string() }),
  z.strictObject({ editor: z.literal(true), office: z.string() }),
]);

const accountsFile = z.strictObject({ accounts: z.record(accountName, person) });

/** Which office somebody at the git host speaks for, by the name of the account in small letters. */
export type Accounts = ReadonlyMap<string, Contributor>;

/**
 * Reads the file that maps accounts of a git host to offices:
 *
 *     accounts:
 *       sato-sakura: { institution: sakura-u, office: 研究推進課 }
 *       jimukyoku: { editor: true, office: 事務局 }
 *
 * @returns the accounts, or in one part of a sentence what is wrong with the file
 */
export const readAccounts = (text: string): Accounts | { readonly why: string } => {
  const { data } = readYamlSource(text);
  const read = accountsFile.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { why: issue?.path.join(' → ') || '全体の形' };
  }
  const accounts = new Map<string, Contributor>();
  for (const [name, said] of Object.entries(read.data.accounts)) {
    const who = contributor.safeParse(
      'editor' in said ? { role: 'editor', office: said.office } : { role: 'contributor', ...said },
    );
    // Hosts take names for the same that differ in capitals alone.
    if (!who.success || accounts.has(name.toLowerCase())) return { why: `accounts → ${name}` };
    accounts.set(name.toLowerCase(), who.data);
  }
  return accounts;
};
