/**
 * As much of a service worker's world as is used here: TypeScript describes it only in a library that contradicts that
 * of pages.
 */
export type FetchEvent = Event & {
  request: Request;
  /** The window that asks; empty for a page that is about to be opened. */
  clientId: string;
  /** The window that will show the page that is asked for. */
  resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
  waitUntil(task: Promise<unknown>): void;
};
type LifeEvent = Event & { waitUntil(task: Promise<unknown>): void };

/** As much of the scope of a service worker as is used here. */
export type WorkerScope = {
  location: Location;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { id: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};
