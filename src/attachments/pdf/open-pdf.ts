import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
// pdf.js draws with this package where there is no browser, and looks for it by itself: named here, so that it is there.
import '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Paths end in a slash and are no URLs: pdf.js finds nothing under a file: address, and does not say so. */
const inPackage = (folder: string): string =>
  `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), folder)}/`;

/** How a PDF is opened. */
export type OpenOptions = {
  /** Pictures of more pixels are left out, or end the work on a page where `stopAtErrors` is set. */
  maxImageSize?: number;
  stopAtErrors?: boolean;
};

/**
 * Opens a PDF for as long as a piece of work takes.
 * @returns what the work gives
 * @throws whatever pdf.js throws: PasswordException, InvalidPDFException …
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  work: (pdf: PDFDocumentProxy) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const task = getDocument({
    // pdf.js takes what it is given for its own, and a Buffer's slice() would share memory.
    data: new Uint8Array(bytes),
    cMapUrl: inPackage('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: inPackage('standard_fonts'),
    wasmUrl: inPackage('wasm'),
    iccUrl: inPackage('iccs'),
    verbosity: 0,
    enableXfa: false,
    ...options,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}
