import { execFileSync, spawnSync } from 'node:child_process';
import { gitEnvironment } from '../../cms/gateway/repository/run-git.ts';

/** The branch that readers see. */
export const mainBranch = 'main';

const mostOutput = 512 * 2 ** 20;

const git = (folder: string, args: readonly string[], input = ''): Buffer =>
  execFileSync('git', args, { cwd: folder, env: gitEnvironment(), input, maxBuffer: mostOutput });

/**
 * Makes a folder a repository with everything in it as the first commit. Who commits is set in the repository, since
 * decap-server takes it from there.
 */
export function makeRepository(folder: string): void {
  git(folder, ['init', '-q', '-b', mainBranch, '--template=']);
  git(folder, ['config', 'user.name', '計測']);
  git(folder, ['config', 'user.email', 'bench@bench.invalid']);
  // Git would put thousands of new objects in order beside the one that does it here.
  git(folder, ['config', 'gc.auto', '0']);
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-qm', 'はじめの内容']);
  // As a repository lies that has been in use for a while, and as a clone arrives.
  git(folder, ['gc', '-q']);
}

/**
 * Reads files as git has them, whatever the server that wrote them says.
 * @param names each a file of a commit: `refs/heads/main:content/a.mdx`
 * @returns their texts in that order, null for a file or a ref that is not there
 */
export function storedTexts(folder: string, names: readonly string[]): (string | null)[] {
  if (names.length === 0) return [];
  return readBatch(git(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`));
}

/** Takes the answer of `git cat-file --batch` apart: a line on each object, and its bytes where there is one. */
export function readBatch(answer: Buffer): (string | null)[] {
  const texts: (string | null)[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(answer.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) texts.push(null);
    else {
      texts.push(answer.toString('utf8', at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
  return texts;
}

/** What `git fsck` has against a repository; objects that nothing refers to are no fault. */
export function faultsIn(folder: string): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['fsck', '--full', '--strict'], {
    cwd: folder,
    env: gitEnvironment(),
    encoding: 'utf8',
    maxBuffer: mostOutput,
  });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  const faults = lines.filter((line) => !/^(?:dangling|notice:|Checking)/.test(line));
  return status === 0 || faults.length > 0 ? faults : [`git fsck ended with ${status}`];
}
