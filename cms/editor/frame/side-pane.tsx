import { type KeyboardEvent, useId, useRef, useSyncExternalStore } from 'react';
import { frameWords as words } from './frame-words.ts';
import { NotesBeside } from './notes-beside.tsx';
import type { OpenEntry } from './open-entry.ts';
import type { SideView, SideViews } from './side-views.ts';
import { useParts } from './use-frame.ts';

type Props = {
  readonly entry: OpenEntry;
  readonly views: SideViews;
  readonly hasPage: boolean;
};

/** Beside the form: the page that it will be, a file as it reads, and the notes. None takes the place of another for good. */
export const SidePane = ({ entry, views, hasPage }: Props) => {
  const { who, screens, Preview } = useParts();
  const { view, file } = useSyncExternalStore(views.onChange, views.now);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const Attached = screens.attached;
  const isNotes = entry.entry !== null;
  const tabs: { view: SideView; label: string; count?: number }[] = [
    ...(hasPage ? [{ view: 'page', label: words.page } as const] : []),
    ...(Attached && file ? [{ view: 'file', label: words.attached(file.title) } as const] : []),
    ...(isNotes
      ? [
          {
            view: 'notes',
            label: who.role === 'editor' ? words.notesForEditors : words.notes,
            count: entry.state?.openNotes ?? 0,
          } as const,
        ]
      : []),
  ];
  const shown = tabs.find((tab) => tab.view === view) ?? tabs[0];
  if (!shown) return null;

  const turn = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const place = tabs.indexOf(shown) + step;
    const next = tabs[(place + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    views.show(next.view);
    list.current?.querySelector<HTMLElement>(`[data-view="${next.view}"]`)?.focus();
  };

  return (
    <aside className="portal-pane" aria-label={words.beside}>
      <div className="portal-stick">
        <div ref={list} className="portal-tabs" role="tablist" onKeyDown={turn}>
          {tabs.map((tab) => (
            <button
              key={tab.view}
              type="button"
              role="tab"
              id={`${id}-${tab.view}`}
              data-view={tab.view}
              aria-selected={tab === shown}
              aria-controls={`${id}-${tab.view}-panel`}
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => views.show(tab.view)}
            >
              {tab.label}
              {tab.count ? <span className="portal-count">{tab.count}</span> : null}
            </button>
          ))}
        </div>
        {tabs.map((tab) => (
          <div
            key={tab.view}
            role="tabpanel"
            id={`${id}-${tab.view}-panel`}
            aria-labelledby={`${id}-${tab.view}`}
            className={`portal-panel portal-panel-${tab.view}`}
            hidden={tab !== shown}
          >
            {tab.view === 'page' && <Preview standing={standingOf(entry)} />}
            {tab.view === 'file' && Attached && file && (
              <Attached name={file.name} address={file.address} onClose={() => views.closeFile()} />
            )}
            {tab.view === 'notes' && <NotesBeside entry={entry} />}
          </div>
        ))}
      </div>
    </aside>
  );
};

/** What the page says of itself besides its text: which version it is, and whether readers see it. */
const standingOf = ({ state }: OpenEntry): string =>
  JSON.stringify([state?.version, state?.stage, state?.published, state?.takenDown]);
