import { type ComponentType, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { MadeLink } from '../../wire/approval-link.ts';
import {
  askLinkNow,
  type Complaint,
  complaintOf,
  type LinkNow,
  makeLink,
  withdrawLink,
} from './ask-link.ts';
import { LinkAddress } from './link-address.tsx';
import { LinkForm } from './link-form.tsx';
import { linkSentence, linkWords as words } from './words.ts';

export type ApprovalLinkProps = {
  /** The path of the entry below content/; null where it was never saved. */
  readonly entry: string | null;
  /** The window was closed; the state of the entry may have changed. */
  readonly onClose: () => void;
};

export type ApprovalLinkParts = {
  /** Saves what is written and not stored yet, since a link shows what is stored. @returns whether all of it is stored */
  save(): Promise<boolean>;
};

/**
 * Makes the window of the link for the approval inside an institution (承認リンク): how it stands, for how long a new one is to
 * be open, its address, which is shown this once, and the way to take it back.
 */
export const createApprovalLink =
  ({ save }: ApprovalLinkParts): ComponentType<ApprovalLinkProps> =>
  ({ entry, onClose }) => {
    const titleId = useId();
    const dialog = useRef<HTMLDialogElement>(null);
    const [now, setNow] = useState<LinkNow | null>(entry === null ? nothingStored : null);
    const [made, setMade] = useState<MadeLink | null>(null);
    const [said, setSaid] = useState(entry === null ? '' : words.asking);
    const [complaint, setComplaint] = useState<Complaint | null>(null);
    const [isBusy, setIsBusy] = useState(false);

    useLayoutEffect(() => {
      const self = dialog.current;
      if (self && !self.open) self.showModal();
      return () => self?.close();
    }, []);

    /** Does something for which the person waits, and tells what came of it. */
    const during = async (sentence: string, work: (entry: string) => Promise<string>) => {
      if (entry === null || isBusy) return;
      setIsBusy(true);
      setComplaint(null);
      setSaid(sentence);
      try {
        setSaid(await work(entry));
      } catch (error) {
        setSaid('');
        setComplaint(complaintOf(error));
      }
      setIsBusy(false);
    };

    // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked once, when the window opens
    useEffect(() => {
      void during(words.asking, async (at) => {
        setNow(await askLinkNow(at));
        return '';
      });
    }, []);

    const make = (days: number) =>
      during(words.making, async (at) => {
        if (!(await save())) throw new Error(words.notSaved);
        const link = await makeLink(at, days);
        if (!link) throw new Error(words.nothingSaved);
        setMade(link);
        setNow({ version: null, link: link.link, isOurs: true });
        return '';
      });
    const withdraw = () =>
      during(words.withdrawing, async (at) => {
        await withdrawLink(at);
        setMade(null);
        setNow(await askLinkNow(at));
        // The button that was pressed goes: the keyboard stays in the window.
        requestAnimationFrame(() => dialog.current?.querySelector('input')?.focus());
        return words.withdrawn;
      });

    const link = now?.link ?? null;
    const sentence = linkSentence(link);
    const isOurs = now?.isOurs ?? false;
    const isStored = now !== null && (now.version !== null || made !== null);
    return (
      <dialog
        ref={dialog}
        className="portal-dialog portal-approval"
        aria-labelledby={titleId}
        onCancel={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <h2 id={titleId}>{words.title}</h2>
        {sentence && <p>{sentence}</p>}
        {now && !isStored && <p>{words.nothingSaved}</p>}
        {now && !isOurs && <p>{words.notOurs}</p>}
        {made && <LinkAddress made={made} />}
        {isStored && isOurs && !made && link?.state !== 'approved' && (
          <LinkForm
            isAgain={link !== null}
            isBusy={isBusy}
            warning={link?.state === 'open' ? words.again : null}
            onMake={make}
          />
        )}
        <p role="status">{said}</p>
        {complaint && (
          <div role="alert" className="portal-error">
            <p>{complaint.sentence}</p>
            <ul>
              {complaint.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="portal-dialog-buttons">
          {isOurs && link?.state === 'open' && (
            <button
              type="button"
              className="portal-button"
              aria-disabled={isBusy}
              onClick={withdraw}
            >
              {words.withdraw}
            </button>
          )}
          <button type="button" className="portal-button" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </dialog>
    );
  };

const nothingStored: LinkNow = { version: null, link: null, isOurs: true };

/** The same where there is nothing to save first. */
export const ApprovalLink = createApprovalLink({ save: async () => true });
