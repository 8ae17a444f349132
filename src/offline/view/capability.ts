/**
 * Why this browser cannot keep a copy here, if it cannot. Only what can be told without leaving a trace: a browser may
 * still refuse when it is asked to keep something.
 */
export function whyNotPossible(): 'insecure' | 'unsupported' | undefined {
  if (!window.isSecureContext) return 'insecure';
  const needed = ['serviceWorker', 'locks', 'storage'] as const;
  const isSupported =
    needed.every((name) => name in navigator) &&
    typeof indexedDB === 'object' &&
    typeof DecompressionStream === 'function';
  return isSupported ? undefined : 'unsupported';
}
