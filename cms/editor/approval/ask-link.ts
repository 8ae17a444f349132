import type { MadeLink } from '../../wire/approval-link.ts';
import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway, Refusal } from '../gateway/ask-gateway.ts';

/** Why something was not done: a sentence, and what is to be mended in the text. */
export type Complaint = { readonly sentence: string; readonly problems: readonly string[] };

/** How the link of an entry stands, and what the entry says as it is stored; null where nothing is stored. */
export type LinkNow = {
  readonly version: string | null;
  readonly link: ApprovalLinkState | null;
  /** Whether this person may make one. */
  readonly isOurs: boolean;
};

export const askLinkNow = async (entry: string): Promise<LinkNow> => {
  const { kind, version, approvalLink, mayAskApproval } = await askGateway(routes.state, {
    entry,
  });
  const stored = kind === 'entry' ? version : null;
  return {
    version: stored,
    link: approvalLink,
    isOurs: stored === null || mayAskApproval === true,
  };
};

/** Makes the link of what is stored now. @throws Refusal with the gateway's sentence; null where nothing is stored */
export const makeLink = async (entry: string, days: number): Promise<MadeLink | null> => {
  const { kind, version } = await askGateway(routes.state, { entry });
  if (kind !== 'entry' || version === null) return null;
  return askGateway(routes.makeApprovalLink, { body: { entry, seen: version, days } });
};

export const withdrawLink = async (entry: string): Promise<ApprovalLinkState | null> =>
  (await askGateway(routes.withdrawApprovalLink, { body: { entry } })).link;

/** Puts what went wrong into words for the person. */
export const complaintOf = (error: unknown): Complaint =>
  error instanceof Refusal
    ? { sentence: error.message, problems: error.problems.map(({ message }) => message) }
    : { sentence: error instanceof Error ? error.message : String(error), problems: [] };
