/** What a portal of the benchmark is asked to do, and how it answers. Every operation has an id, by which it is known again. */
export type Asked =
  | {
      readonly kind: 'save';
      readonly entry: string;
      readonly id: string;
      readonly mayWait: boolean;
    }
  | { readonly kind: 'publish'; readonly entry: string; readonly id: string }
  | { readonly kind: 'hasten' }
  | { readonly kind: 'view' };

export type Answered =
  /** What was asked has come about, now or by an earlier question with the same id; of a publication, by this commit. */
  | { readonly kind: 'done'; readonly isHereOnly: boolean; readonly commit: string }
  /** There was nothing to publish. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'view'; readonly view: string; readonly undelivered: number }
  | { readonly kind: 'failed'; readonly why: string };

export type Question = { readonly number: number; readonly asked: Asked };
export type Answer = { readonly number: number; readonly answered: Answered; readonly ms: number };
