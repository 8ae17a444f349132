import { offlineFiles } from '../offline-files.ts';
import { takeOver } from '../worker-message.ts';

const reached = (worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = () => {
      if (states.includes(worker.state)) resolve();
      else if (worker.state === 'redundant')
        reject(new Error('The worker could not be installed.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });

/**
 * Registers the worker for the site below a base path and waits until it answers.
 * @throws if the browser refuses
 */
export async function startWorker(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(base + offlineFiles.worker, {
    scope: base,
    updateViaCache: 'none',
  });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker && !registration.active) await reached(worker, ['activated']);
}

/** The registration for the very site: a worker further up the origin is another site's. */
async function ownRegistration(base: string): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  return registration && new URL(registration.scope).pathname === base ? registration : undefined;
}

/** Whether the worker of this site is registered. */
export const hasWorker = async (base: string): Promise<boolean> =>
  (await ownRegistration(base)) !== undefined;

/** Lets the worker of the version that was just put into use replace the older one. */
export async function replaceWorker(base: string): Promise<void> {
  const registration = await ownRegistration(base);
  if (!registration) return startWorker(base);
  await registration.update();
  const { installing } = registration;
  if (installing) await reached(installing, ['installed', 'activating', 'activated']);
  registration.waiting?.postMessage(takeOver);
}

/** From the next page on the network answers alone. */
export async function stopWorker(base: string): Promise<void> {
  await (await ownRegistration(base))?.unregister();
}
