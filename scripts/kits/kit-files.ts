import type { Browser } from 'playwright-core';
import { writeExcel } from './excel/write-excel.ts';
import type { Kit } from './kit-model.ts';
import { provenanceOf } from './provenance.ts';
import type { Deck } from './slides/deck.ts';
import { printSlides } from './slides/print-slides.ts';
import { writeWord } from './word/write-word.ts';

/** A file of a kit, to be laid beside its page. */
export type KitFile = { name: string; bytes: Uint8Array };

/** Writes every Word and Excel file of a kit from its data and from the titles of the entries that it names. */
export const officeFiles = (kit: Kit, contentDir: string): Promise<KitFile[]> =>
  Promise.all(
    kit.documents.map(async (document) => {
      const provenance = provenanceOf(contentDir, kit.id, document.from);
      const bytes =
        document.kind === 'word'
          ? await writeWord(document, provenance)
          : await writeExcel(document, provenance);
      return { name: document.file, bytes };
    }),
  );

/** Prints every set of slides of a kit. */
export const slideFiles = async (
  { id, decks }: { id: string; decks: readonly Deck[] },
  contentDir: string,
  browser: Browser,
): Promise<KitFile[]> => {
  const files: KitFile[] = [];
  for (const deck of decks) {
    const bytes = await printSlides(browser, deck, provenanceOf(contentDir, id, deck.from));
    files.push({ name: deck.file, bytes });
  }
  return files;
};
