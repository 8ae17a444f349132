import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { caseText } from '../../cms/gateway/fixtures/entry-texts.ts';
import { createLiveSite } from '../../cms/gateway/live-site/live-site.ts';
import { readStamp } from '../../cms/gateway/live-site/site-stamp.ts';
import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import { openProposals } from '../../cms/gateway/proposals/fixtures/open-proposals.ts';
import { entry, file } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../../cms/gateway/repository/git-repository.ts';
import { publicationSteps } from '../../cms/gateway/repository/publication-steps.ts';
import type { Repository } from '../../cms/gateway/repository/repository.ts';
import { gitEnvironment } from '../../cms/gateway/repository/run-git.ts';
import { readSettings } from '../../src/settings.ts';
import { portalFolder } from '../build/folders.ts';
import { faultsIn, makeRepository } from '../gateway/git-folder.ts';
import { seededRandom } from '../seeded-random.ts';

/** What the portal told after a fault. */
export type Fault = {
  readonly name: string;
  /** Where branch, checkout, site and desk do not tell the same; none where they do, null where it could not be tried. */
  readonly contradictions: readonly string[] | null;
  /** Whether the entry was published in the end. */
  readonly isPublished: boolean;
};

const { sakura, editor } = people;
const of = entry('case-studies/sakura-u/faulty');
const sound = caseText({ title: '故障のあとの取組' });
const world = join(import.meta.dirname, '../../cms/gateway/repository/fixtures/two-universities');
const quickBuild = join(portalFolder, 'cms/gateway/live-site/fixtures/quick-build.ts');
const publishing = join(import.meta.dirname, 'publishing-process.ts');
/** What a portal has to be through with without a restart. */
const patienceMs = 30_000;

type Place = { readonly home: string; readonly folder: string };

/** A checkout in a folder of its own. @param mount prepares the folder of the content before anything lies there */
const makePlace = (mount: (content: string) => void = () => {}): Place => {
  const home = mkdtempSync(join(tmpdir(), 'bench-faults-'));
  const folder = join(home, 'portal');
  mkdirSync(join(folder, 'content'), { recursive: true });
  mount(join(folder, 'content'));
  cpSync(world, folder, { recursive: true });
  makeRepository(folder);
  return { home, folder };
};

/** An approved proposal, not published yet. */
const prepare = async ({ folder }: Place): Promise<void> => {
  const repository = await openGitRepository({ folder });
  const { proposals, close } = await openProposals(repository);
  await proposals.save(sakura, of, [
    { address: file(of.text), bytes: Buffer.from(sound), basedOn: null },
  ]);
  await proposals.sendForReview(sakura, of);
  const content = (await repository.proposal(of))?.content ?? null;
  const outcome = await proposals.approve(editor, of, content);
  if (outcome.kind !== 'done') throw new Error(outcome.reason);
  await close();
  repository.close();
};

/** What branch, checkout, index, site and desk tell, held against each other. */
const contradictionsIn = async (
  { folder }: Place,
  repository: Repository,
): Promise<{ contradictions: string[]; isPublished: boolean }> => {
  const settings = readSettings({
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, '../site'),
  });
  const site = createLiveSite({
    settings,
    projectRoot: portalFolder,
    repository,
    clock: () => new Date(),
    build: [quickBuild],
    onTrouble: (error) => {
      throw error;
    },
  });
  try {
    site.refresh();
    await site.settled();
    const tip = await repository.published();
    const found = await repository.read(tip, file(of.text));
    const isPublished = found !== null && Buffer.from(found.bytes).toString() === sound;
    const proposal = await repository.proposal(of);
    const whole = join(folder, 'content', of.text);
    const onDisk = existsSync(whole) ? readFileSync(whole, 'utf8') : null;
    const stamp = await readStamp(settings);
    const status = execFileSync('git', ['status', '--porcelain'], {
      cwd: folder,
      env: gitEnvironment(),
      encoding: 'utf8',
    });
    const drafts = join(folder, '.git/portal-drafts.git');
    const says: [boolean, string][] = [
      [isPublished === (proposal === null), 'the desk'],
      [onDisk === (isPublished ? sound : null), 'the checkout'],
      [status === '', `git status: ${status.trim()}`],
      [stamp?.commit === tip && stamp.unlike.length === 0, 'the stamp of the site'],
      [
        (await site.stateOf(of)).state === (isPublished ? 'live' : 'not-shown'),
        'what is told of the entry',
      ],
      [repository.pendingFiles().length === 0, 'files that wait'],
    ];
    return {
      isPublished,
      contradictions: [
        ...says.flatMap(([isRight, what]) => (isRight ? [] : [what])),
        ...faultsIn(folder),
        ...faultsIn(drafts),
      ],
    };
  } finally {
    await site.close();
    rmSync(settings.cacheDir, { recursive: true, force: true });
  }
};

/** Looks at a place after a restart. */
const afterRestart = async (name: string, place: Place): Promise<Fault> => {
  const repository = await openGitRepository({ folder: place.folder });
  try {
    return { name, ...(await contradictionsIn(place, repository)) };
  } finally {
    repository.close();
  }
};

