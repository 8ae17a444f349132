import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../apart/child-environment.ts';
import { limitedCommand } from '../../apart/start-command.ts';
import { printProfile } from './print-profile.ts';

/** The endings of files that LibreOffice prints, with the filter that does it. */
const filters = {
  '.docx': 'writer_pdf_Export',
  '.xlsx': 'calc_pdf_Export',
  '.pptx': 'impress_pdf_Export',
} as const;
/** The ending of a file that can be printed. */
export type PrintedEnding = keyof typeof filters;

/** Whether a file with this ending can be printed. */
export const isPrinted = (ending: string): ending is PrintedEnding => ending in filters;

/** A file to be printed. */
export type OfficeFile = { readonly bytes: Uint8Array; readonly ending: PrintedEnding };

/** What one start of LibreOffice may take: it starts in 2 seconds and prints a page of most files in less than one. */
export type PrintLimits = { readonly secondsToStart: number; readonly secondsOfFile: number };
const usualLimits: PrintLimits = { secondsToStart: 20, secondsOfFile: 10 };
const megabytes = 1500;
/** So many are printed by one start. */
const mostAtOnce = 16;

/**
 * Has LibreOffice print the first page of some files as PDFs, each start in a process group, a profile and a folder of
 * its own, with limits, without the network where the system can do that, and without anything that a file asks for.
 * A file that takes the others along is found by printing each of them alone.
 * @param program LibreOffice's path
 * @returns for each file its PDF; null where it can't be printed
 */
export const printOffice = async (
  program: string,
  files: readonly OfficeFile[],
  limits: PrintLimits = usualLimits,
): Promise<(Uint8Array | null)[]> => {
  const printed = new Map<OfficeFile, Uint8Array>();
  for (const same of Map.groupBy(files, ({ ending }) => ending).values()) {
    for (let first = 0; first < same.length; first += mostAtOnce) {
      const some = same.slice(first, first + mostAtOnce);
      await printTogether(program, some, printed, limits);
      const left = some.filter((file) => !printed.has(file));
      if (some.length === 1) continue;
      for (const file of left) await printTogether(program, [file], printed, limits);
    }
  }
  return files.map((file) => printed.get(file) ?? null);
};

/** Prints files of one kind by one start; those that come out are put among the printed ones. */
const printTogether = async (
  program: string,
  files: readonly OfficeFile[],
  printed: Map<OfficeFile, Uint8Array>,
  { secondsToStart, secondsOfFile }: PrintLimits,
): Promise<void> => {
  const home = await mkdtemp(join(tmpdir(), 'portal-print-'));
  try {
    await mkdir(join(home, 'profile', 'user'), { recursive: true });
    await writeFile(join(home, 'profile', 'user', 'registrymodifications.xcu'), printProfile);
    const names = files.map(({ ending }, at) => `${at}${ending}`);
    await Promise.all(files.map(({ bytes }, at) => writeFile(join(home, names[at] ?? ''), bytes)));
    const [{ ending } = { ending: '.docx' as const }] = files;
    const firstPage = JSON.stringify({ PageRange: { type: 'string', value: '1' } });
    const args = [
      `-env:UserInstallation=file://${home}/profile`,
      ...['--headless', '--norestore', '--nolockcheck', '--nologo', '--nodefault'],
      ...['--convert-to', `pdf:${filters[ending]}:${firstPage}`, '--outdir', 'printed'],
      ...names,
    ];
    await runIn(home, program, args, secondsToStart + secondsOfFile * files.length);
    for (const [at, file] of files.entries()) {
      const pdf = await readFile(join(home, 'printed', `${at}.pdf`)).catch(() => null);
      if (pdf && pdf.length > 0) printed.set(file, new Uint8Array(pdf));
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};

/** Ends when the program has ended, whatever came of it, or its time is over. */
const runIn = (
  folder: string,
  program: string,
  args: readonly string[],
  seconds: number,
): Promise<void> =>
  new Promise((resolve) => {
    const command = limitedCommand(program, args, { megabytes, withoutNetwork: true });
    const child = spawn(command.program, command.args, {
      cwd: folder,
      env: { ...childEnvironment(process.env), HOME: folder, SAL_USE_VCLPLUGIN: 'svp' },
      detached: true,
      stdio: 'ignore',
    });
    // What it has started is ended with it.
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it has ended by itself.
      }
    };
    const limit = setTimeout(end, seconds * 1000);
    child.on('error', () => {});
    child.on('close', () => {
      clearTimeout(limit);
      end();
      resolve();
    });
  });
