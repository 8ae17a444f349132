import { fork } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { digestsOf } from '../../src/attachments/kept-digests.ts';
import { bundleZip, writeBundle } from '../../src/materials/bundle.ts';
import { planBundle } from '../../src/materials/bundle-plan.ts';
import type { ListedFile } from '../../src/schema/materials-list.ts';
import { highestMemory, treeCpuSeconds } from '../build/process-tree.ts';

const megabyte = 1024 * 1024;
const fileCount = 128;
const fileBytes = 5 * megabyte;
const mostBytes = 100 * megabyte;
const address = '/bundles/themes/technology-leakage.zip';
/** So many read it at once, each of whom stops for a while in the middle. */
const slowReaders = 20;

/**
 * Measures a bundle of 640 MB as the portal's pages stream it: the memory of the process, and that the bytes are those of
 * the written one. Prints its figures.
 * @returns whether the bars hold: 100 MB more than before the first request, and the same bytes
 */
export async function streamPart(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-stream-'));
  const { written, bytes } = await layOut(folder);
  const server = fork(join(import.meta.dirname, 'serve-site.ts'), [folder], { stdio: 'inherit' });
  const pid = server.pid ?? 0;
  try {
    const port = await new Promise<number>((resolve) => server.once('message', resolve));
    const url = `http://127.0.0.1:${port}${address}`;
    await taken(url, { range: 'bytes=0-0' });
    const before = highestMemory(pid);
    const cpuBefore = treeCpuSeconds(pid);
    const began = performance.now();
    const streamed = await taken(url);
    const seconds = (performance.now() - began) / 1000;
    const cpu = treeCpuSeconds(pid) - cpuBefore;
    const alone = highestMemory(pid);
    await Promise.all(Array.from({ length: slowReaders }, () => stopping(url)));
    const crowded = highestMemory(pid);
    console.log(
      `${(bytes / megabyte).toFixed(0)} MB streamed: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU, ${mb(alone)} at most (${mb(before)} before)`,
    );
    console.log(`${slowReaders} readers at once who stop on the way: ${mb(crowded)} at most`);
    const holds = {
      [`at most ${mb(mostBytes)} more than before, whoever reads`]: crowded - before <= mostBytes,
      'the same bytes as the written one': streamed === written,
    };
    for (const [bar, held] of Object.entries(holds))
      console.log(`  ${bar}: ${held ? 'yes' : 'NO'}`);
    return Object.values(holds).every(Boolean);
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true });
  }
}

const mb = (bytes: number): string => `${(bytes / megabyte).toFixed(0)} MB`;

/** A site with its files and its list. @returns the digest of its bundle as it is written, and its size */
async function layOut(folder: string): Promise<{ written: string; bytes: number }> {
  const files: ListedFile[] = [];
  const content = Buffer.alloc(fileBytes);
  for (let number = 1; number <= fileCount; number += 1) {
    randomFillSync(content);
    const entry = `/symposia/sakura-u/forum-${number % 5}/`;
    const path = `${entry.slice(1)}${number}.pdf`;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    files.push({
      address: `/${path}`,
      title: `講演${number}の資料`,
      name: `講演${number}.pdf`,
      path,
      kind: 'PDF',
      bytes: fileBytes,
      ...digestsOf(content),
      unit: 'page',
      pageCount: 40,
      rights: 'CC BY 4.0',
      entry: { title: '輸出管理フォーラム', address: entry, owner: 'さくら大学', notice: '' },
    });
  }
  const list = { day: '2026-11-30', note: null, site: null, base: '/', files };
  const bundle = {
    address,
    title: '技術流出防止マネジメント',
    page: '/symposia/',
    files: files.map((file) => file.address),
  };
  const plan = planBundle(bundle, list);
  const { bytes } = bundleZip(plan);
  await mkdir(join(folder, 'data'));
  await writeFile(
    join(folder, 'data/materials.json'),
    JSON.stringify({ ...list, bundles: [{ ...bundle, bytes }] }),
  );
  const target = join(folder, 'written.zip');
  await writeBundle(plan, (file) => join(folder, file.address), target);
  const written = createHash('sha256')
    .update(await readFile(target))
    .digest('hex');
  await rm(target);
  return { written, bytes };
}

const asked = (url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });

const taken = async (url: string, headers: Record<string, string> = {}): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of await asked(url, headers)) digest.update(chunk);
  return digest.digest('hex');
};

/** Takes a little, stops, takes more, and goes. */
const stopping = async (url: string): Promise<void> => {
  const answer = await asked(url);
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes < 3 * megabyte) continue;
    if (bytes < 4 * megabyte) await pause(50);
    if (bytes > 8 * megabyte) break;
  }
  answer.destroy();
};

if (import.meta.main && !(await streamPart())) process.exitCode = 1;
