import { z } from 'zod';
import { anyPath } from './sent.ts';
import { contentVersion } from './versions.ts';

/** What takes an entry on, with the words of its button. */
export const steps = {
  'ask-review': '確認を依頼する',
  'take-back': '依頼を取り下げて下書きに戻す',
  return: '差し戻す（理由）',
  'undo-return': '差し戻しを取り消して、確認に戻す',
  /** Approves and publishes at once what is seen; of an editor's own draft, all that lies before it as well. */
  publish: '承認して公開する',
  withdraw: '掲載を止める（理由）',
  'ask-withdrawal': '掲載停止を依頼する（理由）',
  'refuse-withdrawal': '理由を添えて断る',
  /** Takes back a request that the entry be taken from sight, or be shown again. */
  'take-back-withdrawal': '依頼を取り下げる',
  republish: '掲載を再開する',
  'ask-republication': '掲載の再開を依頼する',
  delete: '投稿案を消す',
} as const;
export type StepName = keyof typeof steps;
export const stepName = z.enum(Object.keys(steps) as [StepName, ...StepName[]]);

/** The steps that ask for a reason, which is a must. */
export const stepsWithReason = [
  'return',
  'withdraw',
  'ask-withdrawal',
  'refuse-withdrawal',
] as const satisfies readonly StepName[];

/** The most letters of a reason. */
export const mostReasonLetters = 2000;

/** Takes a step. */
export const takeStep = z.strictObject({
  entry: anyPath,
  step: stepName,
  /** What the person has seen of the proposal; null where there is none. Another version is not decided about. */
  seen: contentVersion.nullable(),
  reason: z.string().trim().max(mostReasonLetters).optional(),
});

/** Says that an entry is open before somebody. */
export const heartbeat = z.strictObject({
  entry: anyPath,
  /** False when it is closed. */
  isOpen: z.boolean(),
});
