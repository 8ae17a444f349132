import { parseArgs } from 'node:util';
import { runCommand } from '../../../src/commands/run-command.ts';
import { Refusal } from '../../../src/refusal.ts';
import { createObjectReader } from '../repository/object-reader.ts';
import { createStoredContent } from '../repository/stored-content.ts';
import { accountsAt, commitAt } from './asked-on-host.ts';
import { codeOwners } from './codeowners.ts';
import { words } from './words.ts';

const options = {
  accounts: { type: 'string' },
  base: { type: 'string', default: 'HEAD' },
  content: { type: 'string', default: 'content' },
  repository: { type: 'string', default: '.' },
} as const;

const given = () => {
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
};

/** `npm run codeowners`: writes the file to where the command's output goes. */
await runCommand(async () => {
  const wanted = given();
  if (wanted?.accounts === undefined) {
    console.error(words.ownersUsage);
    return 2;
  }
  const reader = createObjectReader(wanted.repository);
  try {
    const commit = await commitAt(reader, wanted.base);
    const accounts = await accountsAt(reader, commit, wanted.accounts);
    if (![...accounts.values()].some(({ role }) => role === 'editor')) {
      throw new Refusal(words.noEditors);
    }
    const content = createStoredContent(reader, wanted.content);
    const registry = await content.list(commit, { collection: 'institutions' });
    const ids = registry.map(({ address }) => address.entry.path.split('/')[1] ?? '');
    process.stdout.write(codeOwners(ids, accounts, wanted.content));
    return 0;
  } finally {
    reader.close();
  }
});
