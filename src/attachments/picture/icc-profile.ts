import { letters, startsWith, viewOf } from './bytes.ts';
import { profileWords } from './icc-words.ts';

/** What a colour profile is without what no colour comes of. */
export type CleanProfile = {
  /** As long as the profile was. */
  clean: Uint8Array;
  /** Whether words are lost that are not those of every profile. */
  says: boolean;
};

/** ICC.1:2022, 7.2 and 7.3. */
const head = { length: 128, mark: 'acsp', markAt: 36, id: 84, idEnd: 100 } as const;
const entry = { length: 12, first: head.length + 4 } as const;
/** Far more than any profile has. */
const mostTags = 200;

/** ICC.1:2022, 9.2, and Apple's for colours: tags of which colours come. */
const ofColours: ReadonlySet<string> = new Set([
  ...['A2B0', 'A2B1', 'A2B2', 'A2B3', 'B2A0', 'B2A1', 'B2A2', 'B2A3', 'D2B0', 'D2B1', 'D2B2'],
  ...['D2B3', 'B2D0', 'B2D1', 'B2D2', 'B2D3', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
  ...['kTRC', 'wtpt', 'bkpt', 'chad', 'chrm', 'cicp', 'gamt', 'lumi', 'meas', 'view', 'tech'],
  ...['pre0', 'pre1', 'pre2', 'ncl2', 'clrt', 'clot', 'ciis', 'rig0', 'rig2', 'resp', 'arts'],
]);
/** What every profile says of itself, and those of displays: their names and makers. */
const ofWords: ReadonlySet<string> = new Set([
  'desc',
  'cprt',
  'dmnd',
  'dmdd',
  'vued',
  'targ',
  'dscm',
]);
/** What the system knows of a display beside its colours: numbers alone, and its name in all languages. */
const ofDisplays: ReadonlySet<string> = new Set([
  ...['vcgt', 'vcgp', 'ndin', 'mmod', 'aarg', 'aabg', 'aagg', 'dscm', 'gmps'],
]);

type Tag = { name: string; at: number; from: number; to: number };

/**
 * Blanks in a colour profile what no colour comes of: tags that are on no list, names of displays and people in its
 * description, and bytes that belong to no tag.
 * @param bytes anything is safe
 * @returns null where it is no profile: nobody takes colours from it
 */
export const cleanProfile = (bytes: Uint8Array): CleanProfile | null => {
  if (bytes.length < entry.first || !startsWith(bytes, head.mark, head.markAt)) return null;
  const tags = tagsOf(bytes);
  if (!tags) return null;
  const clean = new Uint8Array(bytes.length);
  clean.set(bytes.subarray(0, head.idEnd));
  let says = false;
  let count = 0;
  const blank: Tag[] = [];
  const keep = ({ at, from, to }: Tag): void => {
    clean.set(bytes.subarray(at, at + entry.length), entry.first + count * entry.length);
    clean.set(bytes.subarray(from, to), from);
    count += 1;
  };
  for (const tag of tags) {
    const own = bytes.subarray(tag.from, tag.to);
    if (ofColours.has(tag.name)) keep(tag);
    else if (ofWords.has(tag.name)) {
      const isKnown = areKnown(wordsIn(own));
      if (isKnown || !ofDisplays.has(tag.name)) keep(tag);
      if (!isKnown && !ofDisplays.has(tag.name)) blank.push(tag);
      says ||= !isKnown && tag.name !== 'dscm';
    } else says ||= !ofDisplays.has(tag.name) && /[A-Za-z]{4}/.test(latin(own.subarray(8)));
  }
  for (const { from, to } of blank) clean.fill(0, Math.min(to, from + 8), to);
  viewOf(clean).setUint32(head.length, count);
  const isSame = clean.every((byte, at) => byte === bytes[at]);
  // A sum of what it was.
  if (!isSame) clean.fill(0, head.id, head.idEnd);
  says ||= tags.length === 0 || (!isSame && hasWordsBetween(bytes, tags));
  return { clean: isSame ? bytes : clean, says: says && !isSame };
};

const tagsOf = (bytes: Uint8Array): Tag[] | null => {
  const view = viewOf(bytes);
  const count = view.getUint32(head.length);
  if (count > mostTags || entry.first + count * entry.length > bytes.length) return null;
  return Array.from({ length: count }, (_, index) => {
    const at = entry.first + index * entry.length;
    const from = Math.min(view.getUint32(at + 4), bytes.length);
    const to = Math.min(from + view.getUint32(at + 8), bytes.length);
    return { name: letters(bytes.subarray(at, at + 4)), at, from, to };
  });
};

/** Whether bytes that belong to no tag say something. */
const hasWordsBetween = (bytes: Uint8Array, tags: readonly Tag[]): boolean => {
  const rest = bytes.slice();
  rest.fill(0, 0, entry.first + tags.length * entry.length);
  for (const { from, to } of tags) rest.fill(0, from, to);
  return /[A-Za-z]{4}/.test(latin(rest));
};

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The words of a tag, whichever way it holds them: as letters of one byte or of two. */
const wordsIn = (own: Uint8Array): string => {
  const after = own.subarray(8);
  const kind = letters(own.subarray(0, 4));
  if (kind !== 'mluc') return latin(after);
  const names = own.length < 16 ? 0 : Math.min(viewOf(own).getUint32(8), mostTags);
  return new TextDecoder('utf-16be').decode(own.subarray(Math.min(own.length, 16 + names * 12)));
};

/** Skia names a profile by a sum of what it holds. */
const sum = /[\dA-F]{32}/g;

/** Signs of two bytes each lie among zeros where a tag holds its words twice. */
const areKnown = (words: string): boolean => {
  const plain = words.replace(/\0/g, words.includes('\0\0') ? ' ' : '').replace(sum, ' ');
  return (plain.match(/\p{L}{3,}/gu) ?? []).every((word) => profileWords.has(word.toLowerCase()));
};
