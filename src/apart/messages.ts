/** What a process apart says to the one that started it. */
export type FromChild<Answer> =
  /** Its module is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The task broke a bound of the language: a stack, the length of a text, memory. */
  | { readonly kind: 'too-complex' }
  /** A fault of ours; with its stack, for the log. */
  | { readonly kind: 'fault'; readonly fault: string };

/** What it is told: one task at a time. */
export type ToChild<Task> = { readonly task: Task };
