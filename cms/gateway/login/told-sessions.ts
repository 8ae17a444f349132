import type { Person } from '../permissions/person.ts';
import type { Sessions } from './sessions.ts';

/** Hears of the beginning and the end of a session: as whom, and never who it is. */
export type OnSession = (kind: 'signed-in' | 'signed-out', who: Person) => void;

/** Sessions that tell of themselves, once the browser is to keep them or to let them go. */
export const tellingOf = (sessions: Sessions, onSession: OnSession): Sessions => ({
  ...sessions,
  async begin(c, beginner) {
    await sessions.begin(c, beginner);
    onSession('signed-in', beginner.who);
  },
  async end(c) {
    const session = await sessions.of(c);
    await sessions.end(c);
    if (session) onSession('signed-out', session.who);
  },
});
