import { logTrouble, type OnTrouble } from '../requests/failures.ts';
import type { RouteGroup } from '../requests/route-group.ts';
import { requestUnderWay } from '../requests/under-way.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A request that was answered. Of its address it holds the part of the portal alone, and nothing of who sent it. */
export type Answered = {
  readonly id: string;
  readonly group: RouteGroup;
  readonly method: string;
  /** null where the connection ended before the answer. */
  readonly status: number | null;
  readonly milliseconds: number;
};

/** What who runs the portal is told. */
export type Log = {
  /** How it goes, in a sentence. */
  say(sentence: string): void;
  /** What should be mended, in a sentence. */
  warn(sentence: string): void;
  /** What no person can mend who uses the portal. */
  readonly trouble: OnTrouble;
  answered(request: Answered): void;
};

/** Sentences for whoever has started the portal in a window. */
export const createPlainLog = (): Log => ({
  say: (sentence) => console.log(sentence),
  warn: (sentence) => console.error(sentence),
  trouble: logTrouble,
  answered: () => {},
});

/**
 * Makes a log of one JSON object a line, for a program that keeps logs.
 * @param write takes a line with its end; standard output where it is left out
 * @param secrets what stands in no line, whatever brought it there
 */
export const createJsonLog = async ({
  secrets,
  write = (line) => process.stdout.write(line),
}: {
  secrets: readonly string[];
  write?: (line: string) => void;
}): Promise<Log> => {
  const { pino } = await import('pino');
  const clean = withoutSecrets(secrets);
  const pinoLog = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => write(clean(line)) },
  );
  return {
    say: (sentence) => pinoLog.info(sentence),
    warn: (sentence) => pinoLog.warn(sentence),
    trouble(error, number) {
      const request = requestUnderWay();
      pinoLog.error(
        {
          ...(request ? { request: request.id, group: request.group } : {}),
          ...(number === undefined ? {} : { number }),
          error: told(error),
        },
        'trouble',
      );
    },
    answered({ id, milliseconds, ...rest }) {
      pinoLog.info({ request: id, ...rest, ms: Math.round(milliseconds * 10) / 10 }, 'answered');
    },
  };
};

/** How far back causes are told: a circle ends too. */
const mostCauses = 5;

/** Of an error what it says and where it happened; what else it carries may be what somebody wrote. */
const told = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: String(error.code) } : {};
  const before =
    cause === undefined || depth >= mostCauses ? {} : { cause: told(cause, depth + 1) };
  return { name, message, ...code, stack, ...before };
};
