import { type KeyboardEvent, useRef } from 'react';
import type { Change } from './change-list.ts';
import { signWords, reviewWords as words } from './words.ts';

type Props = {
  readonly changes: readonly Change[];
  /** The whole text is shown, beside no other version. */
  readonly isWhole: boolean;
  readonly current: string | null;
  /** Somebody came to a change: it is shown, and said. */
  readonly onCome: (change: Change) => void;
  /** Somebody wants to go on reading there. */
  readonly onGo: (change: Change) => void;
  readonly onNote: () => void;
};

/**
 * The list of what changed. Letters work as keys while the keyboard is in the list, and nowhere else: whoever writes a note
 * types them.
 */
export const ChangesNav = ({ changes, isWhole, current, onCome, onGo, onNote }: Props) => {
  const list = useRef<HTMLOListElement>(null);
  const goBy = (step: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
    const change = changes[next ? links.indexOf(next) : -1];
    next?.focus();
    if (change) onCome(change);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    if (key === 'n') goBy(1);
    else if (key === 'p') goBy(-1);
    else if (key === 'm') onNote();
    else return;
    event.preventDefault();
  };
  return (
    <nav className="portal-changes" aria-labelledby="portal-changes-title">
      <div>
        <h2 id="portal-changes-title">
          {isWhole ? words.contents : words.changes(changes.length)}
        </h2>
        {changes.length === 0 && !isWhole && <p className="portal-soft">{words.noChanges}</p>}
        <ol ref={list} onKeyDown={onKeyDown}>
          {changes.map((change) => (
            <li key={change.id}>
              <a
                href={`#${change.id}`}
                aria-current={current === change.id}
                aria-keyshortcuts="N P M"
                onClick={(event) => {
                  event.preventDefault();
                  onGo(change);
                }}
              >
                {change.sign && (
                  <span className="portal-sign" aria-hidden="true">
                    {change.sign}
                  </span>
                )}
                {change.label}
                {change.sign && <span className="portal-hidden">（{signWords[change.sign]}）</span>}
              </a>
            </li>
          ))}
        </ol>
        {changes.length > 0 && !isWhole && (
          <p className="portal-keys">
            <kbd>N</kbd> {words.keys.next}
            <br />
            <kbd>P</kbd> {words.keys.last}
            <br />
            <kbd>M</kbd> {words.keys.note}
          </p>
        )}
      </div>
    </nav>
  );
};
