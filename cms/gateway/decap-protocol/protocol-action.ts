import type { z } from 'zod';
import type { Exchange } from '../../wire/exchange.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';

/** One action of Decap's protocol: what it is told, strictly, and what it answers. */
export type ProtocolAction = {
  /**
   * @param params not trusted
   * @returns null where they do not have the form of this action
   */
  start(params: unknown): ((session: Session) => Promise<unknown>) | null;
};

/** Binds an action to the form of its parameters and of its answer. */
export const action = <Request extends z.ZodType, Answer extends z.ZodType>(
  { request }: Exchange<Request, Answer>,
  run: (session: Session, params: z.output<Request>) => Promise<z.input<Answer>>,
): ProtocolAction => ({
  start(given) {
    const read = request.safeParse(given);
    return read.success ? (session) => run(session, read.data) : null;
  },
});
