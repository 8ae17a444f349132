import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import { secretNames } from '../settings.ts';
import type { CarriedFile } from './backup-store.ts';
import { backupWords } from './words.ts';

/** What is called like a secret, in a file that an older or newer portal reads. */
const secretName = /_(?:SECRETS?|KEYS?|TOKENS?|PASSWORD|SALT)$/;
/** An address that says who signs in there, and with which password. */
const secretAddress = /:\/\/[^/\s]*@/;

/**
 * The file of settings, as a backup carries it.
 * @param withSecrets without them, each secret is left out and named in a comment
 * @throws Refusal where the file cannot be read
 */
export const carriedSettings = async (
  file: string,
  withSecrets: boolean,
): Promise<CarriedFile[]> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(backupWords.noSettings(file));
  });
  const kept = withSecrets ? text : text.split('\n').map(withoutSecret).join('\n');
  return [{ path: 'settings/portal.env', bytes: Buffer.from(kept) }];
};

const withoutSecret = (line: string): string => {
  const [, name] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line) ?? [];
  // A value may go on over lines in quotes: what is no setting and no comment is left out as well.
  if (name === undefined) return /^\s*(?:#.*)?$/.test(line) ? line : '# …';
  const isSecret = secretNames.includes(name) || secretName.test(name) || secretAddress.test(line);
  return isSecret ? `# ${name}=${backupWords.leftOut}` : line;
};

/** The audit log, with the parts that were put away beside it. Nothing where there is none yet. */
export const carriedAudit = async (file: string): Promise<CarriedFile[]> => {
  const folder = dirname(file);
  const own = basename(file);
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name === own || name.startsWith(`${own}.`) || name.startsWith(`${own}-`),
  );
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      if (!(await stat(path).catch(() => null))?.isFile()) return [];
      return [{ path: `audit/${name}`, bytes: await readFile(path) }];
    }),
  );
  return files.flat();
};
