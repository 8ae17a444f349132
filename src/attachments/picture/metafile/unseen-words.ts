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
  if (!shown || inside.isUnsure) return found;
  if (missesSome(shown, older.texts) || missesSome(older.texts, shown)) found.add('other-form');
  return found;
};

const isSaidInOneHalf = ({ older, unasked, newer, hasNewer, isUnsure }: EmfWords): boolean =>
  hasNewer &&
  !isUnsure &&
  (missesSome(unasked, newer) || (unasked.length > 0 && missesSome(newer, older)));

/** Whether some texts say what all of the others do not. */
const missesSome = (texts: readonly string[], others: readonly string[]): boolean => {
  const said = others.map(plain).join('');
  return texts.some((text) => saysWords(text) && !said.includes(plain(text)));
};

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\0]+/gu, '');
const saysWords = (text: string): boolean => /\p{L}{2}/u.test(text);
