import type { StepName } from '../../wire/step.ts';
import type { AppParts } from './app-parts.ts';
import { PlainWindow } from './plain-window.tsx';
import { ReasonWindow } from './reason-window.tsx';
import { windowWords as words } from './window-words.ts';

/** What a step asks before it is taken, where it asks anything. */
const reasons: Partial<
  Record<StepName, { readonly title: string; readonly sentence: string; readonly yes: string }>
> = {
  return: { title: words.returnTitle, sentence: words.returnSentence, yes: words.returnYes },
  withdraw: {
    title: words.withdrawTitle,
    sentence: words.withdrawSentence,
    yes: words.withdrawYes,
  },
  'ask-withdrawal': {
    title: words.askWithdrawalTitle,
    sentence: words.askWithdrawalSentence,
    yes: words.askWithdrawalYes,
  },
  'refuse-withdrawal': {
    title: words.refuseTitle,
    sentence: words.refuseSentence,
    yes: words.refuseYes,
  },
};

/**
 * Takes a step, after the reason that it needs.
 * @param presets what a reason begins with
 * @returns whether it was taken
 */
export const takenStep = async (
  { dialogs, session }: Pick<AppParts, 'dialogs' | 'session'>,
  step: StepName,
  presets: Partial<Record<StepName, string>>,
): Promise<boolean> => {
  const asked = reasons[step];
  if (asked) {
    const reason = await dialogs.ask<string | null>((answer) => (
      <ReasonWindow {...asked} preset={presets[step] ?? ''} onAnswer={answer} />
    ));
    return reason !== null && session.take(step, reason);
  }
  if (step === 'delete') {
    const isSure = await dialogs.ask<boolean>((answer) => (
      <PlainWindow title={words.removeTitle} yes={words.remove} no={words.stop} onAnswer={answer}>
        <p>{words.removeSentence}</p>
      </PlainWindow>
    ));
    if (!isSure) return false;
  }
  return session.take(step);
};
