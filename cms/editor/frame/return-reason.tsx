import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import { frameWords as words } from './frame-words.ts';

/** Why an entry was handed back, before anything else. */
export const ReturnReason = ({ state }: { readonly state: EntryState | null }) => {
  const link = state?.approvalLink;
  const told =
    link?.state === 'returned'
      ? { title: words.reasonInside, reason: link.reason, by: '', at: link.at }
      : state?.returned && { title: words.reasonOfReturn, ...state.returned };
  if (!told) return null;
  return (
    <section className="portal-reason" aria-labelledby="portal-reason-title">
      <h2 id="portal-reason-title">{told.title}</h2>
      <p className="portal-reason-text">{told.reason}</p>
      <p className="portal-soft">
        {words.reasonBy(told.by, recentMomentInJapan(new Date(told.at)))}
      </p>
    </section>
  );
};
