import { fileWords as words } from './words.ts';

/** As many places as a sentence names. */
const mostPlaces = 6;

/**
 * Places of a file as a sentence names them; of many the first ones, and how many more there are.
 * @param besides how many there are that are not among them
 * @returns with whether that is all of them
 */
export const placesInShort = (
  places: readonly string[],
  besides: number,
): { readonly text: string; readonly isWhole: boolean } => {
  if (places.length + besides <= mostPlaces) return { text: places.join('、'), isWhole: true };
  const named = places.slice(0, mostPlaces - 1);
  const more = words.morePlaces(places.length + besides - named.length);
  return { text: [...named, more].join('、'), isWhole: false };
};
