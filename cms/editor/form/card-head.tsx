import { useSyncExternalStore } from 'react';
import { currentDraft, onDraftChange } from '../decap/draft.ts';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';
import { textsIn } from './decap-list.ts';
import { sectionWords as words } from './words.ts';
import { countWritten } from './written.ts';

/** What stands over the first card: that it is enough, and how much of it is written. */
export const CardHead = ({ forID, field, ref }: DecapControlProps) => {
  useDecapControl(ref, forID);
  const names = textsIn(field.get('names'));
  const written = useSyncExternalStore(onDraftChange, () =>
    countWritten(names, currentDraft()?.data ?? {}),
  );
  return (
    <div className="portal-card-head">
      <h2 id={forID}>{String(field.get('label'))}</h2>
      <p>{words.card}</p>
      <p className="portal-fill">
        <span className="portal-cells" aria-hidden="true">
          {names.map((name, place) => (
            <i key={name} data-full={place < written} />
          ))}
        </span>
        <span>{words.written(names.length, written)}</span>
      </p>
    </div>
  );
};
