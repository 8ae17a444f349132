/** What was looked at: it is right, should be looked after, or hinders the portal. The sentence says the mend, in Japanese. */
export type Finding = {
  readonly level: 'right' | 'look' | 'wrong';
  readonly sentence: string;
};

/** One thing that is looked at. It changes nothing of the portal. */
export type Check = {
  /** What it is, in a word or two of Japanese. */
  readonly name: string;
  run(): Promise<readonly Finding[]>;
};

export const right = (sentence: string): Finding => ({ level: 'right', sentence });
export const look = (sentence: string): Finding => ({ level: 'look', sentence });
export const wrong = (sentence: string): Finding => ({ level: 'wrong', sentence });

/** How long one thing may take to be looked at. */
const mostMilliseconds = 60_000;

const marks = { right: '　よし', look: '　注意', wrong: '直す！' } as const;

/**
 * Looks at everything, one after another, and says what was found.
 * @param say takes a line
 * @returns whether nothing is wrong
 */
export const runChecks = async (
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<boolean> => {
  const all: Finding[] = [];
  for (const { name, run } of checks) {
    const findings = await inTime(run).catch((error: unknown) => [
      wrong(
        `確かめられませんでした（${error instanceof Error ? error.message : String(error)}）。`,
      ),
    ]);
    for (const { level, sentence } of findings) say(`${marks[level]}　${name}：${sentence}`);
    all.push(...findings);
  }
  const count = (level: Finding['level']) => all.filter((one) => one.level === level).length;
  say('');
  say(
    count('wrong') > 0
      ? `直すところが${count('wrong')}件、注意が${count('look')}件あります。`
      : `直すところはありません（注意${count('look')}件）。`,
  );
  return count('wrong') === 0;
};

const inTime = async (run: Check['run']): Promise<readonly Finding[]> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Finding[]>((_, reject) => {
    timer = setTimeout(() => reject(new Error('1分たっても終わりません')), mostMilliseconds);
  });
  try {
    return await Promise.race([late, run()]);
  } finally {
    clearTimeout(timer);
  }
};
