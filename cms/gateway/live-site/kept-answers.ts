/** Answers that are kept are those of so many questions; those that were asked for longest ago go first. */
const mostKept = 4000;

/**
 * Keeps answers that never change, as whatever is asked of two commits. One that failed is asked for again.
 * @param keyOf names a question
 */
export const keptAnswers = <Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
  keyOf: (...question: Question) => string,
): ((...question: Question) => Promise<Answer>) => {
  const kept = new Map<string, Promise<Answer>>();
  return (...question) => {
    const key = keyOf(...question);
    const answer = kept.get(key) ?? ask(...question);
    kept.delete(key);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
};
