/** An escaped character, which begins nothing, or the sign of a note. */
const noteSign = /\\[\s\S]|\[\^([^\]\s]+)\]/g;

/**
 * Gives the notes of an imported text numbers that the text before it does not use, so that both can stand in one
 * entry.
 * @param body as readWord gives it
 * @param before what is there already
 */
export const withFreeNotes = (body: string, before: string): string => {
  const used = [...before.matchAll(noteSign)]
    .map(([, name]) => Number(name))
    .filter(Number.isInteger);
  const highest = Math.max(0, ...used);
  return body.replace(noteSign, (sign, name: string | undefined) =>
    name === undefined ? sign : `[^${Number(name) + highest}]`,
  );
};
