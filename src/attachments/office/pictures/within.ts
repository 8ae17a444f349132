/** A place and what is meant there: 「スライド5の図の、…」; the whole file where the place is empty. */
export const within = (place: string, what: string): string =>
  place === '' ? what : `${place}の${what}`;
