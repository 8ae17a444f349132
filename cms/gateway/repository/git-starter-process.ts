import { type GitCommand, runGit } from './git-command.ts';
import type { FromStarter, ToStarter } from './git-starter.ts';

/**
 * The small process that starts git for a large one (git-starter.ts). It ends with the one that started it, and by nothing
 * else: a signal to the whole group, as of Ctrl+C, leaves the portal some work to finish.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('disconnect', () => process.exit(0));

const answer = async (command: GitCommand): Promise<FromStarter['answer']> => {
  const { end, output } = await runGit(command);
  if (end.kind !== 'not-started') return { end, output };
  // What an error is called does not pass between processes.
  const { message, code } = end.error as NodeJS.ErrnoException;
  return { end: { kind: 'not-started', message, code }, output };
};

process.on('message', async ({ id, command }: ToStarter) => {
  process.send?.(
    { id, answer: await answer(command) } satisfies FromStarter,
    undefined,
    {},
    () => {},
  );
});
