/** What stands around the page of a draft. */
export type DraftFrame = {
  purpose: 'preview' | 'approval' | 'decision';
  /** Markup of the gateway's own, before and after the page. */
  around: { above: string; below: string } | null;
  version: number;
  /** The day of this version, `YYYY-MM-DD`. */
  day: string;
  /** Addresses of style sheets: the site's, and that of drafts. */
  styles: readonly string[];
  problems: readonly ShownProblem[];
  /** Whether the draft is such that no page is made of it, only a list of its problems. */
  isWithheld: boolean;
  /** Whether readers see nothing of it yet, something else, or just this. */
  standing: 'new' | 'changed' | 'published';
  isWithdrawn: boolean;
  approval: ApprovalFacts;
};

/** A problem as the person who writes the draft reads it. */
export type ShownProblem = {
  severity: 'error' | 'warning';
  /** What the form calls the field, or the name of the file. */
  place: string;
  message: string;
  /** Where it is explained. */
  help: string;
};

/** What those who decide have to know of the page beside the page. */
export type ApprovalFacts = {
  title: string;
  institution: string;
  address: string;
  /** null where nobody has chosen yet. */
  audience: string | null;
  attachments: readonly { title: string; name: string; description: string; rights: string }[];
  /** The decision, as far as the draft states it already. */
  decision: { office: string; on: string } | null;
};
