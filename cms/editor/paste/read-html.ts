import type { Picture } from '../word/picture-file.ts';
import type { Losses } from '../word/sentences.ts';
import type { ParagraphFacts, WordTree } from '../word/word-tree.ts';
import { blocksIn, lineHolders } from './html-blocks.ts';
import { readStyles, sourceOf } from './html-elements.ts';
import { takeNotes } from './html-notes.ts';
import { inertHtml } from './inert-html.ts';
import type { Reading } from './reading.ts';

/** What stands in a copy, as what is read in a Word file. */
export type ReadHtml = {
  tree: WordTree;
  paragraphs: readonly ParagraphFacts[];
  pictures: readonly Picture[];
};

/** More than anybody pastes at once; reading it would hold up the browser. */
const most = { elements: 40_000, characters: 400_000 };

const isTooMuch = ({ body }: Document): boolean =>
  body.querySelectorAll('*').length > most.elements ||
  (body.textContent ?? '').length > most.characters;

/**
 * Reads what a program put on the clipboard as HTML: Word, Excel, Google Docs, Outlook, LibreOffice, a page of the web.
 * Of the elements only the words are taken and what a closed list of them means; nothing of it runs or is asked for.
 * @param html as it stands on the clipboard, also with the head that Windows writes before it
 * @param parse makes a document that nobody sees; in a browser by DOMParser, which runs and loads nothing
 * @returns null where it is too much
 */
export const readHtml = (
  html: string,
  parse: (html: string) => Document,
  losses: Losses,
): ReadHtml | null => {
  const { html: plain, sheets } = inertHtml(withoutHead(html));
  const page = parse(plain);
  if (isTooMuch(page)) return null;
  const source = sourceOf(html);
  const notes = takeNotes(page.body);
  const reading: Reading = {
    source,
    styles: readStyles(sheets, source),
    holdsLines: new Set([page.body, ...notes.values()].flatMap((each) => [...lineHolders(each)])),
    losses,
    paragraphs: [],
    pictures: [],
    notes: new Map(),
    lists: 0,
    counts: new Map(),
  };
  for (const [key, note] of notes) reading.notes.set(key, blocksIn(note, reading));
  const children = blocksIn(page.body, reading);
  return {
    tree: {
      children,
      note: ({ noteId }) => reading.notes.get(noteId) ?? null,
      hasUnknownSymbols: false,
    },
    paragraphs: reading.paragraphs,
    pictures: reading.pictures,
  };
};

/** Windows writes before the HTML where it begins and ends, and programs leave zeros after it. */
const withoutHead = (html: string): string =>
  html.replace(/^\s*Version:[\d.]+[\s\S]{0,1000}?(?=<)/i, '').replace(/\0+$/, '');
