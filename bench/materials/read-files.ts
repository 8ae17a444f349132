import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';

/** How files are read: by our reader, or by pdf.js as its own examples do, with all that it needs for Japanese. */
export type Way = 'ours' | 'pdf.js';

/** What one of the ways made of a file. */
export type ReadFile = { name: string; milliseconds: number; pages: string[] };
export type FilesRead = { files: ReadFile[]; residentBytes: number };

const ours = (cacheFolder: string) => {
  const reader = createAttachmentReader({ cacheFolder });
  return async (bytes: Uint8Array): Promise<string[]> => {
    const { pages, pageCount } = await reader.read(bytes, '.pdf');
    const texts = new Map(pages.map(({ number, text }) => [number, text]));
    return Array.from({ length: pageCount ?? 0 }, (_, index) => texts.get(index + 1) ?? '');
  };
};

async function pdfjs() {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))));
  return async (bytes: Uint8Array): Promise<string[]> => {
    const task = getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${folder}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${folder}/standard_fonts/`,
      verbosity: 0,
    });
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const lines = items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      );
      pages.push(lines.join(''));
    }
    await task.destroy();
    return pages;
  };
}

/** Run by text-part.ts in a process of its own, whose memory is measured: `WAY CACHE FILE…`. Writes FilesRead. */
const [way, cacheFolder = '', ...paths] = process.argv.slice(2);
const read = way === 'ours' ? ours(cacheFolder) : await pdfjs();
const files: ReadFile[] = [];
for (const path of paths) {
  const bytes = readFileSync(path);
  const started = performance.now();
  const pages = await read(bytes).catch(() => []);
  files.push({ name: basename(path), milliseconds: performance.now() - started, pages });
}
const status = readFileSync('/proc/self/status', 'utf8');
const residentBytes = Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
process.stdout.write(JSON.stringify({ files, residentBytes } satisfies FilesRead));
