import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../../src/commands/run-command.ts';
import { projectRoot } from '../../src/project-root.ts';
import { Refusal } from '../../src/refusal.ts';
import { coverMachine, makeCertificate, missingPrograms } from './machine.ts';
import { rehearse } from './rehearse.ts';
import { rehearsalWords as words } from './words.ts';

/** The folder of a rehearsal, for the process that runs inside of its own namespace. */
const insideVariable = 'PORTAL_REHEARSAL';

/**
 * `npm run rehearse`: runs the commands of the guide, as the guide has them, on this machine, where a namespace of mounts
 * keeps what they write from the machine itself.
 */
await runCommand(async () => {
  const wanted = readArguments();
  if (!wanted || wanted.help) {
    (wanted ? console.log : console.error)(words.usage);
    return wanted ? 0 : 2;
  }
  const work = process.env[insideVariable];
  if (work) {
    coverMachine(work, projectRoot);
    return rehearse({ work, runsApt: wanted['with-apt'] ?? false });
  }
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Refusal(words.onlyRoot);
  const missing = missingPrograms();
  if (missing.length > 0) throw new Refusal(words.missing(missing));
  return inNamespace(wanted.keep ?? false);
});

function readArguments() {
  const options = {
    'with-apt': { type: 'boolean' },
    keep: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

/** Runs this again where what it mounts is its own. All that it started ends with it. */
function inNamespace(keeps: boolean): number {
  const work = mkdtempSync(join(tmpdir(), 'portal-rehearsal-'));
  try {
    makeCertificate(work);
    const space = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
    const self = [process.execPath, import.meta.filename, ...process.argv.slice(2)];
    const { status } = spawnSync('unshare', [...space, '--mount-proc', ...self], {
      stdio: 'inherit',
      env: {
        ...process.env,
        [insideVariable]: work,
        NODE_EXTRA_CA_CERTS: join(work, 'portal.crt'),
      },
    });
    return status ?? 1;
  } finally {
    if (!keeps) rmSync(work, { recursive: true, force: true });
  }
}