/** Publishes in a process of its own, which is killed after a step, or a while after it has opened the repository. */
const publishAndKill = async ({ folder }: Place, cut: string, setbackMs?: number) => {
  const child = spawn(process.execPath, [publishing, folder, of.path, cut], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const closed = once(child, 'close');
  if (setbackMs !== undefined) {
    await once(child.stdout, 'data');
    await pause(setbackMs);
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  } else child.stdout.resume();
  await closed;
};

const killedAfter = async (name: string, cut: string, setbackMs?: number): Promise<Fault> => {
  const place = makePlace();
  try {
    await prepare(place);
    await publishAndKill(place, cut, setbackMs);
    return await afterRestart(name, place);
  } finally {
    rmSync(place.home, { recursive: true, force: true });
  }
};

/** A hindrance that is there while something is published, and goes away afterwards. */
type Hindrance = {
  readonly name: string;
  mount?(content: string): void;
  begin(place: Place): void;
  end(place: Place): void;
};

/** Publishes under a hindrance, takes it away, and gives the portal half a minute without a restart. */
const hindered = async ({ name, mount, begin, end }: Hindrance): Promise<Fault> => {
  const mounted: string[] = [];
  let place: Place | null = null;
  try {
    place = makePlace((content) => {
      mount?.(content);
      if (mount) mounted.push(content);
    });
    await prepare(place);
    const repository = await openGitRepository({ folder: place.folder, onTrouble: () => {} });
    const { proposals, close } = await openProposals(repository);
    try {
      begin(place);
      const seen = (await repository.proposal(of))?.content ?? null;
      const outcome = await proposals.publish(editor, of, seen).catch((error: Error) => error);
      const waited = repository.pendingFiles().length;
      end(place);
      if (outcome instanceof Error) await proposals.publish(editor, of, seen);
      const until = Date.now() + patienceMs;
      while (repository.pendingFiles().length > 0 && Date.now() < until) await pause(100);
      const found = await contradictionsIn(place, repository);
      return { name: `${name} (${waited} waited)`, ...found };
    } finally {
      await close();
      repository.close();
    }
  } catch (error) {
    if (mounted.length === 0 && mount) return { name, contradictions: null, isPublished: false };
    throw error;
  } finally {
    for (const content of mounted) execFileSync('umount', [content]);
    if (place) rmSync(place.home, { recursive: true, force: true });
  }
};

const tmpfs = (options: string) => (content: string) => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', content], { stdio: 'ignore' });
};

/** Fills a disk to the last byte. */
const fill = (path: string) => {
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for this size; a smaller one may still fit.
    }
  }
};

const hindrances: readonly Hindrance[] = [
  { name: 'the content on a disk of its own', mount: tmpfs('size=4m'), begin() {}, end() {} },
  {
    name: 'a full disk',
    mount: tmpfs('size=1m'),
    begin: ({ folder }) => fill(join(folder, 'content/full')),
    end: ({ folder }) => rmSync(join(folder, 'content/full')),
  },
  {
    name: 'a disk that can only be read',
    mount: tmpfs('size=4m'),
    begin: ({ folder }) =>
      void execFileSync('mount', ['-o', 'remount,ro', join(folder, 'content')]),
    end: ({ folder }) => void execFileSync('mount', ['-o', 'remount,rw', join(folder, 'content')]),
  },
  {
    name: 'an index.lock that was left behind',
    begin: ({ folder }) => writeFileSync(join(folder, '.git/index.lock'), ''),
    end: ({ folder }) => rmSync(join(folder, '.git/index.lock')),
  },
  {
    name: 'a folder in the place of the file',
    begin: ({ folder }) => mkdirSync(join(folder, 'content', of.text, 'x'), { recursive: true }),
    end: ({ folder }) => rmSync(join(folder, 'content', of.text), { recursive: true }),
  },
];

/**
 * Kills a publication at every step and at random moments, and hinders it in every way that a disk can, each in a
 * repository of its own.
 * @param kills how often it is killed at a random moment
 */
export const sufferFaults = async ({
  seed,
  kills,
  tell = () => {},
}: {
  seed: number;
  kills: number;
  /** Hears of each as soon as it is over. */
  tell?: (fault: Fault) => void;
}): Promise<Fault[]> => {
  const random = seededRandom(seed);
  const faults: Fault[] = [];
  const note = (fault: Fault) => {
    faults.push(fault);
    tell(fault);
  };
  for (const hindrance of hindrances) note(await hindered(hindrance));
  for (const step of publicationSteps) note(await killedAfter(`killed after ${step}`, step));
  for (let count = 0; count < kills; count += 1) {
    const setback = random.below(250);
    note(await killedAfter(`killed ${setback} ms on its way`, '', setback));
  }
  return faults;
};

/** `node bench/attack/faults.ts [kills] [seed]` */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , kills = '20', seed = '20261129'] = process.argv;
  console.log(`seed ${seed}, ${kills} kills at random moments`);
  const tell = ({ name, contradictions, isPublished }: Fault) => {
    const told = contradictions === null ? 'could not be tried here' : contradictions.join('; ');
    console.log(`${name}: ${told || 'one story'}, ${isPublished ? '' : 'not '}published`);
  };
  const faults = await sufferFaults({ seed: Number(seed), kills: Number(kills), tell });
  process.exitCode = faults.some(({ contradictions }) => contradictions?.length) ? 1 : 0;
}
