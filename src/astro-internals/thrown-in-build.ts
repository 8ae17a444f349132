/**
 * Finds what code of ours threw while Astro built: the bundler wraps it, sometimes more than once, and ran a copy of its
 * own of the module that threw, so that `instanceof` does not hold.
 * @param name the name that the error gives itself
 */
export function thrownInBuild(error: unknown, name: string): Error | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === name) return cause;
  }
  return undefined;
}
