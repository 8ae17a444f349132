import { wantedParameter } from '../offline-files.ts';

/** The page from which a reader came for its materials; null for whoever came for anything else. */
export const wantedPage = (): string | null =>
  new URLSearchParams(location.search).get(wantedParameter);
