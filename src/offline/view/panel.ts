import { element, partOf } from '../../dom/element.ts';
import { fileSize } from '../../formats/file-size.ts';
import { offlineWords as words } from '../words.ts';
import { NotAsListed, NotFetched } from './fetch-checked.ts';
import { OtherEdition } from './offline-site.ts';
import { NoRoom } from './room.ts';

/** What a button is for. It may be stopped by the reader through the signal. */
export type Task = (signal: AbortSignal) => Promise<void>;

/** The parts of the page, and the one task that runs at a time. */
export type Panel = {
  part(name: string): HTMLElement;
  /** Fills a part, or hides it if there is nothing to fill it with. */
  show(name: string, ...children: (Node | string)[]): void;
  /** Says something where it is read out. */
  say(text: string): void;
  fail(text: string): void;
  button(label: string, task: Task, more?: { isMain?: boolean; name?: string }): HTMLButtonElement;
  /** Shows that something is under way, and how far it is. */
  progress(doing: string): (share: number) => void;
};

/** The reader has stopped what was under way; everything is said already. */
export class Stopped extends Error {}

/**
 * @param lockName what keeps two windows from saving at once
 * @param restore shows what is there, after a task that failed
 */
export function createPanel(
  root: HTMLElement,
  lockName: string,
  restore: () => Promise<void>,
): Panel {
  const part = (name: string) => partOf(root, name);
  const show: Panel['show'] = (name, ...children) => {
    part(name).replaceChildren(...children);
    part(name).hidden = children.length === 0;
  };
  const say = (text: string) => {
    part('status').textContent = text;
  };
  const fail = (text: string) => show('failure', text);
  const setBusy = (busy: boolean) => {
    root.setAttribute('aria-busy', String(busy));
    for (const one of root.querySelectorAll('button')) {
      if (one !== part('stop')) one.disabled = busy;
    }
  };
  let stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort());

  const work = (task: Task) =>
    navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      show('failure');
      if (!lock) return fail(words.failures.busy);
      stopping = new AbortController();
      setBusy(true);
      try {
        await task(stopping.signal);
      } catch (error) {
        if (!(error instanceof Stopped)) {
          console.error(error);
          fail(failureOf(error));
        }
        await restore().catch(() => undefined);
      } finally {
        part('progress').hidden = true;
        setBusy(false);
      }
    });

  return {
    part,
    show,
    say,
    fail,
    button(label, task, { isMain = false, name } = {}) {
      const made = element(
        'button',
        { type: 'button', class: isMain ? 'main' : undefined, 'aria-label': name },
        label,
      );
      made.addEventListener('click', () => void work(task));
      return made;
    },
    progress(doing) {
      part('doing').textContent = doing;
      say('');
      const bar = root.querySelector('progress') as HTMLProgressElement;
      let saidHalf = false;
      const progress = (share: number) => {
        bar.value = share;
        part('percent').textContent = words.percent(share);
        if (saidHalf || share < 0.5 || share >= 1) return;
        saidHalf = true;
        say(words.copy.half);
      };
      progress(0);
      part('progress').hidden = false;
      part('stop').focus();
      return progress;
    },
  };
}

function failureOf(error: unknown): string {
  const { failures } = words;
  if (error instanceof OtherEdition) return words.members.other;
  if (error instanceof NoRoom) {
    return failures.full(fileSize(error.needed), fileSize(error.left));
  }
  if (error instanceof NotFetched) return failures.notFetched;
  if (error instanceof NotAsListed) return failures.notAsListed;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? failures.noRoom : failures.other;
}
