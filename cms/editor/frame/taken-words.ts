import type { EntryState } from '../../wire/entry-state.ts';
import type { StepName } from '../../wire/step.ts';

type Publication = NonNullable<EntryState['publication']>['state'];

/** What is said at the foot of the form, wherever in it somebody is, when a step was taken: the state stands far above. */
export const takenSentences: Record<
  Exclude<StepName, 'publish' | 'republish' | 'delete'>,
  string
> = {
  'ask-review': '確認を依頼しました。',
  'take-back': '下書きに戻しました。',
  return: '差し戻しました。',
  'undo-return': '差し戻しを取り消しました。',
  withdraw: '掲載を止めました。',
  'ask-withdrawal': '掲載停止を依頼しました。',
  'refuse-withdrawal': '依頼を断りました。',
  'take-back-withdrawal': '依頼を取り下げました。',
  'ask-republication': '掲載の再開を依頼しました。',
};

/**
 * @param publication how far readers see what was published
 * @returns empty where the step leads away from the form, or something else says what became of it
 */
export const takenWords = (step: StepName, publication: Publication | undefined): string => {
  if (step === 'delete') return '';
  if (step !== 'publish' && step !== 'republish') return takenSentences[step];
  if (publication === 'publishing') return '公開しています。';
  return publication === 'live' ? '公開しました。' : '';
};
