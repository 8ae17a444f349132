import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readPdf } from '../../src/attachments/pdf/read-pdf.ts';
import { entryCollections } from '../../src/schema/collections.ts';
import { kit as kitSchema } from '../../src/schema/kit.ts';
import { readSource } from '../../src/source/read-source.ts';
import { type AskProvenance, officeFiles, slideFiles } from '../kits/kit-files.ts';
import { provenanceOf } from '../kits/provenance.ts';
import { briefingSlides } from '../kits/works/briefing-slides.ts';
import { kits } from '../kits/works/kits.ts';
import type { Section } from './section.ts';

const documentsOf = [
  ...kits.map(({ id, documents }) => ({ id, documents })),
  { id: briefingSlides.id, documents: briefingSlides.decks },
];

/**
 * Holds the work kits of a content folder against what their scripts make of the same content.
 * @param browser a Chromium, for the slides
 */
export const kitsAsMade = async (contentDir: string, browser: Browser): Promise<Section[]> => [
  {
    title: '様式例のページと scripts/kits の違い（ファイルの一覧、もとにした記事、利用条件）',
    lines: [...kitsWithoutScript(contentDir), ...documentsOf.flatMap(pageDeviations(contentDir))],
  },
  {
    title: '作り直すと変わる様式例のファイル（node scripts/kits/make.ts で作り直せます）',
    lines: [
      ...(await officeDeviations(contentDir)),
      ...(await slideDeviations(contentDir, browser)),
    ],
  },
  {
    title: '機関の記事の中にある、様式例と同じ名前のファイル',
    lines: kitFilesElsewhere(contentDir),
  },
];

const laid = (contentDir: string, kit: string, name: string): Uint8Array | undefined => {
  const folder = join(contentDir, 'kits', kit);
  return readdirSync(folder).includes(name)
    ? new Uint8Array(readFileSync(join(folder, name)))
    : undefined;
};

const kitsWithoutScript = (contentDir: string): string[] => {
  const known = new Set(documentsOf.map(({ id }) => id));
  return readdirSync(join(contentDir, 'kits'))
    .filter((id) => !known.has(id))
    .map((id) => `kits/${id}：作るスクリプトがありません`);
};

const onlyInFirst = (first: Iterable<string>, second: Iterable<string>): string[] => {
  const known = new Set(second);
  return [...new Set(first)].filter((one) => !known.has(one));
};

const pageDeviations =
  (contentDir: string) =>
  ({ id, documents }: (typeof documentsOf)[number]): string[] => {
    const page = readFileSync(join(contentDir, 'kits', id, 'index.mdx'), 'utf8');
    const { attachments, drawnFrom } = kitSchema.parse(readSource(page).data);
    const offered = attachments.map(({ file }) => file);
    const made = documents.map(({ file }) => file);
    const named = documents.flatMap(({ from }) => from);
    return [
      ...onlyInFirst(offered, made).map((file) => `${file} を作るスクリプトがありません`),
      ...onlyInFirst(made, offered).map((file) => `${file} がページにありません`),
      ...onlyInFirst(readdirSync(join(contentDir, 'kits', id)), ['index.mdx', ...made]).map(
        (file) => `${file} は、スクリプトが作らないファイルです`,
      ),
      ...onlyInFirst(named, drawnFrom).map((path) => `${path} が「もとにした記事」にありません`),
      ...onlyInFirst(drawnFrom, named).map(
        (path) => `${path} は、どのファイルのもとでもありません`,
      ),
      ...attachments
        .filter(({ rights }) => !rights.startsWith('CC0 1.0'))
        .map(({ file }) => `${file} の利用条件が CC0 1.0 ではありません`),
    ].map((line) => `kits/${id}：${line}`);
  };

const askOf =
  (contentDir: string): AskProvenance =>
  (kit, from) =>
    provenanceOf(contentDir, kit, from);

/** The entries that a script names and the content does not have: without them nothing can be made. */
const goneSources = (contentDir: string, id: string): string[] =>
  documentsOf
    .filter((kit) => kit.id === id)
    .flatMap(({ documents }) => documents.flatMap(({ from }) => from))
    .filter(
      (path) =>
        ![`${path}.yaml`, `${path}/index.mdx`].some((file) => existsSync(join(contentDir, file))),
    )
    .map((path) => `kits/${id}：もとにした ${path} がないので、作り直せません`);

const officeDeviations = async (contentDir: string): Promise<string[]> => {
  const lines: string[] = [];
  for (const kit of kits) {
    const gone = goneSources(contentDir, kit.id);
    lines.push(...gone);
    if (gone.length > 0) continue;
    for (const { name, bytes } of await officeFiles(kit, askOf(contentDir))) {
      const own = laid(contentDir, kit.id, name);
      if (!own || Buffer.compare(bytes, own) !== 0) lines.push(`kits/${kit.id}/${name}`);
    }
  }
  return lines;
};

/** Slides by their words: their bytes differ with each version of Chromium. */
const slideDeviations = async (contentDir: string, browser: Browser): Promise<string[]> => {
  const lines = goneSources(contentDir, briefingSlides.id);
  if (lines.length > 0) return lines;
  for (const { name, bytes } of await slideFiles(briefingSlides, askOf(contentDir), browser)) {
    const own = laid(contentDir, briefingSlides.id, name);
    if (!own || (await wordsOf(own)) !== (await wordsOf(bytes))) {
      lines.push(`kits/${briefingSlides.id}/${name}`);
    }
  }
  return lines;
};

const wordsOf = async (pdf: Uint8Array): Promise<string> =>
  (await readPdf(pdf)).pages.map(({ text }) => text.replace(/\s/gu, '')).join('\f');

const kitFilesElsewhere = (contentDir: string): string[] => {
  const own = new Set(documentsOf.flatMap(({ documents }) => documents.map(({ file }) => file)));
  return entryCollections.flatMap((collection) =>
    readdirSync(join(contentDir, collection), { recursive: true, encoding: 'utf8' })
      .filter((path) => own.has(path.slice(path.lastIndexOf('/') + 1)))
      .map((path) => `${collection}/${path}`),
  );
};
