import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import { readAttachments } from '../../src/check/attachments/read-attachments.ts';
import { withheldFiles } from '../../src/check/attachments/withheld-files.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { projectRoot } from '../../src/project-root.ts';
import { attachmentCacheFolder, type Edition } from '../../src/settings.ts';
import {
  type SiteAnswer,
  type SiteMade,
  type SiteRequest,
  siteAnswer,
} from '../../src/site-process/messages.ts';
import { readContentFolder } from '../../src/source/content-files.ts';
import type { Random } from '../seeded-random.ts';
import { isInhabited, publications, type World } from './publications.ts';

/** What became of one publication. */
export type Published = {
  /** Which kinds of change it was, and to what. */
  kinds: string[];
  made: SiteMade;
  /** Files in which the site is not as a reference: none, or null where none was made. */
  differing: string[] | null;
  /** CPU of the site process for it, in seconds; with its children that have ended. */
  cpu: number;
};

/** With what the sites are compared: the reference build, or a process of its own that reads and makes everything anew. */
export type Reference = 'build' | 'whole';

/**
 * Publishes by chance into a copy of a world, has a site process follow, and compares what it serves with sites that were made from
 * nothing. Everything is ended and removed afterwards.
 * @param source the content folder that is copied
 * @param referenceAfter with what the site is compared after a publication, by its number from 1
 */
