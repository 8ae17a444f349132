import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restorePortal } from '../../cms/gateway/backup/restore-portal.ts';
import { usualRetention } from '../../cms/gateway/backup/retention.ts';
import { takeBackup } from '../../cms/gateway/backup/take-backup.ts';
import { edit, save } from '../../cms/gateway/repository/fixtures/contributions.ts';
import { temporaryRepository } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../../cms/gateway/repository/git-repository.ts';
import type { FileVersion } from '../../cms/gateway/repository/repository.ts';
import { openTidying } from '../../cms/gateway/upkeep/tidy-repositories.ts';
import { percentile } from '../percentile.ts';

/**
 * `npm run bench:upkeep -- 5000`: what many saves leave behind, what a save costs before and after the repositories were
 * put in order, and what a backup and its return cost.
 */
const saves = Number(process.argv[2] ?? 5000);
const entries = 500;

const world = temporaryRepository();
const scratch = mkdtempSync(join(tmpdir(), 'portal-upkeep-'));
const repository = await openGitRepository({ folder: world.folder });
const versions = new Map<string, FileVersion>();
let count = 0;

/** Saves the next text of an entry. @returns milliseconds */
const saveNext = async (): Promise<number> => {
  const path = `case-studies/sakura-u/d${count % entries}/index.mdx`;
  const text = `事例の ${count} 回目\n${'本文の行\n'.repeat(60)}`;
  count += 1;
  const file = edit(path, text, versions.get(path) ?? null);
  const began = performance.now();
  const outcome = await save(repository, [file]);
  const took = performance.now() - began;
  if (outcome.kind !== 'saved') throw new Error(`Not saved: ${outcome.kind}`);
  const stored = await repository.read(outcome.proposal.commit, file.address);
  if (stored) versions.set(path, stored.version);
  return took;
};

const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  const began = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(2)} s`);
  return result;
};

const drafts = join(world.folder, '.git/portal-drafts.git');
const tell = async (when: string): Promise<void> => {
  const took: number[] = [];
  for (let time = 0; time < 40; time += 1) took.push(await saveNext());
  const files = readdirSync(drafts, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(drafts, name)))
    .filter((found) => found.isFile());
  const megabytes = files.reduce((sum, { blocks }) => sum + blocks * 512, 0) / 1e6;
  const [middle, most] = [0.5, 0.95].map((share) => percentile(took, share).toFixed(0));
  console.log(
    `${when}: ${files.length} files, ${megabytes.toFixed(1)} MB; save p50 ${middle} ms, p95 ${most} ms`,
  );
};

const backup = () =>
  takeBackup({
    portal: world.folder,
    folder: join(scratch, 'backup'),
    retention: usualRetention,
    clock: () => new Date(),
  });

try {
  for (let time = 0; time < saves; time += 1) await saveNext();
  await tell(`after ${saves} saves`);
  await timed('first backup', backup);
  await saveNext();
  await timed('backup after one save', backup);
  const tidying = await openTidying(world.folder);
  await timed('gathered', () => tidying.gather());
  await tell('gathered');
  await timed('let go', () => tidying.letGo(new Date()));
  await tell('let go');
  await timed('backup again', backup);
  const to = join(scratch, 'restored');
  await timed('restored', () => restorePortal({ from: join(scratch, 'backup'), to, at: null }));
  execFileSync('git', ['fsck', '--full'], { cwd: to, stdio: 'pipe' });
} finally {
  repository.close();
  world.remove();
  rmSync(scratch, { recursive: true, force: true });
}
