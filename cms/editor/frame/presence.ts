import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import type { EntryStore } from './open-entry.ts';

/** So many milliseconds apart the gateway hears that an entry is still open here. */
const beat = 60_000;

/** Tells the gateway which entry is open before this person, and learns who else has it open. Where it can't, nobody is told. */
export const tellPresence = (store: EntryStore): void => {
  let told: string | null = null;

  const say = async (entry: string, isOpen: boolean): Promise<void> => {
    const answer = await askGateway(routes.heartbeat, { body: { entry, isOpen } }).catch(
      () => null,
    );
    const now = store.now();
    if (!answer || !isOpen || now?.entry !== entry || !now.state) return;
    store.change(now.id, { state: { ...now.state, atWork: answer.atWork } });
  };

  const follow = (): void => {
    const now = store.now();
    const entry = now?.phase === 'open' ? now.entry : null;
    if (entry === told) return;
    if (told !== null) void say(told, false);
    told = entry;
    if (entry !== null) void say(entry, true);
  };
  store.onChange(follow);
  setInterval(() => told !== null && void say(told, true), beat);
  addEventListener('pagehide', () => {
    if (told === null) return;
    const body = JSON.stringify({ entry: told, isOpen: false });
    const type = 'application/json; charset=utf-8';
    navigator.sendBeacon(routes.heartbeat.address, new Blob([body], { type }));
  });
};
