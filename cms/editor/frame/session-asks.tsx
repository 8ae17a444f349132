import type { NamedContributor } from '../../wire/contributor.ts';
import { conflictingOffice, conflictLines } from '../gateway/conflict-words.ts';
import { CompareWindow } from './compare-window.tsx';
import type { Dialogs } from './dialogs.ts';
import { KeptWindow } from './kept-window.tsx';
import { PlainWindow } from './plain-window.tsx';
import type { SessionAsks } from './session-parts.ts';
import { SignInWindow } from './sign-in-window.tsx';
import { windowWords as words } from './window-words.ts';

export type AskParts = {
  readonly dialogs: Dialogs;
  readonly who: NamedContributor;
  /** What is kept of the open entry, in a sentence; `isKept` false where the browser keeps nothing. */
  whatIsKept(): { readonly sentence: string; readonly isKept: boolean };
  /** Gives what stands in the form as a file. */
  download(): void;
  /** Gives a kept text as a file. */
  downloadKept(text: Parameters<SessionAsks['aboutKept']>[0]['kept']): void;
  /** Goes to the page that asks who somebody is. */
  chooseAnother(): Promise<void>;
};

/** Makes the questions of the open entry, each in a window over the page. */
export const createSessionAsks = (parts: AskParts): SessionAsks => {
  const { dialogs, who } = parts;
  let signingIn: Promise<boolean> | null = null;
  return {
    aboutKept: ({ collection, kept, merged }) =>
      dialogs.ask((answer) => (
        <KeptWindow
          collection={collection}
          kept={kept}
          merged={merged}
          onDownload={() => parts.downloadKept(kept)}
          onAnswer={answer}
        />
      )),
    aboutConflict: ({ collection, conflicts, merged }) =>
      dialogs.ask((answer) => (
        <CompareWindow
          title={words.conflictTitle}
          collection={collection}
          sentences={[...conflictLines(conflicts), words.conflictCount(merged.toChoose.length)]}
          merged={merged}
          mine={words.conflictMine}
          theirs={words.conflictTheirs(conflictingOffice(conflicts[0] ?? { changedBy: null }))}
          goOn={words.conflictGoOn}
          leave={words.conflictLeave}
          onAnswer={answer}
        />
      )),
    aboutFiles: (conflicts) =>
      dialogs.ask((answer) => (
        <PlainWindow
          title={words.filesTitle}
          yes={words.filesYes}
          no={words.conflictLeave}
          onAnswer={answer}
        >
          {conflictLines(conflicts).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </PlainWindow>
      )),
    signInAgain() {
      // Several questions to the gateway can find the session gone at once.
      signingIn ??= dialogs
        .ask<boolean>((answer) => {
          const { sentence, isKept } = parts.whatIsKept();
          return (
            <SignInWindow
              who={who}
              kept={sentence}
              isKept={isKept}
              onDownload={parts.download}
              onAnswer={answer}
            />
          );
        })
        .then(async (isSame) => {
          signingIn = null;
          if (!isSame) await parts.chooseAnother();
          return isSame;
        });
      return signingIn;
    },
  };
};
