import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import type { Limits } from './limits.ts';

/** What is run, without a shell: a program and what it is given, each by itself. */
export type StartCommand = { readonly program: string; readonly args: readonly string[] };

/**
 * What Node and its threads map as writable before the first line of a program runs, though they hardly touch it
 * (measured with Node 24 on Linux: it does not start with 400 MB).
 */
const megabytesOfNode = 700;

/** What every process may read: our code and that of the packages. */
const codeFolders = ['src', 'cms', 'node_modules', 'package.json'];

/**
 * How a module is started in a process of its own. V8's heap has a limit everywhere. Where the system has `prlimit`, so has
 * all memory that can be written (an address-space limit would break WebAssembly), and where it has `setpriv`, the
 * process dies with its parent even in the middle of a loop. Where Node has its permission model, the process reads
 * nothing but code and what is named here, writes nothing and starts nothing; Node 24 has no such rule for the network,
 * of which the process knows no address, since its environment is bare (child-environment.ts).
 * @param module the path of the module
 * @param reads files and folders that it may read beside the code
 * @param argument one argument, as text
 */
export const startCommand = (
  module: string,
  {
    limits,
    reads = [],
    argument,
  }: { limits: Limits; reads?: readonly string[]; argument?: string | undefined },
): StartCommand => {
  const node = [
    process.execPath,
    `--max-old-space-size=${limits.megabytes}`,
    ...permissions(reads),
    '--disable-warning=ExperimentalWarning',
    module,
    ...(argument === undefined ? [] : [argument]),
  ];
  const [program = process.execPath, ...args] = node;
  return limitedCommand(program, args, { megabytes: megabytesOfNode + limits.megabytes });
};

/**
 * A program with as little as the system can leave it: so much memory that can be written, no life beyond its parent's, and,
 * where that is asked for and a namespace can be made for it, no network.
 */
export const limitedCommand = (
  program: string,
  args: readonly string[],
  { megabytes, withoutNetwork = false }: { megabytes: number; withoutNetwork?: boolean },
): StartCommand => {
  const { canDieWithParent, canLimitData, canBeAlone } = systemTools();
  const [first = program, ...rest] = [
    ...(canDieWithParent ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []),
    ...(withoutNetwork && canBeAlone ? ['unshare', '--map-root-user', '--net', '--'] : []),
    ...(canLimitData ? ['prlimit', `--data=${megabytes * 2 ** 20}`, '--'] : []),
    program,
    ...args,
  ];
  return { program: first, args: rest };
};

/** PDFs are drawn by a native addon, which has to be allowed; the warning about it would be the only line of its output. */
const permissions = (reads: readonly string[]): string[] =>
  process.allowedNodeEnvironmentFlags.has('--permission')
    ? [
        '--permission',
        '--allow-addons',
        '--disable-warning=PERM0001',
        ...[...codeFolders.map((name) => join(projectRoot, name)), ...reads]
          .flatMap((path) => [path, whereItLies(path)])
          .map((path) => `--allow-fs-read=${path}`),
      ]
    : [];

/** A folder may be a link to where it lies. */
const whereItLies = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

type SystemTools = { canDieWithParent: boolean; canLimitData: boolean; canBeAlone: boolean };
let known: SystemTools | undefined;

/** Which programs of util-linux there are, and do what is asked of them: looked up once. */
const systemTools = (): SystemTools => {
  const works = (program: string, ...args: string[]) =>
    process.platform === 'linux' &&
    spawnSync(program, [...args, '--', 'true'], { stdio: 'ignore' }).status === 0;
  known ??= {
    canDieWithParent: works('setpriv', '--pdeathsig', 'KILL'),
    canLimitData: works('prlimit', `--data=${2 ** 30}`),
    canBeAlone: works('unshare', '--map-root-user', '--net'),
  };
  return known;
};
