import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { currentDraft, onDraftChange } from '../decap/draft.ts';
import { CardHead } from './card-head.tsx';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';
import { textsIn } from './decap-list.ts';
import { fieldsAfter } from './section-fields.ts';
import { sectionWords as words } from './words.ts';
import { countHeld } from './written.ts';

/**
 * The head of the first card, or a button that shows and hides the fields after it, up to the next one. Decap knows fields one
 * after another and no groups of them that leave the stored shape alone.
 */
export const PortalSection = (props: DecapControlProps) =>
  props.field.get('isCard') === true ? <CardHead {...props} /> : <ClosedSection {...props} />;

const ClosedSection = ({ forID, field, ref }: DecapControlProps) => {
  // Not the id that Decap's label points to: the label would take the place of what the button says.
  const id = `${forID}-button`;
  useDecapControl(ref, id);
  const [isOpen, setIsOpen] = useState(false);
  const self = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const container of fieldsAfter(self.current)) container.hidden = !isOpen;
  }, [isOpen]);
  const names = textsIn(field.get('names'));
  const held = useSyncExternalStore(onDraftChange, () =>
    countHeld(names, currentDraft()?.data ?? {}),
  );
  const label = String(field.get('label'));
  return (
    <div ref={self} className="portal-section" data-section={isOpen ? 'open' : 'closed'}>
      <button
        type="button"
        id={id}
        aria-expanded={isOpen}
        aria-describedby={`${forID}-held`}
        aria-label={`${label}${isOpen ? words.close : words.open}`}
        // At once: whoever opens it from elsewhere goes on to a field in it.
        onClick={() => flushSync(() => setIsOpen((now) => !now))}
      >
        {label}
      </button>
      <small id={`${forID}-held`}>
        {field.get('isCounted') === true && wordsBeside(held, field.get('told'))}
      </small>
    </div>
  );
};

/** How much stands in a section, or, where nothing does, what it is good for. */
const wordsBeside = (held: number, told: unknown): string =>
  held === 0 && typeof told === 'string' ? told : words.held(held);
