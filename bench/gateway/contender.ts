import type { Answer } from './decap-protocol.ts';
import type { Draft } from './world.ts';

/** A server with a repository of its own, and what the bench asks of it. */
export type Contender = {
  readonly name: 'decap-server' | 'gateway';
  /** The checkout that it stores in. */
  readonly folder: string;
  /** Starts it, and signs in everybody who is to save; again after it was killed. */
  start(): Promise<void>;
  /** Ends it at once: there is no other end that both know. */
  kill(): Promise<void>;
  list(): Promise<Answer>;
  entry(entry: Pick<Draft, 'contentPath'>): Promise<Answer>;
  /** Saves a draft as its institution's office. @param basedOn the version that the office began from, null for none */
  save(draft: Draft, basedOn: string | null): Promise<Answer>;
  /** The git folder in which drafts are stored. */
  readonly draftsFolder: string;
  /** The ref that a draft is stored under, there. */
  refOf(draft: Pick<Draft, 'contentPath'>): string;
  cpuSeconds(): number;
  residentBytes(): number;
};
