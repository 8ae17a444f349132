import { blockChange, type Change, inlineChange, type Selected } from '../body/snippets.ts';
import { missingAlt } from '../word/picture-file.ts';
import { type Clip, clipOf, type Habits, mostCharacters, takingOf } from './clip.ts';
import type { Converted } from './convert.ts';
import { pasteWords as words } from './words.ts';

/** A box that is pasted into. */
export type PasteBox = {
  /** The text and the selection as they are when they are asked for. */
  selected(): Selected;
  /** Changes the text as if it were typed, so that the browser's own undo takes it back. */
  type(change: Change): void;
  select(from: number, to: number): void;
  /** The whole text of the entry: numbers of notes are free in all of it. */
  whole(): string;
  /** `section` in a practice, whose settled headings stand above all others; else `free`. */
  readonly headings: 'section' | 'free';
  readonly files: {
    names(): string[];
    /** @returns the name under which the text refers to it */
    add(file: File): string;
  };
  /** Says what became of a paste, until the next one. */
  tell(told: Told | null): void;
};

/** What is said of a paste. */
export type Told = {
  readonly sentences: readonly string[];
  /** Pastes the words alone: in the place of what was pasted, or, where nothing was, for the first time. */
  readonly plainly: { readonly label: string; paste(): void } | null;
};

/** What pastes are taken with. */
export type PasteTools = {
  /** The reader of copies, which is loaded when it is needed for the first time. */
  load(): Promise<typeof import('./convert.ts')>;
  parse(html: string): Document;
  readonly habits: Habits;
};

/** As much of a browser's event as a paste needs. */
export type PasteEvent = {
  readonly clipboardData: DataTransfer | null;
  preventDefault(): void;
};

/**
 * Makes what takes pastes into the boxes of a text: it stands in the place of the browser's own paste where the copy has
 * a form that an entry can hold, and leaves the others to the browser.
 * @returns what takes a paste; it ends when the text stands in the box
 */
export const createPaste = (tools: PasteTools) => {
  // One after the other, as they were made.
  let last: Promise<void> = Promise.resolve();
  return (event: PasteEvent, box: PasteBox): Promise<void> => {
    const clip = clipOf(event.clipboardData);
    const taking = takingOf(clip, tools.habits);
    if (taking === 'browser') {
      box.tell(null);
      return last;
    }
    event.preventDefault();
    last = last.then(() => take(clip, taking === 'whole', box, tools));
    return last;
  };
};

type Reader = typeof import('./convert.ts');

const take = async (
  clip: Clip,
  isWhole: boolean,
  box: PasteBox,
  { load, parse }: PasteTools,
): Promise<void> => {
  const reader = await load().catch(() => null);
  if (!reader) return void withoutReader(clip, words.unreachable, box);
  if (clip.html.length + clip.text.length > mostCharacters) return void tooMuch(clip, reader, box);
  if (!isWhole) {
    putIn(reader.convertPlain(clip.text, box, false), reader, box);
    return void box.tell(null);
  }
  let converted: Converted;
  let notPicture = false;
  try {
    converted = reader.convertHtml(clip.html, { headings: box.headings, parse });
    if (converted.body === '' && clip.text.trim() !== '') {
      converted = reader.convertPlain(clip.text, box, true);
    } else if (converted.body === '' && clip.pictures.length > 0) {
      const picture = await pictureIn(clip, reader);
      notPicture = picture === null;
      converted = picture ?? converted;
    }
  } catch (error) {
    console.error(error);
    return void withoutReader(clip, words.broken, box);
  }
  if (converted.body === '') {
    const what = notPicture ? [words.noPicture] : [words.nothing, ...converted.notKept];
    return void box.tell({ sentences: what, plainly: null });
  }
  if (reader.isTooMuch(converted.body)) return void tooMuch(clip, reader, box);
  tellOf(converted, clip, reader, box);
};

const pictureIn = async ({ pictures }: Clip, reader: Reader): Promise<Converted | null> => {
  const bytes = await Promise.all(
    pictures.slice(0, 10).map(async (file) => new Uint8Array(await file.arrayBuffer())),
  );
  return reader.convertPictures(bytes);
};

/** The words as the browser itself would paste them. */
const withoutReader = ({ text }: Clip, sentence: string, box: PasteBox): void => {
  if (text.trim() === '') return void box.tell({ sentences: [words.nothing], plainly: null });
  const { start, end } = box.selected();
  box.type({ from: start, to: end, by: text.replace(/\r\n?/g, '\n').trimEnd() });
  box.tell({ sentences: [sentence], plainly: null });
};

const tooMuch = ({ text }: Clip, reader: Reader, box: PasteBox): void => {
  const plain = text.length > mostCharacters ? null : reader.convertPlain(text, box, false);
  const canBePlain = plain !== null && plain.body !== '' && !reader.isTooMuch(plain.body);
  box.tell({
    sentences: [words.tooMuch],
    plainly: canBePlain
      ? {
          label: words.plainlyInstead,
          paste() {
            putIn(plain, reader, box);
            box.tell({ sentences: [words.plainDone], plainly: null });
          },
        }
      : null,
  });
};

const tellOf = (converted: Converted, clip: Clip, reader: Reader, box: PasteBox): void => {
  const { change, notKept } = putIn(converted, reader, box);
  // Words of a sentence say nothing of how they came.
  if (converted.isWords && notKept.length === 0 && converted.body === clip.text.trim()) {
    return void box.tell(null);
  }
  const isSelected = selectMissingWords(change, box);
  const isOnlyOne = change.by.split(missingAlt).length === 2;
  const sentences = isSelected
    ? // What is selected needs not be told a second time.
      [words.pictureWords, ...notKept.filter((told) => !isOnlyOne || !told.includes(missingAlt))]
    : [words.done, ...notKept];
  box.tell({
    sentences,
    plainly:
      clip.text.trim() === ''
        ? null
        : { label: words.plainly, paste: () => pasteAnew(change, clip, reader, box) },
  });
};

const pasteAnew = ({ from, by }: Change, { text }: Clip, reader: Reader, box: PasteBox): void => {
  const now = box.selected();
  const to = from + by.length;
  if (now.text.slice(from, to) !== by) {
    return void box.tell({ sentences: [words.plainlyLate], plainly: null });
  }
  putIn(reader.convertPlain(text, box, false), reader, box, { ...now, start: from, end: to });
  box.tell({ sentences: [words.plainDone], plainly: null });
};

type PutIn = { change: Change; notKept: string[] };

const putIn = (
  converted: Converted,
  reader: Reader,
  box: PasteBox,
  selected: Selected = box.selected(),
): PutIn => {
  const { body, files, notKept } = reader.fitted(converted, box.files.names(), box.whole());
  for (const { name, bytes } of files) box.files.add(new File([new Uint8Array(bytes)], name));
  const change = converted.isWords ? inlineChange(selected, body) : blockChange(selected, body);
  box.type(change);
  return { change, notKept };
};

/** Selects the first place that waits for the words for a picture, so that they can be typed at once. */
const selectMissingWords = ({ from, by }: Change, box: PasteBox): boolean => {
  const at = by.indexOf(`alt="${missingAlt}"`);
  if (at === -1) return false;
  const begin = from + at + 'alt="'.length;
  box.select(begin, begin + missingAlt.length);
  return true;
};
