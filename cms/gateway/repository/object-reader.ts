import { type GitPlace, GitTooSlow, startGit } from './run-git.ts';

/** An object of git as it is stored. */
export type GitObject = { readonly id: string; readonly type: string; readonly bytes: Buffer };

/** Reads objects through one `git cat-file --batch` that stays, so that a read costs no new process. */
export type ObjectReader = {
  /**
   * Gives an object by its id, a ref, or `{commit}:{path}`; null where there is none.
   * @throws where git cannot be run, or ends while it is asked
   */
  read(name: string): Promise<GitObject | null>;
  close(): void;
};

type Waiting = { resolve(found: GitObject | null): void; reject(error: Error): void };

const objectLine = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;

/** Makes a reader for the repository of a place. Git is started when the first object is asked for. */
export const createObjectReader = (place: string | GitPlace): ObjectReader => {
  let conversation: Conversation | null = null;
  let isClosed = false;
  return {
    async read(name) {
      if (isClosed) throw new Error('The repository is closed.');
      // Git reads one name from each line: a line break would ask for two objects and shift every later answer.
      if (/[\n\r\0]/.test(name)) throw new Error('An object name must be one line.');
      conversation ??= converse(place, () => {
        conversation = null;
      });
      return conversation.ask(name);
    },
    close() {
      isClosed = true;
      conversation?.end();
      conversation = null;
    },
  };
};

type Conversation = { ask(name: string): Promise<GitObject | null>; end(): void };

/** An answer begins within milliseconds; longer than this nobody waits for a disk that hangs. */
const longestSilenceMs = 120_000;

const converse = (place: string | GitPlace, onEnd: () => void): Conversation => {
  const child = startGit(place, ['cat-file', '--batch']);
  const waiting: Waiting[] = [];
  const failAll = (error: Error) => {
    onEnd();
    clearTimeout(silence);
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    if (waiting.length === 0) return;
    silence = setTimeout(() => {
      child.kill('SIGKILL');
      failAll(new GitTooSlow(['cat-file'], longestSilenceMs));
    }, longestSilenceMs).unref();
  };
  child.on('error', failAll);
  child.on('close', () => failAll(new Error('git cat-file ended while it was asked.')));
  child.stdin.on('error', () => {});
  child.stderr.resume();
  const take = answersTo((found) => waiting.shift()?.resolve(found));
  child.stdout.on('data', (chunk: Buffer) => {
    take(chunk);
    listen();
  });
  return {
    ask: (name) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (waiting.length === 1) listen();
        child.stdin.write(`${name}\n`);
      }),
    end: () => child.stdin.end(),
  };
};

/** Cuts what git writes into answers: a line, and for an object that exists its bytes and a line feed. */
const answersTo = (answer: (found: GitObject | null) => void) => {
  let chunks: Buffer[] = [];
  let received = 0;
  // Joining only when an answer is whole keeps a file of 50 MB from being copied with every chunk.
  let wanted = 1;
  return (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
    if (received < wanted) return;
    let rest = Buffer.concat(chunks);
    wanted = 1;
    for (;;) {
      const lineEnd = rest.indexOf('\n');
      if (lineEnd === -1) break;
      const [, id, type, size] = objectLine.exec(rest.toString('utf8', 0, lineEnd)) ?? [];
      if (id === undefined || type === undefined) {
        rest = rest.subarray(lineEnd + 1);
        answer(null);
        continue;
      }
      const end = lineEnd + 1 + Number(size);
      if (rest.length < end + 1) {
        wanted = end + 1;
        break;
      }
      answer({ id, type, bytes: rest.subarray(lineEnd + 1, end) });
      rest = rest.subarray(end + 1);
    }
    chunks = [rest];
    received = rest.length;
  };
};
