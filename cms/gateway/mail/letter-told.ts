import type { Letter } from './letter.ts';
import { letterWords, newsWords, type Why, whyWords } from './words.ts';

/**
 * What a message tells, and why it has not gone, as a desk shows it: 確認の依頼：入学時の誓約書.
 * @returns `why` empty where there is no reason
 */
export const letterTold = ({
  items,
  thread,
  why,
  answer,
}: Letter): { what: string; why: string } => {
  const [first] = items;
  const sentence = why !== null && Object.hasOwn(whyWords, why) ? whyWords[why as Why] : '';
  return {
    what:
      thread !== null && first
        ? `${newsWords[first.kind]?.label ?? ''}：${first.title}`
        : letterWords.notices(items.length),
    why: answer === null ? sentence : `${sentence}${letterWords.answer(answer)}`,
  };
};
