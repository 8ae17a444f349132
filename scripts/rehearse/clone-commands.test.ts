import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gitEnvironment, gitIn } from '../../cms/gateway/repository/run-git.ts';
import { setForLargeFiles } from '../../cms/gateway/upkeep/large-files.ts';
import { guideBlocks, guideText } from './guide-commands.ts';

const env = gitEnvironment();
delete env['GIT_LITERAL_PATHSPECS'];

let home: string;
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: join(home, folder), encoding: 'utf8', env });
const sizes = { text: 100, old: 1_300_000, slides: 1_200_000 };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'clone-commands-'));
  mkdirSync(join(home, 'store'));
  git('store', 'init', '-q');
  const commit = (files: Record<string, number>, letter: string) => {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(home, 'store', path)), { recursive: true });
      writeFileSync(join(home, 'store', path), letter.repeat(bytes));
    }
    git('store', 'add', '.');
    const who = ['-c', 'user.name=portal', '-c', 'user.email=portal@portal.invalid'];
    git('store', ...who, 'commit', '-qm', letter);
  };
  const entry = 'content/case-studies/sakura-u/pledge';
  commit({ 'README.md': 10, [`${entry}/発表.pdf`]: sizes.old }, 'a');
  commit({ [`${entry}/index.mdx`]: sizes.text, [`${entry}/発表.pdf`]: sizes.slides }, 'b');
  await setForLargeFiles(gitIn(join(home, 'store')));
});
afterAll(() => rmSync(home, { recursive: true }));

it('the commands of the guide take what is small, and what is large when it is asked for', () => {
  const blocks = guideBlocks(guideText('operation')).filter(
    ({ heading }) => heading === 'ファイルが増えたとき',
  );
  const [small, rest] = blocks.map(({ commands }) =>
    commands.replace('ssh://portal.example/srv/portal', pathToFileURL(join(home, 'store')).href),
  );
  const run = (commands: string | undefined, folder: string) =>
    execFileSync('sh', ['-e'], { cwd: join(home, folder), input: commands, env, stdio: 'pipe' });
  const entry = 'portal/content/case-studies/sakura-u/pledge';
  const missing = () =>
    git('portal', 'rev-list', '--objects', '--all', '--missing=print')
      .split('\n')
      .filter((line) => line.startsWith('?')).length;

  run(small, '.');
  expect(existsSync(join(home, entry, 'index.mdx'))).toBe(true);
  expect(existsSync(join(home, entry, '発表.pdf'))).toBe(false);
  expect(missing()).toBe(2);
  expect(git('portal', 'status', '--porcelain')).toBe('');

  run(rest, 'portal');
  expect(existsSync(join(home, entry, '発表.pdf'))).toBe(true);
  // The older version stays where it is.
  expect(missing()).toBe(1);
  expect(git('portal', 'status', '--porcelain')).toBe('');
});
