import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentDay } from './content-day.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-day-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const git = (args: string[], input = '') =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', input }).trim();

it('is the day of the last commit, whether or not its signature is shown in the log', () => {
  git(['init', '-q', '-b', 'main']);
  writeFileSync(join(folder, 'a.yaml'), 'term: あ\n');
  git(['add', '-A']);
  const tree = git(['write-tree']);
  const by = '開発者 <dev@dev.invalid> 1764000000 +0900';
  const signature = '-----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----';
  const text = `tree ${tree}\nauthor ${by}\ncommitter ${by}\ngpgsig ${signature}\n\n署名した記録\n`;
  git(['update-ref', 'HEAD', git(['hash-object', '-t', 'commit', '-w', '--stdin'], text)]);
  const program = join(folder, 'gpg.sh');
  writeFileSync(program, '#!/bin/sh\necho "gpg: checked" >&2\nexit 1\n');
  chmodSync(program, 0o755);
  git(['config', 'gpg.program', program]);
  git(['config', 'log.showSignature', 'true']);
  expect(contentDay(folder)).toBe('2025-11-25');
});

it('is today where the content is not kept with git', () => {
  expect(contentDay(folder, new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25');
});
