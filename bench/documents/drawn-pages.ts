import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dotsPerInch = '50';

/**
 * What every page of a file looks like, as a digest each: drawn by LibreOffice and poppler. A picture is decoded.
 * @param ending of the file
 * @returns null where it can't be drawn here
 */
export const drawnPages = (bytes: Uint8Array, ending: string): string[] | null => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-drawn-'));
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { cwd: folder, timeout: 120_000, stdio: 'ignore' }).status === 0;
  try {
    writeFileSync(join(folder, `file${ending}`), bytes);
    if (/^\.(?:png|jpe?g|webp)$/.test(ending)) {
      return run('convert', `file${ending}`, '-auto-orient', 'rgba:page') ? digests(folder) : null;
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const isPdf = run(
      'soffice',
      ...[profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, `file${ending}`],
    );
    return isPdf && run('pdftoppm', '-r', dotsPerInch, 'file.pdf', 'page') ? digests(folder) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const digests = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('page'))
    .sort()
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    );
