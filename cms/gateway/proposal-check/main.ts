import { parseArgs } from 'node:util';
import { createAttachmentReader } from '../../../src/attachments/attachment-reader.ts';
import { patientLimits } from '../../../src/attachments/reading-lanes.ts';
import { runCommand } from '../../../src/commands/run-command.ts';
import { Refusal } from '../../../src/refusal.ts';
import { attachmentCacheFolder } from '../../../src/settings.ts';
import { type Contributor, contributor } from '../permissions/contributor.ts';
import { createObjectReader, type ObjectReader } from '../repository/object-reader.ts';
import type { CommitId } from '../repository/repository.ts';
import { gitIn } from '../repository/run-git.ts';
import { accountsAt, commitAt } from './asked-on-host.ts';
import { checkProposal, type ProposalReport } from './check-proposal.ts';
import { words } from './words.ts';

const options = {
  base: { type: 'string' },
  head: { type: 'string' },
  institution: { type: 'string' },
  office: { type: 'string' },
  editor: { type: 'boolean' },
  account: { type: 'string' },
  accounts: { type: 'string' },
  content: { type: 'string' },
  repository: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What the command line says; null where it says too little, or two things. */
const given = (args: string[]): (Given & { base: string; head: string }) | null => {
  try {
    const { values } = parseArgs({ args, options });
    const { base, head, institution, editor, account } = values;
    const ways = [institution, editor, account].filter((way) => way !== undefined);
    if (base === undefined || head === undefined || ways.length !== 1) return null;
    return { ...values, base, head };
  } catch {
    return null;
  }
};

/** As the host's CI runs it, for whom the office does not matter. */
const anyOffice = '担当部署';

/** Who proposes. @throws Refusal in a sentence where that cannot be told */
const whoProposes = async (
  { institution, office = anyOffice, editor, account = '', accounts: path = '' }: Given,
  reader: ObjectReader,
  base: CommitId,
): Promise<Contributor> => {
  if (editor) return { role: 'editor', office };
  if (institution !== undefined) {
    const who = contributor.safeParse({ role: 'contributor', institution, office });
    if (!who.success) throw new Refusal(words.unusableInstitution(institution));
    return who.data;
  }
  // As it stands where the proposal is to go: a proposal says nothing of who made it.
  const who = (await accountsAt(reader, base, path)).get(account.toLowerCase());
  if (!who) throw new Refusal(words.unknownAccount(account));
  return who;
};

const told = ({ entries, findings }: ProposalReport): string =>
  findings.length === 0
    ? words.passed(entries)
    : `${findings
        .map(({ path, line, code, message }) => `${path}:${line}  [${code}] ${message}`)
        .join('\n')}\n${words.found(findings.length)}`;

/** `npm run check:proposal`: gives 0 where a proposal may be taken over, 1 where not, 2 for a wrong use. */
await runCommand(async () => {
  const wanted = given(process.argv.slice(2));
  if (!wanted) {
    console.error(words.usage);
    return 2;
  }
  const folder = wanted.repository ?? '.';
  const reader = createObjectReader(folder);
  const attachments = createAttachmentReader({
    cacheFolder: attachmentCacheFolder(),
    limits: patientLimits,
  });
  try {
    const [base, head] = await Promise.all([
      commitAt(reader, wanted.base),
      commitAt(reader, wanted.head),
    ]);
    const who = await whoProposes(wanted, reader, base);
    const report = await checkProposal(
      { git: gitIn(folder), reader, attachments, contentFolder: wanted.content ?? 'content' },
      { base, head, who },
    );
    process.stdout.write(wanted.json ? `${JSON.stringify(report, null, 2)}\n` : told(report));
    return report.findings.length > 0 ? 1 : 0;
  } finally {
    reader.close();
    await attachments.close();
  }
});
