import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import { knownText } from '../../src/attachments/pdf/fixtures/known-text.ts';
import { shareRight } from '../../src/attachments/pdf/fixtures/share-right.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { installedVersion } from '../peer-packages.ts';
import { contentText } from '../search/corpus.ts';
import type { FilesRead, ReadFile, Way } from './read-files.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'src/attachments/pdf/fixtures');
const megabyte = 1024 * 1024;

/** The share of letters that must be right in each file. */
const fewestRight = 0.995;

/** How often each way is timed. */
const runs = 3;

/** How many letters of the site's own content the long file holds: some 70 pages. */
const longLength = 120_000;

/** What one way of reading gave; null where it does not tell. */
type Figures = {
  msPerPage: number;
  residentBytes: number | null;
  /** In the known files: on the whole, and in the worst of them. */
  right: number;
  leastRight: number;
  worst: string;
  /** The share of the long file's paragraphs that came out whole, each in a line of its own. */
  paragraphsWhole: number;
};

/**
 * Measures the reading of PDFs beside pdf.js alone and beside pdftotext: time, memory, and letters right on the known files
 * of src/attachments/pdf/fixtures. Prints its figures.
 * @returns whether the bar holds: 99.5 % of the letters of every file
 */
export async function textPart(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-text-'));
  try {
    const paragraphs = await longParagraphs();
    const long = join(folder, 'long.pdf');
    await writeFile(long, await printed(paragraphs));
    const paths = [...Object.keys(knownText).map((name) => join(fixtures, name)), long];
    const judge = (read: FilesRead | null) => read && figuresOf(read, paragraphs);

    const cacheOf = (run: number) => join(folder, `cache-${run}`);
    const ours = quickest((run) => readBy('ours', cacheOf(run), paths));
    const rows = {
      'pdf.js alone': judge(quickest(() => readBy('pdf.js', '', paths))),
      pdftotext: judge(isInstalled('pdftotext') ? quickest(() => readByPdftotext(paths)) : null),
      ours: judge(ours),
      'ours, kept': judge(quickest(() => readBy('ours', cacheOf(0), paths))),
    };
    const pages = ours.files.reduce((sum, file) => sum + file.pages.length, 0);
    console.log(`${paths.length} PDFs, ${pages} pages, pdfjs-dist ${pdfjsVersion()}`);
    console.log(table(rows));
    console.log(await pictureFigures(paths));
    const least = rows.ours?.leastRight ?? 0;
    console.log(
      `  at least ${fewestRight} of the letters of every file: ${least >= fewestRight ? 'yes' : 'NO'}`,
    );
    return least >= fewestRight;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Other programs slow some runs down, and none makes one quicker. */
function quickest(read: (run: number) => FilesRead): FilesRead {
  const all = Array.from({ length: runs }, (_, run) => read(run));
  return all.toSorted((a, b) => millisecondsOf(a) - millisecondsOf(b))[0] as FilesRead;
}

const millisecondsOf = ({ files }: FilesRead): number =>
  files.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

const isInstalled = (command: string): boolean => spawnSync(command, ['-v']).error === undefined;

const pdfjsVersion = () => installedVersion(join(root, 'node_modules'), 'pdfjs-dist');

/** Sentences of the site's own content, some to a paragraph. */
async function longParagraphs(): Promise<string[]> {
  const sentences = (await contentText(join(root, 'content')))
    .slice(0, longLength)
    .split(/(?<=。)/u);
  const paragraphs: string[] = [];
  for (let place = 0; place < sentences.length; place += 4) {
    paragraphs.push(sentences.slice(place, place + 4).join(''));
  }
  return paragraphs;
}

async function printed(paragraphs: readonly string[]): Promise<Uint8Array> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const body = paragraphs.map((text) => `<p>${text.replaceAll('<', '&lt;')}</p>`).join('');
    await page.setContent(`<html lang="ja"><style>body{font:14pt/1.8 serif}</style>${body}</html>`);
    return await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm' } });
  } finally {
    await browser.close();
  }
}

