import { execFileSync } from 'node:child_process';
import { endOfGit, type GitEnd, spawnGit } from './git-command.ts';
import { startedFromSmall } from './git-starter.ts';

/** Runs one git command in a repository. */
export type Git = (
  args: readonly string[],
  input?: Iterable<string | Uint8Array>,
  limits?: { readonly limitMs: number },
) => Promise<Buffer>;

/**
 * Where git runs, and under whose settings.
 * - `closed`: what a person or the system has set for git does not count. For objects, refs and the index.
 * - `as-checked-out`: it counts, as line ends and filters are decided by it. For the bytes of files in the checkout alone.
 */
export type GitPlace = {
  readonly folder: string;
  /** The repository itself, where git must not look for one from the folder. */
  readonly gitFolder?: string;
  readonly settings?: 'closed' | 'as-checked-out';
  /** Where the repository was cloned without its older history, the file that says so. */
  readonly shallowFile?: string;
  /** Runs none of the repository's hooks. */
  readonly withoutHooks?: boolean;
};

/** A git command that did not end well; its own words are for the log, never for a person. */
export class GitFailure extends Error {
  readonly exitCode: number | null;
  readonly words: string;

  constructor(args: readonly string[], exitCode: number | null, words: string) {
    super(`git ${args[0]} ended with ${exitCode}: ${words.trim()}`);
    this.name = 'GitFailure';
    this.exitCode = exitCode;
    this.words = words;
  }
}

/** A git command that was ended because it took too long, as where a hook waits for something or a disk hangs. */
export class GitTooSlow extends GitFailure {
  constructor(args: readonly string[], limitMs: number) {
    super(args, null, `it took longer than ${limitMs} ms`);
    this.name = 'GitTooSlow';
  }
}

/** Git answers in milliseconds, and needs seconds for what is very large. */
const defaultLimitMs = 120_000;
/** For what goes through a whole repository, which happens at a start only. */
export const wholeRepositoryLimit = { limitMs: 30 * 60_000 } as const;

/**
 * What every command is told.
 * - `core.fsync=committed,pack-metadata`: objects, packs and refs are on the disk before git says that it is done.
 *   Git before 2.36 does not know the setting and leaves the time to the operating system.
 * - No command of ours starts a clean-up of the whole repository while a person waits, or a process that stays.
 * - What the repository's own settings could change in git's words.
 */
const settings = [
  ...[
    '-c',
    'core.fsync=committed,pack-metadata',
    '-c',
    'gc.auto=0',
    '-c',
    'maintenance.auto=false',
  ],
  ...['-c', 'core.fsmonitor=', '-c', 'core.quotePath=false', '-c', 'color.ui=false'],
];

/**
 * The environment of git: nothing that points it to another repository or index, no special signs in paths, and nothing
 * that a person or the system has set for git but the folders that they trust (`safe.directory`).
 */
export const gitEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...plainEnvironment(env),
  ...closedSettings(),
});

const plainEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...withoutGit(env),
  GIT_COMMITTER_NAME: 'portal',
  GIT_COMMITTER_EMAIL: 'portal@portal.invalid',
  // The content may be a disk of its own inside the checkout.
  GIT_DISCOVERY_ACROSS_FILESYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
});

const withoutGit = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));

let known: NodeJS.ProcessEnv | null = null;

/** What closes git to the settings of persons and the system. Asked of git once in a process. */
const closedSettings = (): NodeJS.ProcessEnv => {
  known ??= closedFor(trustedFolders());
  return known;
};

const closedFor = (trusted: readonly string[]): NodeJS.ProcessEnv => {
  // Git before 2.38 takes trust from those settings alone: there they stay open, where somebody has set any.
  if (trusted.length > 0 && !takesTrustFromCommands()) return {};
  const trust = trusted.flatMap((folder, at) => [
    [`GIT_CONFIG_KEY_${at}`, 'safe.directory'],
    [`GIT_CONFIG_VALUE_${at}`, folder],
  ]);
  return {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...(trusted.length > 0
      ? { GIT_CONFIG_COUNT: String(trusted.length), ...Object.fromEntries(trust) }
      : {}),
  };
};

/** The folders that the person who runs the portal, or the system, lets git use although others own them. */
const trustedFolders = (): string[] =>
  ['--system', '--global'].flatMap((scope) =>
    wordsOf(['config', scope, '--includes', '--null', '--get-all', 'safe.directory'])
      .split('\0')
      .slice(0, -1),
  );

const takesTrustFromCommands = (): boolean => {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(wordsOf(['--version'])) ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38);
};

/** What git says, and nothing where it fails: that there is no git is found by those who need it. */
const wordsOf = (args: readonly string[]): string => {
  try {
    const { GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM } = process.env;
    const own = { GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM };
    return execFileSync('git', args, {
      env: { ...withoutGit(process.env), ...own },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
  } catch {
    return '';
  }
};

/** The environment and the first words of every command in a place. */
const forPlace = ({ gitFolder, settings: whose, shallowFile, withoutHooks }: GitPlace) => ({
  env: {
    ...(whose === 'as-checked-out' ? plainEnvironment(process.env) : gitEnvironment()),
    ...(gitFolder ? { GIT_DIR: gitFolder } : {}),
    ...(shallowFile ? { GIT_SHALLOW_FILE: shallowFile } : {}),
  },
  words: [...settings, ...(withoutHooks ? ['-c', 'core.hooksPath=/dev/null'] : [])],
});

const placeOf = (place: string | GitPlace): GitPlace =>
  typeof place === 'string' ? { folder: place } : place;

/** Starts a git command, for those who talk with it while it runs. @param place a folder, or more about it */
export const startGit = (place: string | GitPlace, args: readonly string[]) =>
  spawnGit(commandIn(place, args));

/** The command as it is started: in its folder and environment, with what every command is told. */
const commandIn = (place: string | GitPlace, args: readonly string[]) => {
  const where = placeOf(place);
  const { env, words } = forPlace(where);
  return { args: [...words, ...args], folder: where.folder, env };
};

/**
 * Waits for a command to end well.
 * @throws GitFailure where it fails, GitTooSlow where it takes longer than its limit
 */
export const endOf = async (
  child: ReturnType<typeof startGit>,
  args: readonly string[],
  { limitMs } = { limitMs: defaultLimitMs },
): Promise<void> => mustEndWell(await endOfGit(child, limitMs), args, limitMs);

const mustEndWell = (end: GitEnd, args: readonly string[], limitMs: number): void => {
  if (end.kind === 'too-slow') throw new GitTooSlow(args, limitMs);
  if (end.kind === 'not-started') throw end.error;
  if (end.exitCode !== 0) throw new GitFailure(args, end.exitCode, end.words);
};

/**
 * Makes a way to run git in a folder.
 * @returns a function that gives what a command writes, and rejects with a GitFailure where the command fails, with
 *   GitTooSlow where it takes longer than two minutes or the limit that it is given
 */
export const gitIn =
  (place: string | GitPlace): Git =>
  async (args, input = [], { limitMs } = { limitMs: defaultLimitMs }) => {
    // All of it first: where something fails on the way, nothing has started.
    const command = { ...commandIn(place, args), input: [...input], limitMs };
    const { end, output } = await startedFromSmall(command);
    mustEndWell(end, args, limitMs);
    return output;
  };
