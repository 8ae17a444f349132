import type { Happening } from '../proposals/happenings.ts';
import type { Answered } from './log.ts';

/** What is told of a portal's work to whoever counts it. */
export type Observer = {
  answered(request: Answered): void;
  happened(happening: Happening): void;
  /** A request was refused because too many came: of an address, a person or an institution. */
  refused(bound: 'address' | 'person' | 'institution'): void;
  /** A build of the site ended. */
  built(isBuilt: boolean, milliseconds: number): void;
  /** Tells where a figure can be read whenever somebody asks. @param name without the `portal_` before it */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
};

/** Where nobody counts. */
export const unobserved: Observer = {
  answered: () => {},
  happened: () => {},
  refused: () => {},
  built: () => {},
  gauge: () => {},
};
