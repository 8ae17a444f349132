import { westernDate } from '../../../src/formats/japanese-date.ts';
import { type Approval, approval } from '../../../src/schema/entry.ts';
import { contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { words } from './words.ts';

/** The most letters of a word with which a text is returned: as many as fit into a form of 16 KB. */
export const mostReasonLetters = 1000;

/** What was typed into the two forms of a link, and what is wrong with it, by the field. */
export type Typed = {
  readonly on: string;
  readonly office: string;
  readonly reason: string;
};
export type Complaints = Partial<Record<keyof Typed | 'answer', string>>;

/** What was answered by a link. */
export type Answer =
  | { readonly kind: 'approve'; readonly approval: Approval }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'unusable'; readonly typed: Typed; readonly complaints: Complaints };

/**
 * Reads what a form sent. Nothing is approved that does not name the day and an office.
 * @param today in Japan; @param begunOn the day on which the proposal was begun
 */
export const readAnswer = (
  sent: Readonly<Record<string, unknown>>,
  { entry, today, begunOn }: { entry: EntryAddress; today: string; begunOn: string },
): Answer => {
  const [on, office] = [lineIn(sent['on']), lineIn(sent['office'])];
  const reason = textIn(sent['reason']).replace(/\r\n?/g, '\n').trim();
  const typed = { on, office, reason };
  const unusable = (complaints: Complaints): Answer => ({ kind: 'unusable', typed, complaints });

  switch (sent['answer']) {
    case 'approve': {
      const complaints = {
        ...said('on', complaintAboutDay(on, { today, begunOn })),
        ...said('office', complaintAboutOffice(office, entry)),
      };
      const read = approval.safeParse({ on, office });
      if (Object.keys(complaints).length > 0) return unusable(complaints);
      return read.success
        ? { kind: 'approve', approval: read.data }
        : unusable({ office: words.complaints.unusableOffice });
    }
    case 'return': {
      if (reason === '') return unusable({ reason: words.complaints.noReason });
      return reason.length > mostReasonLetters || !reason.isWellFormed()
        ? unusable({ reason: words.complaints.longReason(mostReasonLetters) })
        : { kind: 'return', reason };
    }
    default:
      return unusable({ answer: words.complaints.unclear });
  }
};

const textIn = (sent: unknown): string => (typeof sent === 'string' ? sent : '');
const lineIn = (sent: unknown): string => textIn(sent).trim();

const said = (field: keyof Typed, complaint: string | null): Complaints =>
  complaint === null ? {} : { [field]: complaint };

const complaintAboutDay = (
  on: string,
  { today, begunOn }: { today: string; begunOn: string },
): string | null => {
  if (!approval.shape.on.safeParse(on).success) return words.complaints.day;
  if (on > today) return words.complaints.future;
  return on < begunOn ? words.complaints.early(westernDate(begunOn)) : null;
};

const complaintAboutOffice = (office: string, { institution }: EntryAddress): string | null => {
  if (office === '') return words.complaints.noOffice;
  const named = contributor.safeParse({ role: 'contributor', institution, office });
  return named.success ? null : words.complaints.unusableOffice;
};
