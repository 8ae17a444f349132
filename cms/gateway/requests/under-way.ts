import { AsyncLocalStorage } from 'node:async_hooks';
import type { RouteGroup } from './route-group.ts';

/** What is known of a request from its first moment, wherever the work for it has got to. */
export type RequestUnderWay = {
  /** By which it is found in the log: a trusted proxy's, or made here. */
  readonly id: string;
  readonly group: RouteGroup;
  /** Whose it is, by where it comes from (sender.ts). */
  readonly sender: string;
};

const storage = new AsyncLocalStorage<RequestUnderWay>();

/** Does what belongs to a request. */
export const whileUnderWay = <Result>(request: RequestUnderWay, work: () => Result): Result =>
  storage.run(request, work);

/** The request for which this is done; null where it is done for none, as at a start or by a clock. */
export const requestUnderWay = (): RequestUnderWay | null => storage.getStore() ?? null;
