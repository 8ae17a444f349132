import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitEnvironment } from '../../cms/gateway/repository/run-git.ts';
import { portalFolder } from '../build/folders.ts';
import { startGatewayServer } from '../gateway/gateway-server.ts';
import { faultsIn, makeRepository, storedTexts } from '../gateway/git-folder.ts';
import { institutionText } from '../gateway/made-up-content.ts';
import { textPath } from '../gateway/world.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Aftermath, afterwards } from './aftermath.ts';
import type { Attack, AttackKind, Told } from './attack.ts';
import { byFile } from './attacks-by-file.ts';
import { byRequest } from './attacks-by-request.ts';
import { byBody, byField } from './attacks-by-text.ts';
import { byTiming } from './attacks-by-timing.ts';
import { type Saved, startOfficer, startReader, workedOn } from './bystanders.ts';
import { attackerDraft, names, worker } from './made-up.ts';
import type { Waited } from './reader.ts';
import { attackerAt, pause, type Target } from './target.ts';
import { wrongIn } from './telling.ts';

/** What was seen of the portal before and while it was attacked. */
export type Siege = {
  readonly atRest: Bystanders;
  readonly attacked: Bystanders;
  readonly attacks: number;
  readonly answers: number;
  /** Attacks that ended with a broken program of ours: what was thrown, by the attack's name. */
  readonly broken: readonly string[];
  /** Answers that tell too much, or not enough. */
  readonly wrong: readonly string[];
  /** Entries of which every save was refused, and that are there all the same. */
  readonly movedByRefused: readonly string[];
  readonly isAlive: boolean;
  readonly highestBytes: number;
  /** Whether the officer's last saved text is what is stored. */
  readonly isSavedTextThere: boolean;
  readonly gitFaults: readonly string[];
  readonly aftermath: Aftermath;
  /** The pages that took longest, with what attacked meanwhile. */
  readonly slowest: readonly string[];
};

export type Bystanders = { readonly reads: readonly Waited[]; readonly saves: readonly Saved[] };

/** How many attack at the same time. */
const streams = 3;
const restSeconds = 20;
const lookEveryMs = 250;
/** The most data that a process of the portal may hold: enough for a build, and not for a bomb. */
const mostDataBytes = 3_000_000_000;

const kinds: readonly AttackKind[] = [byBody, byField, byFile, byRequest, byTiming];

/** As many attacks as asked for, each kind in its turn, always the same for a seed. */
export const makeAttacks = (seed: number, count: number): Attack[] =>
  Array.from({ length: count }, (_, number) => {
    const kind = kinds[number % kinds.length] as AttackKind;
    return kind(seededRandom(seed * 100_003 + number), number);
  });

/**
 * Attacks the whole portal, as `npm start` starts it, on a copy of the site's content with made-up universities, while a
 * reader asks for pages and an officer saves.
 * @param folder for the copy and the site
 * @param note is told how far it is
 */