function readBy(way: Way, cache: string, paths: readonly string[]): FilesRead {
  const program = join(import.meta.dirname, 'read-files.ts');
  const output = execFileSync(process.execPath, [program, way, cache, ...paths], {
    encoding: 'utf8',
    maxBuffer: 200 * megabyte,
  });
  return JSON.parse(output) as FilesRead;
}

/** Of poppler-utils. Its memory is not measured. */
function readByPdftotext(paths: readonly string[]): FilesRead {
  const files = paths.map((path): ReadFile => {
    const started = performance.now();
    const { stdout } = spawnSync('pdftotext', ['-raw', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 50 * megabyte,
    });
    const milliseconds = performance.now() - started;
    return { name: basename(path), milliseconds, pages: stdout.split('\f').slice(0, -1) };
  });
  return { files, residentBytes: 0 };
}

function figuresOf({ files, residentBytes }: FilesRead, paragraphs: readonly string[]): Figures {
  const known = files.flatMap(({ name, pages }) => {
    const blocks = (knownText as Record<string, readonly (readonly string[])[]>)[name];
    if (!blocks) return [];
    const want = blocks.map((page) => page.join('\n')).join('\n');
    const letters = want.replace(/\s/gu, '').length;
    return [{ name, letters, right: shareRight(want, pages.join('\n')) }];
  });
  const letters = known.reduce((sum, file) => sum + file.letters, 0);
  const worst = known.toSorted((a, b) => a.right - b.right)[0];
  const pageCount = files.reduce((sum, { pages }) => sum + pages.length, 0);
  const lines = new Set(
    (files.at(-1)?.pages ?? []).flatMap((page) => page.split('\n')).map(withoutSpaces),
  );
  const whole = paragraphs.filter((paragraph) => lines.has(withoutSpaces(paragraph)));
  return {
    msPerPage: millisecondsOf({ files, residentBytes }) / pageCount,
    residentBytes: residentBytes || null,
    right: known.reduce((sum, file) => sum + file.right * file.letters, 0) / letters,
    leastRight: worst?.right ?? 0,
    worst: worst?.name ?? '',
    paragraphsWhole: whole.length / paragraphs.length,
  };
}

const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

function table(rows: Record<string, Figures | null>): string {
  const line = (name: string, value: (figures: Figures) => string) =>
    `| ${[name, ...Object.values(rows).map((figures) => (figures ? value(figures) : '—'))].join(' | ')} |`;
  return [
    `| | ${Object.keys(rows).join(' | ')} |`,
    `|---${'|---'.repeat(Object.keys(rows).length)}|`,
    line('ms a page', ({ msPerPage }) => msPerPage.toFixed(2)),
    line('peak memory, MB', ({ residentBytes }) =>
      residentBytes === null ? '—' : (residentBytes / megabyte).toFixed(0),
    ),
    line('letters right', ({ right }) => right.toFixed(4)),
    line('in the worst file', ({ leastRight, worst }) => `${leastRight.toFixed(4)} (${worst})`),
    line('paragraphs whole', ({ paragraphsWhole }) => paragraphsWhole.toFixed(3)),
  ].join('\n');
}

async function pictureFigures(paths: readonly string[]): Promise<string> {
  const reader = createAttachmentReader({ cacheFolder: null });
  const sizes: number[] = [];
  const started = performance.now();
  for (const path of paths) {
    sizes.push((await reader.firstPage(readFileSync(path)))?.length ?? 0);
  }
  const each = (performance.now() - started) / paths.length;
  await reader.close();
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map((size) =>
    (size / 1000).toFixed(1),
  );
  return `first pages drawn: ${each.toFixed(0)} ms each, ${least} to ${most} KB`;
}

if (import.meta.main && !(await textPart())) process.exitCode = 1;
