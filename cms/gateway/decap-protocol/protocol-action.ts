import type { z } from 'zod';
import type { Session } from '../login/sessions.ts';

/** One action of Decap's protocol: what it is told, strictly, and what it answers. */
export type ProtocolAction = {
  /**
   * @param params not trusted
   * @returns null where they do not have the form of this action
   */
  start(params: unknown): ((session: Session) => Promise<unknown>) | null;
};

/** Binds an action to the form of its parameters. */
export const action = <Params extends z.ZodType>(
  params: Params,
  run: (session: Session, params: z.infer<Params>) => Promise<unknown>,
): ProtocolAction => ({
  start(given) {
    const read = params.safeParse(given);
    return read.success ? (session) => run(session, read.data) : null;
  },
});
