import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `againCpuSeconds`: of a second time, when what was read in pages is kept; stock Pagefind keeps nothing. */
export type IndexCost = { cpuSeconds: number; againCpuSeconds: number; bytes: number };

const script = join(import.meta.dirname, 'build-candidate.ts');

/** Builds a candidate's index and says what it cost, Pagefind's own process included. */
export async function indexCost(
  candidate: 'ours' | 'stock',
  siteDir: string,
  indexDir: string,
): Promise<IndexCost> {
  const kept = await mkdtemp(join(tmpdir(), 'bench-kept-'));
  try {
    const cpuSeconds = await secondsOf(candidate, siteDir, kept);
    const againCpuSeconds =
      candidate === 'ours' ? await secondsOf(candidate, siteDir, kept) : cpuSeconds;
    return { cpuSeconds, againCpuSeconds, bytes: await bytesIn(indexDir) };
  } finally {
    await rm(kept, { recursive: true });
  }
}

async function secondsOf(candidate: string, siteDir: string, kept: string): Promise<number> {
  const command = `"${process.execPath}" "${script}" ${candidate} "${siteDir}" "${kept}" >&2; times`;
  const { stdout } = await promisify(execFile)('bash', ['-c', command], {
    maxBuffer: 10_000_000,
  });
  // The second line of `times` is what the shell's children used, and theirs.
  const used = (stdout.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g);
  return [...used].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => {
      const file = await stat(join(folder, name));
      return file.isFile() ? file.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
