import { type OfficeFile, printOffice } from './print-office.ts';

/** Prints the first pages of Office files as PDFs. */
export type Printer = {
  /** @returns null where the file can't be printed */
  print(file: OfficeFile): Promise<Uint8Array | null>;
};

type Waiting = { readonly file: OfficeFile; readonly done: (pdf: Uint8Array | null) => void };

/**
 * Makes a printer of LibreOffice. It takes as long to start as to print several files: those that are asked for at once, or
 * while others are printed, share a start.
 * @param program LibreOffice's path
 */
export const createPrinter = (program: string, print = printOffice): Printer => {
  const waiting: Waiting[] = [];
  let isPrinting = false;
  const printAll = async (): Promise<void> => {
    isPrinting = true;
    // Whoever asks for several files has asked for all of them by then.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const some = waiting.splice(0);
      const pdfs = await print(
        program,
        some.map(({ file }) => file),
      ).catch(() => []);
      for (const [at, { done }] of some.entries()) done(pdfs[at] ?? null);
    }
    isPrinting = false;
  };
  return {
    print: (file) =>
      new Promise((done) => {
        waiting.push({ file, done });
        if (!isPrinting) void printAll();
      }),
  };
};
