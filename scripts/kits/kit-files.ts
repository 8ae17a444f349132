import type { Browser } from 'playwright-core';
import { cleanOffice } from '../../src/attachments/office/cleaning/clean-office.ts';
import { writeExcel } from './excel/write-excel.ts';
import type { Kit } from './kit-model.ts';
import type { Provenance } from './provenance.ts';
import type { Deck } from './slides/deck.ts';
import { printSlides } from './slides/print-slides.ts';
import { writeWord } from './word/write-word.ts';

/** A file of a kit, to be laid beside its page. */
export type KitFile = { name: string; bytes: Uint8Array };

/** Where a document of a kit comes from, by the kit's id and the content paths of the entries that it was drawn from. */
export type AskProvenance = (kit: string, from: readonly string[]) => Provenance;

/** Writes every Word and Excel file of a kit from its data and from the titles of the entries that it names. */
export const officeFiles = (kit: Kit, askProvenance: AskProvenance): Promise<KitFile[]> =>
  Promise.all(
    kit.documents.map(async (document) => {
      const provenance = askProvenance(kit.id, document.from);
      const bytes =
        document.kind === 'word'
          ? await writeWord(document, provenance)
          : await writeExcel(document, provenance);
      // What is told of contributed files is not in our own either.
      const ending = document.kind === 'word' ? '.docx' : '.xlsx';
      return { name: document.file, bytes: cleanOffice(bytes, ending) ?? bytes };
    }),
  );

/** Prints every set of slides of a kit. */
export const slideFiles = async (
  { id, decks }: { id: string; decks: readonly Deck[] },
  askProvenance: AskProvenance,
  browser: Browser,
): Promise<KitFile[]> => {
  const files: KitFile[] = [];
  for (const deck of decks) {
    const bytes = await printSlides(browser, deck, askProvenance(id, deck.from));
    files.push({ name: deck.file, bytes });
  }
  return files;
};
