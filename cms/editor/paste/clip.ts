import { isMarkdown } from './read-plain.ts';

/** What a paste brings. The clipboard itself can be read only while the browser tells of it. */
export type Clip = {
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly File[];
};

/** More than anybody copies: 5 MB. */
export const mostCharacters = 5_000_000;

/** Takes from the clipboard what can be pasted. Where a program left something broken there, it is nothing. */
export const clipOf = (data: DataTransfer | null): Clip => {
  const read = (type: string): string => {
    try {
      return data?.getData(type) ?? '';
    } catch {
      return '';
    }
  };
  return {
    html: read('text/html'),
    text: read('text/plain'),
    pictures: [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/')),
  };
};

/** What a person did before a paste. */
export type Habits = {
  /** Whether a text was copied out of a box of this page: it is in the grammar of entries already. */
  isOwn(text: string): boolean;
  /** Whether they asked for the words alone, by Ctrl+Shift+V. */
  wantsPlain(): boolean;
};

/**
 * How a paste is to be taken.
 * - `browser`: as it is, by the browser itself
 * - `words`: the words alone, line by line
 * - `whole`: with all that an entry can hold of it
 */
export type Taking = 'browser' | 'words' | 'whole';

/** Decides how a paste is taken; at once, since the browser waits for no answer. */
export const takingOf = ({ html, text, pictures }: Clip, habits: Habits): Taking => {
  const isLines = /\n[\s\S]*\S/.test(text) && !isMarkdown(text) && !habits.isOwn(text);
  if (habits.wantsPlain() && text !== '') return isLines ? 'words' : 'browser';
  if (html.trim() !== '' && !isAddress(text)) return 'whole';
  if (text.trim() === '' && pictures.length > 0) return 'whole';
  return isLines || text.length > mostCharacters ? 'whole' : 'browser';
};

/** An address alone may go between the brackets of a link. */
const isAddress = (text: string): boolean => /^\s*https?:\/\/\S+\s*$/.test(text);

const unified = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Watches what is copied out of boxes, and which keys ask for a paste. */
export const watchHabits = (page: Document): Habits => {
  let copied = '';
  let plain = false;
  const remember = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    copied = unified(target.value.slice(target.selectionStart, target.selectionEnd));
  };
  page.addEventListener('copy', remember, true);
  page.addEventListener('cut', remember, true);
  page.addEventListener(
    'keydown',
    (event) => {
      const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
      plain = isPaste && event.shiftKey;
    },
    true,
  );
  page.addEventListener('keyup', () => (plain = false), true);
  return {
    isOwn: (text) => copied !== '' && copied === unified(text),
    wantsPlain: () => plain,
  };
};
