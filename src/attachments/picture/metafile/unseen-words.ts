import { type EmfWords, emfWords } from './emf-words.ts';
import { hasTextOutside } from './text-outside.ts';
import { unpackMetafile } from './unpack-metafile.ts';
import { wmfWords } from './wmf-words.ts';

/** Why words in a metafile are not seen: beside the picture, or in one of its forms alone. */
export type UnseenInMetafile = 'outside' | 'other-form';

/**
 * Whether a metafile of Windows holds words that nobody sees where it is shown: outside of its frame; in the half of an
 * enhanced one that programs of today do not draw; in the enhanced one inside of an older one, or in that alone.
 * @param bytes anything is safe
 */
export const unseenInMetafile = (bytes: Uint8Array): ReadonlySet<UnseenInMetafile> => {
  const found = new Set<UnseenInMetafile>();
  const unpacked = unpackMetafile(bytes);
  if (!unpacked) return found;
  const halves = emfWords(unpacked);
  if (halves) {
    if (hasTextOutside(unpacked)) found.add('outside');
    if (isSaidInOneHalf(halves)) found.add('other-form');
    return found;
  }
  const older = wmfWords(unpacked);
  if (older?.outside.some(saysWords)) found.add('outside');
  if (!older?.enhanced) return found;
  for (const one of unseenInMetafile(older.enhanced)) found.add(one);
  const inside = emfWords(older.enhanced);
  const shown = inside && (inside.hasNewer ? inside.newer : inside.older);
  if (shown && !inside.isUnsure && isSaidInOne(shown, older.texts)) found.add('other-form');
  return found;
};

const isSaidInOneHalf = ({ older, newer, hasNewer, isUnsure }: EmfWords): boolean =>
  hasNewer && !isUnsure && isSaidInOne(older, newer, false);

/** Whether one of two forms says what the other does not. @param isMutual whether either may */
const isSaidInOne = (
  one: readonly string[],
  other: readonly string[],
  isMutual = true,
): boolean => {
  const missesSome = (texts: readonly string[], all: readonly string[]): boolean => {
    const said = all.map(plain).join('');
    return texts.some((text) => saysWords(text) && !said.includes(plain(text)));
  };
  return missesSome(one, other) || ((isMutual || one.length > 0) && missesSome(other, one));
};

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\0]+/gu, '');
const saysWords = (text: string): boolean => /\p{L}{2}/u.test(text);
