/** Asks for something when it is first needed, and never again. */
export const once = <T>(ask: () => T): (() => T) => {
  let answer: { is: T } | null = null;
  return () => {
    answer ??= { is: ask() };
    return answer.is;
  };
};
