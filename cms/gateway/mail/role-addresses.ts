import { readFileSync, statSync } from 'node:fs';
import type { InstitutionId } from '../../../src/schema/field.ts';
import { institutionId } from '../../../src/schema/field.ts';
import { contributor } from '../permissions/contributor.ts';
import { readMailbox } from '../settings/mailbox.ts';
import { addressSentences as sentences } from './words.ts';

/** The role addresses of institutions' offices; never those of persons who read. */
export type RoleAddresses = {
  /** The address of an office, or else the one for all offices of its institution; null where neither is known. */
  of(institution: InstitutionId, office: string | null): string | null;
  /** The lines that could not be used, each in a sentence. */
  readonly problems: readonly string[];
};

/** Where nobody's address is known. */
export const noAddresses: RoleAddresses = { of: () => null, problems: [] };

/** What stands for every office of an institution. */
const everyOffice = '*';

/** More than every office of every university of the country. */
const mostBytes = 1_000_000;

/**
 * Reads the addresses of offices, one a line: `sakura-u | 研究推進課 | export@sakura-u.example`. `*` stands for every other
 * office of the institution. Empty lines and those that begin with `#` say nothing. A wrong line takes no other with it.
 */
export const readRoleAddresses = (text: string): RoleAddresses => {
  const known = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const at = index + 1;
    const parts = line.split(/[|｜\t]/).map((part) => part.trim());
    const [institution = '', office = '', written = ''] = parts;
    const found = institutionId.safeParse(institution);
    const address = readMailbox(written)?.address;
    if (parts.length !== 3) problems.push(sentences.parts(at));
    else if (!found.success) problems.push(sentences.institution(at));
    else if (office !== everyOffice && !isOffice(found.data, office)) {
      problems.push(sentences.office(at));
    } else if (!address) problems.push(sentences.address(at));
    else if (known.has(keyOf(found.data, office))) problems.push(sentences.twice(at));
    else known.set(keyOf(found.data, office), address);
  }
  return {
    of: (institution, office) =>
      (office === null ? undefined : known.get(keyOf(institution, office))) ??
      known.get(keyOf(institution, everyOffice)) ??
      null,
    problems,
  };
};

const isOffice = (institution: InstitutionId, office: string): boolean =>
  contributor.safeParse({ role: 'contributor', institution, office }).success;

/** No office's name holds an end of line. */
const keyOf = (institution: string, office: string): string => `${institution}\n${office}`;

/**
 * Makes what reads the file of addresses again when it has changed.
 * @param path null where there is none
 */
export const followRoleAddresses = (path: string | null): (() => RoleAddresses) => {
  let read: { state: string; addresses: RoleAddresses } | null = null;
  return () => {
    if (path === null) return noAddresses;
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const state = `${mtimeMs} ${size} ${ino}`;
      if (size > mostBytes) return { ...noAddresses, problems: [sentences.tooLong] };
      if (read?.state !== state) {
        read = { state, addresses: readRoleAddresses(readFileSync(path, 'utf8')) };
      }
      return read.addresses;
    } catch {
      // What was read last holds while somebody replaces the file.
      return { ...(read?.addresses ?? noAddresses), problems: [sentences.unreadable] };
    }
  };
};
