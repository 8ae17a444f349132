/** Why the portal should be asked nothing now. A closed list of words for programs. */
export type Unready = 'stopping' | 'no-site' | 'store' | 'upstream';

/** Something without which the portal cannot serve; one that throws, or says nothing for long, counts as missing. */
export type NeededPart = {
  readonly word: Unready;
  isThere(): boolean | Promise<boolean>;
};

/** What keeps the portal from serving; empty where nothing does. */
export type Readiness = () => Promise<readonly Unready[]>;

/** How a request came: straight, or from a proxy that names whom it asks for, and whose word counts or doesn't. */
export type Through = 'direct' | 'trusted-proxy' | 'unknown-proxy';

/** What a question about the portal's health is answered. */
export type HealthAnswer = { readonly status: 200 | 503; readonly body: string };

/**
 * Makes what answers `/healthz` (the process answers) and `/readyz` (it can serve). They are asked by programs under any
 * name of the machine, say nothing but this, and count as nobody's visit.
 * @param isOperator whether who asks may read the reasons: others learn only that it is not ready
 * @param through how the question came; so `npm run doctor` finds out what the proxy in front says
 * @returns null for every other path
 */
export const healthAnswer = async (
  path: string,
  readiness: Readiness,
  { isOperator, through }: { readonly isOperator: boolean; readonly through: Through },
): Promise<HealthAnswer | null> => {
  if (path === '/healthz') {
    return { status: 200, body: `${JSON.stringify({ healthy: true, through })}\n` };
  }
  if (path !== '/readyz') return null;
  const unready = await readiness().catch((): Unready[] => ['store']);
  const why = isOperator && unready.length > 0 ? { why: unready } : {};
  return {
    status: unready.length === 0 ? 200 : 503,
    body: `${JSON.stringify({ ready: unready.length === 0, ...why })}\n`,
  };
};

/** How long an answer about readiness holds, so that asking it often costs nothing. */
const millisecondsKept = 1000;
/** What takes longer than this to say whether it is there is not there. */
const mostMilliseconds = 2000;

/**
 * Puts together what there is to ask.
 * @param now milliseconds of a clock that only goes forward
 */
export const createReadiness = (
  parts: readonly NeededPart[],
  now: () => number = () => performance.now(),
): Readiness => {
  let kept: { readonly at: number; readonly answer: Promise<readonly Unready[]> } | null = null;
  const ask = async (): Promise<readonly Unready[]> => {
    const missing = await Promise.all(
      parts.map(async ({ word, isThere }) => ((await inTime(isThere)) ? [] : [word])),
    );
    return missing.flat();
  };
  return () => {
    if (!kept || now() - kept.at >= millisecondsKept) kept = { at: now(), answer: ask() };
    return kept.answer;
  };
};

const inTime = async (isThere: () => boolean | Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), mostMilliseconds);
  });
  try {
    return await Promise.race([late, (async () => isThere())().catch(() => false)]);
  } finally {
    clearTimeout(timer);
  }
};
