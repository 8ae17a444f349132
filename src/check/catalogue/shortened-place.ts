const mostOfPlace = 60;

/** A place in a file as a sentence names it: a sheet or a slide may be called anything, and the sentence stays one line. */
export const shortenedPlace = (place: string): string => {
  // Two spaces in the name of a sheet are a part of it.
  const line = place.replace(/[^\S ]+/gu, ' ').trim();
  return line.length > mostOfPlace ? `${line.slice(0, mostOfPlace)}…` : line;
};