export async function attackPortal(
  folder: string,
  attacks: readonly Attack[],
  note: (line: string) => void,
): Promise<Siege> {
  const checkout = join(folder, 'checkout');
  const contentDir = join(checkout, 'content');
  cpSync(join(portalFolder, 'content'), contentDir, { recursive: true });
  for (const [id, name] of Object.entries(names)) {
    writeFileSync(join(contentDir, `institutions/${id}.yaml`), institutionText(name));
  }
  makeRepository(checkout);
  for (const attack of attacks) attack.prepare?.();
  note('every attack is prepared');
  const server = await startGatewayServer({
    kind: 'portal',
    contentDir,
    siteDir: join(folder, 'site'),
    under: ['prlimit', `--data=${mostDataBytes}`, '--nofile=2048', '--core=0', '--'],
  });
  let highestBytes = 0;
  const lookAtMemory = () => {
    highestBytes = Math.max(highestBytes, server.highestBytes());
  };
  // Of a process that has died nobody can ask it afterwards.
  const looking = setInterval(lookAtMemory, lookEveryMs);
  try {
    const signIn: Target['signIn'] = async (person) => attackerAt(await server.signIn(person));
    const editor = await signIn({ role: 'editor', office: '事務局' });
    const office = '研究推進課';
    const target: Target = {
      port: server.port,
      origin: `http://127.0.0.1:${server.port}`,
      editor,
      signIn,
      officer: await signIn({ role: 'contributor', institution: 'momiji-u', office }),
    };
    const colleague = await server.signIn({ role: 'contributor', institution: worker, office });

    const seenWhile = async (act: () => Promise<void>): Promise<Bystanders> => {
      const reader = startReader(server.port);
      const officer = await startOfficer(colleague);
      try {
        await act();
      } finally {
        await pause(1000);
      }
      const [saves, reads] = await Promise.all([officer.stop(), reader.stop()]);
      return { reads, saves };
    };
    const atRest = await seenWhile(() => pause(restSeconds * 1000));
    note('seen at rest');
    const answered: Told[] = [];
    const broken: string[] = [];
    const refused: number[] = [];
    const spans: Span[] = [];
    const attacked = await seenWhile(async () => {
      const left = [...attacks.entries()];
      const goOn = async () => {
        for (let next = left.shift(); next; next = left.shift()) {
          const [number, attack] = next;
          const from = Date.now();
          try {
            const told = await attack.run(target);
            answered.push(...told.map((one) => ({ ...one, text: one.text.slice(0, 100_000) })));
            if (told.every(({ status }) => status >= 400)) refused.push(number);
          } catch (error) {
            broken.push(`${attack.name}: ${reasonOf(error)}`);
          }
          spans.push({ name: attack.name, from, to: Date.now() });
          if (number % 25 === 0) note(`${number} of ${attacks.length}: ${attack.name}`);
        }
      };
      await Promise.all(Array.from({ length: streams }, goOn));
    });
    note('attacked');
    lookAtMemory();
    const last = [...atRest.saves, ...attacked.saves].findLast(({ status }) => status === 200);
    const refs = repositoriesOf(checkout).flatMap(refsOf);
    return {
      atRest,
      attacked,
      attacks: attacks.length,
      answers: answered.length,
      broken,
      wrong: answered.flatMap((told) => wrongIn(told) ?? []),
      movedByRefused: refused.flatMap((number) => {
        const { contentPath } = attackerDraft(number, '');
        return refs.filter((ref) => ref.endsWith(contentPath));
      }),
      isAlive: server.isAlive(),
      isSavedTextThere: last !== undefined && isStored(checkout, last.text),
      gitFaults: repositoriesOf(checkout).flatMap(faultsIn),
      aftermath: server.isAlive()
        ? await afterwards(target, colleague)
        : { publishedAfter: null, withdrawnAfter: null },
      highestBytes,
      slowest: slowestOf(attacked.reads, spans),
    };
  } finally {
    clearInterval(looking);
    await server.kill();
    rmSync(join(folder, 'site'), { recursive: true, force: true });
  }
}

type Span = { readonly name: string; readonly from: number; readonly to: number };

const mostSlow = 12;

/** The pages that took longest, the longest first, with the attacks that went on while they were waited for. */
const slowestOf = (reads: readonly Waited[], spans: readonly Span[]): string[] =>
  reads
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, mostSlow)
    .map(({ at, ms }) => {
      const meanwhile = spans.filter(({ from, to }) => from <= at + ms && to >= at);
      return `${Math.round(ms)} ms: ${meanwhile.map(({ name }) => name).join('; ')}`;
    });

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${String(error.cause ?? '')}`.trim() : String(error);

/** The repository of the checkout, and the one within it that holds the drafts. */
const repositoriesOf = (checkout: string): string[] => {
  const git = join(checkout, '.git');
  const within = readdirSync(git).filter((name) => name.endsWith('.git'));
  return [checkout, ...within.map((name) => join(git, name))].filter(existsSync);
};

const refsOf = (folder: string): string[] =>
  execFileSync('git', ['for-each-ref', '--format=%(refname)'], {
    cwd: folder,
    env: gitEnvironment(),
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

/** Whether a draft of the officer at work has a text, in whichever repository drafts lie. */
const isStored = (checkout: string, text: string): boolean => {
  const draft = workedOn('');
  return repositoriesOf(checkout).some((folder) =>
    refsOf(folder)
      .filter((ref) => ref.endsWith(draft.contentPath))
      .some((ref) => storedTexts(folder, [`${ref}:${textPath(draft)}`])[0] === text),
  );
};
