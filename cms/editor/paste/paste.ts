import { blockChange, type Change, inlineChange, type Selected } from '../body/snippets.ts';
import { missingAlt } from '../word/picture-file.ts';
import { type Clip, clipOf, type Habits, mostCharacters, takingOf } from './clip.ts';
import type { Converted } from './convert.ts';
import type { PasteBox } from './paste-box.ts';
import { pasteWords as words } from './words.ts';
import { atSelection, type PastePlace, putWordsAtOnce, wordsOf } from './words-at-once.ts';

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
  let reader: Reader | null = null;
  const load = async (): Promise<Reader> => {
    reader ??= await tools.load();
    return reader;
  };
  return (event: PasteEvent, box: PasteBox): Promise<void> => {
    const clip = clipOf(event.clipboardData);
    const taking = takingOf(clip, tools.habits);
    if (taking === 'browser') {
      box.tell(null);
      return last;
    }
    event.preventDefault();
    const place = reader ? atSelection(box) : putWordsAtOnce(clip, box);
    last = last.then(() => take(clip, taking === 'whole', place, box, { ...tools, load }));
    return last;
  };
};

type Reader = typeof import('./convert.ts');

const take = async (
  clip: Clip,
  isWhole: boolean,
  place: PastePlace,
  box: PasteBox,
  tools: PasteTools,
): Promise<void> => {
  const isBig = clip.html.length + clip.text.length > mostCharacters;
  const reader = await tools.load().catch(() => null);
  if (box.isGone()) return;
  if (isBig) return void tooMuch(clip, reader, box);
  if (!reader) return void leaveWords(clip, 'unreachable', place, box);
  const converted = isWhole
    ? await read(clip, reader, box, tools)
    : reader.convertPlain(clip.text, box, false);
  if (box.isGone()) return;
  if (converted === 'broken') return void leaveWords(clip, converted, place, box);
  if (converted === 'no picture') return void tellOnly(words.noPicture, box);
  const free = place.free();
  // Whoever wrote on meanwhile keeps what stands there.
  if (!free) return void tellOnly(words.writtenOn, box);
  const { selected, hasWords } = free;
  if (converted === null || converted.body === '') {
    if (hasWords) box.type({ from: selected.start, to: selected.end, by: '' });
    if (converted === null) tooMuch(clip, reader, box);
    else box.tell({ sentences: [words.nothing, ...converted.notKept], plainly: null });
  } else if (isWhole) putInAndTell(converted, clip, reader, box, selected);
  else {
    putIn(converted, reader, box, selected);
    box.tell(null);
  }
};

type Read = Converted | 'broken' | 'no picture' | null;

/** Reads the best of what a copy offers: its form, else its lines, else its pictures. Null where it is too much. */
const read = async (
  clip: Clip,
  reader: Reader,
  box: PasteBox,
  { parse }: PasteTools,
): Promise<Read> => {
  try {
    const whole = reader.convertHtml(clip.html, { headings: box.headings, parse });
    if (whole?.body !== '') return whole;
    if (clip.text.trim() !== '') return reader.convertPlain(clip.text, box, true);
    return clip.pictures.length > 0 ? ((await pictureIn(clip, reader)) ?? 'no picture') : whole;
  } catch (error) {
    console.error(error);
    return 'broken';
  }
};

const tellOnly = (sentence: string, box: PasteBox): void =>
  box.tell({ sentences: [sentence], plainly: null });

const pictureIn = async ({ pictures }: Clip, reader: Reader): Promise<Converted | null> => {
  const bytes = await Promise.all(
    pictures.slice(0, 10).map(async (file) => new Uint8Array(await file.arrayBuffer())),
  );
  return reader.convertPictures(bytes);
};

/** Leaves it at the words, as the browser itself would paste them. */
const leaveWords = (
  clip: Clip,
  why: 'unreachable' | 'broken',
  { hasWords }: PastePlace,
  box: PasteBox,
): void => {
  const by = wordsOf(clip);
  if (by === '') return void tellOnly(words.nothing, box);
  if (!hasWords) {
    const { start, end } = box.selected();
    box.type({ from: start, to: end, by });
  }
  tellOnly(words[why], box);
};

const tooMuch = ({ text }: Clip, reader: Reader | null, box: PasteBox): void => {
  const plain = reader?.convertPlain(text, box, false) ?? null;
  if (!reader || !plain || plain.body === '') return void tellOnly(words.tooMuch, box);
  const paste = () => {
    putIn(plain, reader, box);
    tellOnly(words.plainDone, box);
  };
  box.tell({ sentences: [words.tooMuch], plainly: { label: words.plainlyInstead, paste } });
};

const putInAndTell = (
  converted: Converted,
  clip: Clip,
  reader: Reader,
  box: PasteBox,
  selected: Selected,
): void => {
  const { change, notKept } = putIn(converted, reader, box, selected);
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
  const plain = reader.convertPlain(clip.text, box, false);
  const paste = plain && (() => pasteAnew(plain, change, reader, box));
  const plainly = paste && plain.body !== '' ? { label: words.plainly, paste } : null;
  box.tell({ sentences, plainly });
};

const pasteAnew = (plain: Converted, { from, by }: Change, reader: Reader, box: PasteBox): void => {
  const now = box.selected();
  const to = from + by.length;
  if (now.text.slice(from, to) !== by) return void tellOnly(words.plainlyLate, box);
  putIn(plain, reader, box, { ...now, start: from, end: to });
  tellOnly(words.plainDone, box);
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
