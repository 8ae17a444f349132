import type { FromChild, ToChild } from './messages.ts';

/**
 * Makes the process that calls it answer the tasks of the one that started it, one at a time, and end with it.
 * @param answer may throw: a RangeError (a stack, a length, memory) is the task's own, anything else a fault of ours
 */
export const answerTasks = <Task, Answer>(
  answer: (task: Task) => Answer | Promise<Answer>,
): void => {
  const say = (message: FromChild<Answer>) => process.send?.(message, undefined, {}, () => {});
  process.once('disconnect', () => process.exit(0));
  process.on('message', async ({ task }: ToChild<Task>) => {
    try {
      say({ kind: 'answer', answer: await answer(task) });
    } catch (error) {
      if (error instanceof RangeError) say({ kind: 'too-complex' });
      else say({ kind: 'fault', fault: error instanceof Error ? `${error.stack}` : String(error) });
    }
  });
  say({ kind: 'ready' });
};
