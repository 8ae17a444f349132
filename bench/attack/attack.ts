import type { Random } from '../seeded-random.ts';
import type { Target } from './target.ts';

/** What somebody who attacks was told. */
export type Told = { readonly status: number; readonly text: string };

/** One hostile thing that somebody does to the portal. */
export type Attack = {
  /** What it is, with what was drawn for it: `text: 12,000 × **「`. */
  readonly name: string;
  /** Makes what is sent, before the portal is attacked: whoever attacks has a machine of their own. */
  prepare?(): void;
  /** Does it, and gives every answer; an answer that never comes, or a closed line, is none. */
  run(on: Target): Promise<readonly Told[]>;
};

/** A kind of attack, of which chance makes one. */
export type AttackKind = (random: Random, number: number) => Attack;
