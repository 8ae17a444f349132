import { type Child, type ChildParts, type Outcome, startChild } from './child.ts';
import { type Asker, type Budget, createTurns } from './turns.ts';

/** A process apart: what it answers may cost it its life, and nobody else. */
export type Apart<Task, Answer> = {
  /**
   * Asks for one answer, in the asker's turn.
   * @returns the answer, or that the task takes more than it may
   * @throws Error where the fault is ours; with the stack, for the log
   */
  ask(task: Task, asker: Asker, limits?: { seconds?: number }): Promise<Answer | 'too-complex'>;
  /** Ends the process, and answers nothing more. */
  close(): Promise<void>;
};

export type ApartParts<Task> = ChildParts & {
  /**
   * What the process has to be told before the next task, as a task of its own; null where it knows all.
   * @param isFresh it has been told nothing yet
   */
  readonly brief?: ((isFresh: boolean) => Promise<Task | null>) | undefined;
  /** How long it waits for the next task before it is ended. */
  readonly idleMilliseconds?: number | undefined;
  readonly budget?: Budget | undefined;
};

/** Whoever works alone: a build, a check. */
export const nobodyElse: Asker = { institution: '', office: '' };

const usualIdleMilliseconds = 60_000;

/** What a process has to be told may be all of the content, and is ours. */
const mostBriefSeconds = 120;

type Waiting<Task, Answer> = {
  readonly task: Task;
  readonly seconds: number;
  settle(outcome: Outcome<Answer>): void;
};

/** What is asked of a child, in the form that a test can stand in for. */
export type StartChild<Task, Answer> = () => Child<Task, Answer>;

/**
 * A process that is started when it is asked, ended when it is idle or a task takes too much, and started again for the
 * next one. It answers one task at a time, so that one crash costs one answer: those who wait are asked of the next
 * process. One that broke in the middle of a task after it had answered others may have been full of these: the task
 * is asked once more of a fresh one, for the time that is left, before it is called too complex.
 */
export const createApart = <Task, Answer>(parts: ApartParts<Task>): Apart<Task, Answer> =>
  apartOf(() => startChild<Task, Answer>(parts), { ...parts, seconds: parts.limits.seconds });

/** The same over any way of starting a child. @param now milliseconds, of a clock that only goes forward */
export const apartOf = <Task, Answer>(
  start: StartChild<Task, Answer>,
  {
    seconds: usualSeconds = Number.POSITIVE_INFINITY,
    brief = async () => null,
    idleMilliseconds = usualIdleMilliseconds,
    budget,
  }: Pick<ApartParts<Task>, 'brief' | 'idleMilliseconds' | 'budget'> & {
    /** The most that a task may take where nothing else is said. */
    seconds?: number;
  } = {},
  now: () => number = () => performance.now(),
): Apart<Task, Answer> => {
  const turns = createTurns<Waiting<Task, Answer>>(budget);
  let child: Child<Task, Answer> | null = null;
  let isBriefed = false;
  let isWorking = false;
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  const endChild = async (): Promise<void> => {
    const ended = child;
    child = null;
    await ended?.end();
  };

  const living = (): Child<Task, Answer> => {
    if (!child?.isAlive) {
      child = start();
      isBriefed = false;
    }
    return child;
  };

  const tellWhatIsNew = async (told: Child<Task, Answer>): Promise<void> => {
    const news = await brief(!isBriefed);
    if (news !== null) {
      const outcome = await told.ask(news, mostBriefSeconds);
      if (outcome.kind !== 'answer') {
        await endChild();
        throw new Error('A process apart could not take in what it has to know.', {
          cause: outcome.kind === 'fault' ? outcome.error : outcome.kind,
        });
      }
    }
    isBriefed = true;
  };

  const outcomeOf = async (
    { task, seconds }: Waiting<Task, Answer>,
    isAgain = false,
  ): Promise<Outcome<Answer>> => {
    const asked = living();
    // Before it is told anything, which it answers as well.
    const hadOthers = isBriefed && asked.answered > 0;
    await tellWhatIsNew(asked);
    const began = now();
    const outcome = await asked.ask(task, seconds);
    const left = seconds - (now() - began) / 1000;
    // What broke a bound may have left the process full, or something half done.
    if (outcome.kind === 'too-complex') await asked.end();
    if (!asked.isAlive) child = null;
    return outcome.kind === 'died' && hadOthers && left > 0 && !isAgain && !isClosed
      ? outcomeOf({ task, seconds: left, settle() {} }, true)
      : outcome;
  };

  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    clearTimeout(idle);
    for (let turn = turns.next(now()); turn; turn = turns.next(now())) {
      const began = now();
      const outcome = await outcomeOf(turn.item).catch(
        (error: Error): Outcome<Answer> => ({ kind: 'fault', error }),
      );
      turns.spent(turn.asker, now() - began, now());
      turn.item.settle(isClosed && outcome.kind !== 'answer' ? closed : outcome);
    }
    isWorking = false;
    if (!isClosed) idle = setTimeout(endChild, idleMilliseconds).unref();
  };

  return {
    async ask(task, asker, { seconds = usualSeconds } = {}) {
      if (isClosed) throw closed.error;
      const outcome = await new Promise<Outcome<Answer>>((settle) => {
        turns.add(asker, { task, seconds, settle });
        void work();
      });
      if (outcome.kind === 'answer') return outcome.answer;
      if (outcome.kind === 'fault') throw outcome.error;
      return 'too-complex';
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      for (let left = turns.next(now()); left; left = turns.next(now())) left.item.settle(closed);
      await endChild();
    },
  };
};

const closed = { kind: 'fault', error: new Error('The process apart is closed.') } as const;
