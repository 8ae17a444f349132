import { KeepingRefused } from '../kept/keeping-refused.ts';
import type { KeptText } from '../kept/kept-text.ts';
import type { KeptTexts } from '../kept/kept-texts.ts';

/** After so many milliseconds without a key what was typed is kept; never later than the second of them. */
const quiet = 150;
const longest = 350;

/** Keeps what stands in the form, on and on, until the gateway has confirmed it. */
export type Keeping = {
  /** Something in the form has changed. */
  changed(): void;
  /** How often the form has changed: what stands in it now. */
  revision(): number;
  /** Keeps at once what is not kept yet. */
  flush(): Promise<void>;
  /** The same where the page may be going at this moment: what was typed is written down before this returns. */
  leave(): void;
  /** The gateway has everything of an entry up to this revision. @param entry as it was kept */
  confirmed(entry: string, revision: number): Promise<void>;
  /** Goes on counting after that of a text that was restored. */
  goOnFrom(revision: number): void;
  /** The sentence why what was typed last is not kept; null where it is. */
  trouble(): string | null;
  /** Whether something was typed that is not kept yet. */
  isBehind(): boolean;
};

export type KeepingParts = {
  readonly kept: KeptTexts;
  /** What the gateway calls the person. */
  readonly who: string;
  /** What stands in the form, as it is to be kept; null where there is nothing to keep. */
  read(): Omit<KeptText, 'who' | 'revision' | 'savedAt'> | null;
  readonly now: () => number;
  /** Hears that something was kept, or could not be. */
  onKept(): void;
};

/** Makes the keeper of one page. */
export const createKeeping = ({ kept, who, read, now, onKept }: KeepingParts): Keeping => {
  let revision = 0;
  let keptRevision = 0;
  let storedRevision = 0;
  let sentence: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let work: Promise<void> = Promise.resolve();

  const keep = (isLeaving = false): Promise<void> => {
    clearTimeout(timer);
    firstChange = 0;
    const text = read();
    const mine = revision;
    // What is under way to the store may not arrive there any more when the page goes.
    if (text === null || mine === (isLeaving ? storedRevision : keptRevision)) return work;
    keptRevision = mine;
    // Not behind the one that is under way: the page may be about to go. The store keeps the order of its calls.
    const putting = kept[isLeaving ? 'leave' : 'put']({
      ...text,
      who,
      revision: mine,
      savedAt: now(),
    })
      .then(
        () => {
          storedRevision = Math.max(storedRevision, mine);
          return null;
        },
        (error: unknown) => {
          if (!(error instanceof KeepingRefused)) throw error;
          return error.message;
        },
      )
      .then((told) => {
        sentence = told;
        onKept();
      });
    work = Promise.all([work, putting]).then(() => {});
    return work;
  };

  return {
    changed() {
      revision += 1;
      firstChange ||= now();
      clearTimeout(timer);
      timer = setTimeout(
        () => void keep(),
        Math.max(0, Math.min(quiet, firstChange + longest - now())),
      );
    },
    revision: () => revision,
    flush: () => keep(),
    leave: () => void keep(true),
    async confirmed(entry, at) {
      await work;
      await kept.drop({ who, entry }, at).catch(() => {});
    },
    goOnFrom(at) {
      revision = Math.max(revision, at) + 1;
    },
    trouble: () => sentence,
    isBehind: () => revision !== keptRevision,
  };
};
