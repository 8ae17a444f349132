/**
 * Loaded into a build before anything else: ends it, with all that it started, with the gateway that started it. A gateway
 * that was killed could not end it, and the next one would build into the same folder.
 */
process.once('disconnect', () => {
  try {
    // The build leads a group of its own.
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
});
// A build that is done need not wait for its parent.
process.channel?.unref();
