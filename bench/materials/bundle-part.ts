import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { digestsOf } from '../../src/attachments/kept-digests.ts';
import { type BundlePlan, planBundle } from '../../src/materials/bundle-plan.ts';
import type { ListedFile } from '../../src/schema/materials-list.ts';

const megabyte = 1024 * 1024;
const fileCount = 50;
const fileBytes = 10 * megabyte;
/** As many files as fflate gets: it holds them all, and the zip besides. */
const countForFflate = 10;
const mostResident = 150 * megabyte;

type Run = { seconds: number; residentBytes: number };

/**
 * Measures the writing of a bundle of 500 MB beside `zip -0` and beside fflate in memory, and proves what was written.
 * Prints its figures, one a line.
 * @returns whether the bars hold: 150 MB of memory, the same bytes twice, `unzip -t` clean, names intact
 */
export async function bundlePart(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bundle-'));
  try {
    const plan = await layOut(folder);
    const program = (name: string) => join(import.meta.dirname, name);
    const [first, second] = [join(folder, 'ours.zip'), join(folder, 'again.zip')];
    const ours = await measure(process.execPath, [program('write-bundle.ts'), folder, first]);
    await measure(process.execPath, [program('write-bundle.ts'), folder, second], {
      TZ: 'America/St_Johns',
    });
    const isSame = (await sha256Of(first)) === (await sha256Of(second));
    await rm(second);

    print('bundle of 500 MB', ours, (await stat(first)).size);
    const names = namesIntact(first, plan);
    const holds = {
      [`at most ${mostResident / megabyte} MB of memory`]: ours.residentBytes <= mostResident,
      'the same bytes twice, in another time zone': isSame,
      'unzip -t clean': isSound(first),
      'names intact': names,
    };
    for (const [bar, held] of Object.entries(holds)) {
      console.log(
        `  ${bar}: ${held === undefined ? 'not measured (unzip is not installed)' : held ? 'yes' : 'NO'}`,
      );
    }
    await peers(folder, ours);
    return Object.values(holds).every((held) => held !== false);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function peers(folder: string, ours: Run): Promise<void> {
  const byZip = join(folder, 'zip.zip');
  if (isInstalled('zip')) {
    const zip = await measure('zip', ['-0', '-q', '-r', byZip, 'symposia'], {}, folder);
    print('peer, zip -0: 500 MB', zip, (await stat(byZip)).size);
    console.log(`  ours takes ${(ours.seconds / zip.seconds).toFixed(2)} of its time`);
    await rm(byZip);
  } else {
    console.log('peer, zip -0: not installed');
  }
  const program = join(import.meta.dirname, 'write-with-fflate.ts');
  const byFflate = join(folder, 'fflate.zip');
  const fflate = await measure(process.execPath, [program, folder, byFflate, `${countForFflate}`]);
  const size = (await stat(byFflate)).size;
  print(`peer, fflate in memory: ${(countForFflate * fileBytes) / megabyte} MB`, fflate, size);
  console.log(
    `  ours takes ${(ours.residentBytes / fflate.residentBytes).toFixed(2)} of its memory, for ${fileCount / countForFflate} times the bytes`,
  );
}

const print = (name: string, { seconds, residentBytes }: Run, bytes: number) =>
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${(residentBytes / megabyte).toFixed(0)} MB at most, ${bytes} bytes written`,
  );

/** Files such as nothing can compress, under names such as offices give them. */
async function layOut(folder: string): Promise<BundlePlan> {
  const files: ListedFile[] = [];
  const bytes = Buffer.alloc(fileBytes);
  for (let number = 1; number <= fileCount; number += 1) {
    randomFillSync(bytes);
    const entry = `/symposia/sakura-u/forum-${number % 5}/`;
    const address = `${entry}${number}.pdf`;
    await mkdir(dirname(join(folder, address)), { recursive: true });
    await writeFile(join(folder, address), bytes);
    files.push({
      address,
      title: `講演${number}の資料`,
      name: `講演${number}：発表か\u3099いよう.pdf`,
      kind: 'PDF',
      bytes: fileBytes,
      ...digestsOf(bytes),
      path: address.slice(1),
      unit: 'page',
      pageCount: 40,
      rights: 'CC BY 4.0',
      entry: { title: '輸出管理フォーラム', address: entry, owner: 'さくら大学', notice: '' },
    });
  }
  const list = { day: '2026-11-23', note: null, site: null, base: '/', files };
  const bundle = {
    title: 'フォーラム',
    page: '/symposia/',
    files: files.map(({ address }) => address),
  };
  const plan = planBundle(bundle, list);
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  return plan;
}

/** Runs a program to its end, looking at the most memory that it ever held, which Linux keeps as VmHWM: proc(5). */
async function measure(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Run> {
  const started = performance.now();
  const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  let residentBytes = 0;
  const look = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const highest = Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
    residentBytes = Math.max(residentBytes, highest);
  };
  const watch = setInterval(look, 5);
  const code = await new Promise<number | null>((end, fail) => {
    child.on('error', fail).on('exit', end);
  }).finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${command} ended with ${code}.`);
  return { seconds: (performance.now() - started) / 1000, residentBytes };
}

async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

const isInstalled = (command: string): boolean => spawnSync(command, ['-v']).error === undefined;

const isSound = (zip: string): boolean | undefined =>
  isInstalled('unzip') ? spawnSync('unzip', ['-tqq', zip]).status === 0 : undefined;

/** Whether another program reads the names as they were given: `zipinfo` lists one a line. */
function namesIntact(zip: string, { readme, files }: BundlePlan): boolean | undefined {
  if (!isInstalled('unzip')) return undefined;
  const { stdout } = spawnSync('unzip', ['-Z1', zip], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const planned = [readme.path, ...files.map(({ path }) => path)];
  return stdout.trimEnd() === planned.join('\n');
}