export async function publishByChance(
  source: string,
  {
    edition,
    chance,
    count,
    referenceAfter,
    told,
  }: {
    edition: Edition;
    chance: Random;
    count: number;
    referenceAfter(number: number): Reference | null;
    told?(published: Published, number: number): void;
  },
): Promise<Published[]> {
  const folder = mkdtempSync(join(tmpdir(), 'equality-'));
  const world: World = { folder: join(folder, 'content'), chance };
  cpSync(source, world.folder, { recursive: true });
  const git = gitIn(world.folder);
  git('init', '--quiet');
  commit(git, 0);

  const processes = new Map<string, SiteProcess>();
  // By another name, so that nothing is kept for both: what they know must not be the same.
  const again = join(folder, 'content-again');
  symlinkSync(world.folder, again);
  const at = (name: string): SiteProcess => {
    const content = name === 'served' ? world.folder : again;
    const known = processes.get(name) ?? startSite(content, edition, join(folder, name));
    processes.set(name, known);
    return known;
  };
  try {
    await at('served').ready;
    const results: Published[] = [];
    for (let number = 1; number <= count; number += 1) {
      const kinds = await publish(world, git, number);
      const served = at('served');
      const before = served.cpu();
      const made = await served.ask({ make: 'difference' });
      const cpu = served.cpu() - before;
      const how = referenceAfter(number);
      const reference = join(folder, how ?? '');
      if (how === 'build') await build(again, edition, reference);
      if (how === 'whole') {
        const isFirst = !processes.has('whole');
        const other = at('whole');
        await other.ready;
        if (!isFirst) await other.ask({ make: 'whole' });
      }
      const differing = how && differencesBetween(reference, join(folder, 'served'));
      const published = { kinds, made, differing, cpu };
      told?.(published, number);
      results.push(published);
    }
    return results;
  } finally {
    for (const { end } of processes.values()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Git = (...args: string[]) => string;
const gitIn =
  (cwd: string): Git =>
  (...args) =>
    execFileSync('git', ['-c', 'user.name=編集部', '-c', 'user.email=office@example.jp', ...args], {
      cwd,
      encoding: 'utf8',
    });

/** Commits as of some hours later each time, so that days pass. */
const commit = (git: Git, number: number): void => {
  const date = new Date(Date.UTC(2026, 10, 30) + number * 7 * 3600_000).toISOString();
  git('add', '--all');
  execFileSync(
    'git',
    [
      '-c',
      'user.name=編集部',
      '-c',
      'user.email=office@example.jp',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      `${number}`,
    ],
    {
      cwd: git('rev-parse', '--show-toplevel').trim(),
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    },
  );
};

/** Changes the world by one publication, or a few that are fetched at once, so that it is sound; and commits it. */
async function publish(world: World, git: Git, number: number): Promise<string[]> {
  const { chance } = world;
  const names = Object.keys(publications);
  for (;;) {
    const wanted = chance.chance(0.2) ? 2 + chance.below(3) : 1;
    const kinds = Array.from({ length: wanted }).flatMap(() => {
      const name = chance.pick(names);
      const done = publications[name]?.(world) ?? null;
      return done === null ? [] : [`${name} (${done})`];
    });
    if (kinds.length > 0 && (await isSound(world))) {
      commit(git, number);
      return kinds;
    }
    git('checkout', '--quiet', '--force', '.');
    git('clean', '--quiet', '--force', '-d');
  }
}

async function isSound(world: World): Promise<boolean> {
  if (!isInhabited(world)) return false;
  const files = readContentFolder(world.folder);
  const reader = createAttachmentReader({ cacheFolder: attachmentCacheFolder(), areStored: true });
  const attachments = await readAttachments(files, reader).finally(reader.close);
  const problems = checkContent(files, { attachments });
  const withheld = withheldFiles(problems);
  return !problems.some(({ severity, path }) => severity === 'error' && !withheld.has(path));
}

const environment = (contentDir: string, edition: Edition, outDir: string) => ({
  ...process.env,
  CONTENT_DIR: contentDir,
  EDITION: edition,
  OUT_DIR: outDir,
  SITE_URL: 'https://portal.example.jp/',
  LIBREOFFICE: 'none',
  ASTRO_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
});

type SiteProcess = {
  ready: Promise<unknown>;
  ask(request: SiteRequest): Promise<SiteMade>;
  /** Seconds so far. */
  cpu(): number;
  end(): Promise<void>;
};

function startSite(contentDir: string, edition: Edition, outDir: string): SiteProcess {
  const child = fork(join(projectRoot, 'src/commands/site-process.ts'), {
    cwd: projectRoot,
    env: environment(contentDir, edition, outDir),
    execArgv: [],
  });
  const ready = answerOf(child);
  return {
    ready,
    async ask(request) {
      const answer = answerOf(child);
      child.send(request);
      const made = await answer;
      if (!('made' in made)) throw new Error(JSON.stringify(made));
      return made;
    },
    cpu: () => cpuOf(child),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What it says next. @throws where it failed, or ended without saying anything */
const answerOf = (child: ChildProcess): Promise<SiteAnswer> =>
  new Promise((resolve, reject) => {
    const settle = (message: unknown) => {
      child.off('message', settle).off('exit', ended);
      const answer = siteAnswer.parse(message);
      if ('failed' in answer) reject(new Error(answer.failed));
      else resolve(answer);
    };
    const ended = () => settle({ failed: 'The site process ended.' });
    child.on('message', settle).on('exit', ended);
  });

/** Of a process and its children that have ended, in seconds; nothing where the system does not tell. */
const cpuOf = ({ pid }: ChildProcess): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return 0;
  }
};

async function build(contentDir: string, edition: Edition, outDir: string): Promise<void> {
  const child = fork(join(projectRoot, 'src/commands/build.ts'), {
    cwd: projectRoot,
    env: environment(contentDir, edition, outDir),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`The build ended with ${exitCode}.`);
}

/** The index may be a base with what changed beside it, and the offline copy is made of it: their own tests compare what they say. */
const isOfOtherForm = (file: string): boolean =>
  file.startsWith('offline/') || (file.startsWith('search/') && !file.endsWith('.html'));

/** The files of two folders that are not in both of them or not the same, each with what is so of it. */
export function differencesBetween(one: string, other: string): string[] {
  const [files, others] = [filesOf(one), filesOf(other)];
  return [
    ...[...files].filter((file) => !others.has(file)).map((file) => `gone ${file}`),
    ...[...others].filter((file) => !files.has(file)).map((file) => `more ${file}`),
    ...[...files]
      .filter((file) => others.has(file))
      .filter((file) => !readFileSync(join(one, file)).equals(readFileSync(join(other, file))))
      .map((file) => `other ${file}`),
  ];
}

const filesOf = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .filter((file) => !isOfOtherForm(file)),
  );
