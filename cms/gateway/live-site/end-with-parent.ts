import { isMainThread, Worker } from 'node:worker_threads';

/**
 * Loaded into a build before anything else: ends it, with all that it started, with the gateway that started it. A gateway
 * that was killed could not end it, and the next one would build into the same folder.
 */
const endAll = () => {
  try {
    // The build leads a group of its own.
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
};

if (isMainThread) {
  process.once('disconnect', endAll);
  // A build that is done need not wait for its parent.
  process.channel?.unref();
  // A build that never ends hears nothing any more, but a thread beside it does: who has lost its parent gets another.
  new Worker(
    `setInterval(() => {
       if (process.ppid !== ${process.ppid}) process.kill(-process.pid, 'SIGKILL');
     }, 1000)`,
    { eval: true, execArgv: [] },
  ).unref();
}
