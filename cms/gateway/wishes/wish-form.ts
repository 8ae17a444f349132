import { sceneId } from '../../../src/schema/field.ts';
import { type Subtheme, subthemeIds } from '../../../src/schema/taxonomy.ts';
import { readSentLine, readSentText, type SentText } from './sent-text.ts';
import {
  mostSearchedLetters,
  mostWishLetters,
  type NewWish,
  type WishKind,
  wishKindIds,
} from './wish.ts';
import { words } from './words.ts';

/** The fields of the form, in its order. */
export const wishFields = ['text', 'kind', 'scene', 'theme', 'searched'] as const;
export type WishField = (typeof wishFields)[number];

/** What stands in the form: as it was typed, or as a link fills it in. */
export type TypedWish = Readonly<Record<WishField, string>>;
export type WishComplaints = Partial<Record<WishField, string>>;

/** A wish that can be kept; or what was typed, with a sentence for each field that cannot be used. */
export type ReadWish =
  | { readonly wish: NewWish }
  | { readonly typed: TypedWish; readonly complaints: WishComplaints };

/** What a link to the form fills in: the words of a search, a scene, a theme. @param asked the query of an address, not trusted */
export const filledIn = (asked: Readonly<Record<string, string>>): TypedWish => {
  // An address that was cut off may end in half of a sign.
  const given = (asked['searched'] ?? '')
    .slice(0, mostSearchedLetters)
    .replace(/[\uD800-\uDBFF]$/, '');
  const searched = readSentLine(given, mostSearchedLetters, words.searchedLabel);
  return {
    text: '',
    kind: '',
    scene: asked['scene'] ?? '',
    theme: asked['theme'] ?? '',
    searched: 'text' in searched ? searched.text : '',
  };
};

/**
 * Reads what the form sent.
 * @param sent not trusted
 * @param scenes the ids of those that there are
 */
export const readWishForm = (
  sent: Readonly<Record<string, unknown>>,
  scenes: readonly string[],
): ReadWish => {
  const typed = Object.fromEntries(
    wishFields.map((name) => [name, typeof sent[name] === 'string' ? sent[name] : '']),
  ) as TypedWish;
  const text = readSentText(typed.text, mostWishLetters, words.textLabel);
  const searched = readSentLine(typed.searched, mostSearchedLetters, words.searchedLabel);
  const kind = wishKindIds.find((id): id is WishKind => id === typed.kind);
  const theme = subthemeIds.find((id): id is Subtheme => id === typed.theme);
  const scene = sceneId.safeParse(scenes.find((id) => id === typed.scene));
  const complaints: WishComplaints = {
    ...complaintIn('text', text, words.complaints.noText),
    ...(kind ? {} : { kind: words.complaints.noKind }),
    ...(typed.scene !== '' && !scene.success ? { scene: words.complaints.unknownScene } : {}),
    ...(typed.theme !== '' && !theme ? { theme: words.complaints.unknownTheme } : {}),
    ...complaintIn('searched', searched, null),
  };
  if (
    !kind ||
    'complaint' in text ||
    'complaint' in searched ||
    Object.keys(complaints).length > 0
  ) {
    return { typed, complaints };
  }
  return {
    wish: {
      text: text.text,
      kind,
      scene: scene.success ? scene.data : null,
      theme: theme ?? null,
      searched: searched.text || null,
    },
  };
};

/** @param whenEmpty said of an empty text; null where it may be empty */
const complaintIn = (
  field: WishField,
  read: SentText,
  whenEmpty: string | null,
): WishComplaints => {
  if ('complaint' in read) return { [field]: read.complaint };
  return read.text === '' && whenEmpty !== null ? { [field]: whenEmpty } : {};
};
