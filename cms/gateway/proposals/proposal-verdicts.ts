import { attachmentProblems } from '../../../src/check/catalogue/attachment-problems.ts';
import type { FieldProblem } from '../../../src/check/problem.ts';
import type { CommitId, FileContent, Repository, StoredFile } from '../repository/repository.ts';
import type { DraftFile, Intake } from './intake.ts';
import type { Proposal } from './proposal.ts';

/** What is wrong with proposals, known without reading them again. */
export type ProposalVerdicts = {
  /**
   * What was last found in a version of a proposal; null where it was not judged yet. It is judged when its turn comes,
   * and again after a publication; nobody waits for that.
   * @param published the commit against which it is judged
   */
  known(proposal: Proposal, published: CommitId): readonly FieldProblem[] | null;
  /** What is wrong with a proposal now, when its turn has come. */
  of(proposal: Proposal): Promise<readonly FieldProblem[]>;
  /** Resolves when every proposal that was asked for has been judged. */
  settled(): Promise<void>;
};

type Judged = { readonly published: CommitId; readonly problems: readonly FieldProblem[] };

/** How many verdicts are kept, of proposals and of files; the oldest go first. */
const mostVerdicts = 2000;
const mostFileVerdicts = 10_000;

/**
 * Makes the memory of verdicts. One proposal is judged at a time, and one file of it is in memory at a time: what is
 * wrong inside a file is known by its blob and never read again, while the text is judged against what is published.
 * @param onTrouble hears why one could not be judged; it is tried again when it is asked for again
 */
export const createProposalVerdicts = ({
  repository,
  intake,
  onTrouble,
}: {
  repository: Pick<Repository, 'published' | 'list' | 'readAll'>;
  intake: Pick<Intake, 'problemsOf'>;
  onTrouble(error: unknown): void;
}): ProposalVerdicts => {
  const verdicts = new Map<string, Judged>();
  const insideOf = new Map<string, readonly FieldProblem[]>();
  const waiting = new Map<string, Promise<readonly FieldProblem[]>>();
  let lastTurn: Promise<unknown> = Promise.resolve();

  const insideFile = async (
    file: StoredFile,
    { entry }: Proposal,
    light: readonly DraftFile[],
  ): Promise<readonly FieldProblem[]> => {
    const { path } = file.address;
    const key = `${file.version} ${path}`;
    const known = insideOf.get(key);
    if (known) return known;
    const whole = await repository.readAll([file]);
    const others = light.filter(({ address }) => address.path !== path);
    const problems = await intake.problemsOf(entry, [...others, ...whole]);
    const inside = problems.filter((problem) => problem.path === path && isOfContent(problem));
    remember(insideOf, key, inside, mostFileVerdicts);
    return inside;
  };

  const judge = async (proposal: Proposal): Promise<readonly FieldProblem[]> => {
    const published = await repository.published();
    const known = verdicts.get(keyOf(proposal));
    if (known?.published === published) return known.problems;
    const { entry, commit } = proposal;
    const files = await repository.list(commit, entry);
    const heavy = files.filter((file) => !isLight(file));
    const light: DraftFile[] = [
      ...(await repository.readAll(files.filter(isLight))),
      ...heavy.map(({ address }) => ({ address, bytes: unread })),
    ];
    const inside: FieldProblem[] = [];
    for (const file of heavy) inside.push(...(await insideFile(file, proposal, light)));
    const unreadPaths = new Set<string>(heavy.map(({ address }) => address.path));
    const around = (await intake.problemsOf(entry, light)).filter(
      (problem) => !unreadPaths.has(problem.path) || !isOfContent(problem),
    );
    const problems = [...around, ...inside].sort(byPlace);
    remember(verdicts, keyOf(proposal), { published, problems }, mostVerdicts);
    return problems;
  };

  const inTurn = (proposal: Proposal): Promise<readonly FieldProblem[]> => {
    const key = keyOf(proposal);
    const asked = waiting.get(key);
    if (asked) return asked;
    const turn = lastTurn.then(() => judge(proposal)).finally(() => waiting.delete(key));
    waiting.set(key, turn);
    lastTurn = turn.catch(() => {});
    return turn;
  };

  return {
    known(proposal, published) {
      const judged = verdicts.get(keyOf(proposal));
      if (judged?.published !== published) inTurn(proposal).catch(onTrouble);
      return judged?.problems ?? null;
    },
    of: inTurn,
    async settled() {
      while (waiting.size > 0) await lastTurn;
    },
  };
};

const keyOf = ({ entry, content }: Proposal): string => `${content} ${entry.path}`;

/** A text, and tables that a chart of it may be drawn from, which are small. */
const isLight = ({ address: { part, path } }: Pick<FileContent, 'address'>): boolean =>
  part === 'text' || path.toLowerCase().endsWith('.csv');

/** In place of the bytes of a file: of no type that an attachment has, so that nobody looks into it. */
const unread = Buffer.from('x');

/** What is wrong with a file by its bytes alone, whatever lies around it. */
const isOfContent = ({ code }: FieldProblem): boolean =>
  byBytes.has(code) || Object.hasOwn(attachmentProblems, code);
const byBytes: ReadonlySet<string> = new Set([
  'file-type',
  'file-empty',
  'file-too-large',
  'not-utf8',
  'svg-unsafe',
]);

const byPlace = (one: FieldProblem, other: FieldProblem): number =>
  one.path === other.path ? one.line - other.line : one.path < other.path ? -1 : 1;

const remember = <Value>(
  memory: Map<string, Value>,
  key: string,
  value: Value,
  most: number,
): void => {
  memory.delete(key);
  memory.set(key, value);
  for (const [oldest] of memory) {
    if (memory.size <= most) break;
    memory.delete(oldest);
  }
};
