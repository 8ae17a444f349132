import { createHash, randomFillSync } from 'node:crypto';
import { lstatSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { further, smallPdf } from '../../src/attachments/pdf/fixtures/small-pdf.ts';
import { projectRoot } from '../../src/project-root.ts';
import { readSettings } from '../../src/settings.ts';
import { writeTree } from '../build/contender.ts';
import { makeCorpus } from '../build/corpus.ts';
import { type Cost, measure } from '../build/measure.ts';
import { type FileTree, portalEntryPath, portalTree } from '../build/portal-tree.ts';

const entryCount = 300;
const pdfCount = 200;
/** The points of a picture in grey: 5 MB. */
const points = { width: 2500, height: 2000 };
const gigabyte = 10 ** 9;

const mostTime = 1.3;
const mostSite = 1.1 * gigabyte;

/**
 * Measures what 1 GB of PDFs costs a build: the time beside that of the same entries without them, once all has been read,
 * and the size of the site as a portal has it and as a host for files does. Prints its figures.
 * @returns whether the bars hold: 1.3 times the time, 1.1 GB
 */
export async function archivePart(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-archive-'));
  const contents = ['without', 'with'].map((name) => join(folder, name));
  const checksums: string[] = [];
  try {
    const corpus = makeCorpus(entryCount);
    const tree = portalTree(corpus);
    const [without = '', withFiles = ''] = contents;
    writeTree(without, tree);
    const paths = corpus.entries
      .filter(({ collection }) => collection !== 'surveys')
      .slice(0, pdfCount)
      .map(portalEntryPath);
    writeTree(withFiles, withAttachments(tree, paths));
    for (const [index, path] of paths.entries()) {
      const bytes = slides(index);
      checksums.push(createHash('sha256').update(bytes).digest('hex'));
      writeFileSync(join(withFiles, path, '..', fileName), bytes);
    }

    const plain = await twice(without, join(folder, 'plain'));
    print(`${entryCount} entries`, plain.second);
    const site = join(folder, 'site');
    const { first, second } = await twice(withFiles, site);
    print(`with ${pdfCount} PDFs of 5 MB, read for the first time`, first);
    print('the same, their readings kept', second);
    const size = sizeOf(site);
    await build(withFiles, site, 'no');
    console.log(
      `the site: ${inGigabytes(size)} in a portal, ${inGigabytes(sizeOf(site))} for a host for files`,
    );
    const times = second.cpuSeconds / plain.second.cpuSeconds;
    const holds = {
      [`at most ${mostTime} of the time without (${times.toFixed(2)} of CPU, ${(second.wallSeconds / plain.second.wallSeconds).toFixed(2)} by the clock)`]:
        times <= mostTime,
      [`at most ${inGigabytes(mostSite)} of a site`]: size <= mostSite,
    };
    for (const [bar, held] of Object.entries(holds))
      console.log(`  ${bar}: ${held ? 'yes' : 'NO'}`);
    return Object.values(holds).every(Boolean);
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget(contents, checksums);
  }
}

const fileName = 'slides.pdf';

/** A page that a reader may have, with a picture that nothing makes smaller. */
const slides = (index: number): Uint8Array =>
  smallPdf({
    ground: 'q 595 0 0 500 0 0 cm /Im1 Do Q',
    resources: `/XObject <</Im1 ${further(0)}>>`,
    further: [
      {
        dictionary: `/Type /XObject /Subtype /Image /Width ${points.width} /Height ${points.height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
        bytes: randomFillSync(new Uint8Array(points.width * points.height)).fill(index % 256, 0, 1),
      },
    ],
  });

const withAttachments = (tree: FileTree, paths: readonly string[]): FileTree => {
  const row = { file: fileName, title: '発表の資料', kind: 'slides', rights: 'CC BY 4.0' };
  const field = `attachments: ${JSON.stringify([row])}\n`;
  return new Map(
    [...tree].map(([path, text]) => [
      path,
      paths.includes(path) ? text.replace(/^---\n/, `---\n${field}`) : text,
    ]),
  );
};

const environmentOf = (content: string, site: string, streamed: 'yes' | 'no') => ({
  EDITION: 'public',
  CONTENT_DIR: content,
  OUT_DIR: site,
  SITE_URL: '',
  BASE_PATH: '',
  STREAMED_BUNDLES: streamed,
});

const build = (content: string, site: string, streamed: 'yes' | 'no' = 'yes'): Promise<Cost> =>
  measure({
    args: ['src/commands/build.ts'],
    cwd: projectRoot,
    env: environmentOf(content, site, streamed),
  });

const twice = async (content: string, site: string) => ({
  first: await build(content, site),
  second: await build(content, site),
});

const print = (name: string, { cpuSeconds, wallSeconds, peakBytes }: Cost) =>
  console.log(
    `${name}: ${cpuSeconds.toFixed(1)} s of CPU, ${wallSeconds.toFixed(1)} s, ${(peakBytes / 2 ** 20).toFixed(0)} MB at most`,
  );

const inGigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(2)} GB`;

/** The bytes of a folder; what lies there under two names counts once. */
const sizeOf = (folder: string): number => {
  const seen = new Map<number, number>();
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const { ino, size } = lstatSync(join(found.parentPath, found.name));
    seen.set(ino, size);
  }
  return [...seen.values()].reduce((sum, size) => sum + size, 0);
};

/** What builds have kept of the bench's content goes with it. */
const forget = (contents: readonly string[], checksums: readonly string[]): void => {
  const settings = contents.map((content) => readSettings(environmentOf(content, content, 'yes')));
  for (const { cacheDir, digestsFile, fileStore } of settings) {
    rmSync(cacheDir, { recursive: true, force: true });
    rmSync(digestsFile, { force: true });
    for (const checksum of checksums) {
      rmSync(join(fileStore, checksum.slice(0, 2), checksum), { force: true });
    }
  }
};

if (import.meta.main && !(await archivePart())) process.exitCode = 1;
