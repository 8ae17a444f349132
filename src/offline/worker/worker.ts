import { deleteStore } from '../copy-store.ts';
import { takeOver } from '../worker-message.ts';
import { createAnswers } from './answers.ts';
import { isSignOut } from './sign-out.ts';
import type { WorkerScope } from './worker-scope.ts';

/**
 * The worker at /worker.js. It answers for the site below the folder in which it stands, once a reader has saved a copy;
 * it keeps nothing by itself, and replaces an older worker only when the reader agrees to an update.
 */
const scope = self as unknown as WorkerScope;
const base = new URL('.', scope.location.href).pathname;
const answers = createAnswers(base, scope.location.origin, async () => {
  const windows = await scope.clients.matchAll({ includeUncontrolled: true });
  return new Set(windows.map(({ id }) => id));
});

scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', ({ data }) => {
  if (data === takeOver) void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  // Whoever signs out leaves nothing of members on the device, whichever page they do it from.
  if (isSignOut(event.request)) event.waitUntil(deleteStore(base, 'members'));
  const answer = answers(event);
  if (answer) event.respondWith(answer);
});
