/** One kind of problem: how grave it is, and the words for it. */
export type ProblemKind<Detail> = {
  /** An error keeps content from being published; a warning does not. */
  severity: 'error' | 'warning';
  /**
   * Content with it could do harm wherever it is opened, or cannot be looked through: it is never stored, not even in a
   * draft. Without it, content is merely unfinished.
   */
  unsafe?: true;
  /** The heading of its help, at /help/problems/#code. */
  title: string;
  /** A paragraph on why the rule is there and how to mend it. */
  help: string;
  /** What is wrong, with the value, and how to mend it: one line, in the author's words. */
  message(detail: Detail): string;
  /**
   * The same for whoever fills in the form, where it is mended in another way than in a file: by choosing, and without any
   * word that only files have. Where it is left out, the message says it, without the keys of fields.
   */
  atForm?(detail: Detail): string;
};
