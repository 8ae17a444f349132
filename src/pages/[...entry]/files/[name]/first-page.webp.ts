import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { APIRoute } from 'astro';
import type { ReadEnding } from '../../../../attachments/reading.ts';
import { pictureForPage } from '../../../../attachments/reading-for-page.ts';
import { catalog } from '../../../../catalog/catalog.ts';
import { type FilePageData, filePageParams, filePages } from '../../../../catalog/file-page.ts';
import { readSettings } from '../../../../settings.ts';

/** The first pages of those files that have a picture of it. */
export async function getStaticPaths() {
  return filePages(await catalog())
    .filter(({ file }) => file.picture !== null)
    .map((page) => ({ params: filePageParams(page), props: { page } }));
}

export const GET: APIRoute<{ page: FilePageData }> = async ({ props: { page } }) => {
  const settings = readSettings(process.env);
  const { checksum, name, path } = page.file;
  const key = { checksum, ending: extname(name).toLowerCase() as ReadEnding };
  const bytes = () => readFile(join(settings.contentDir, path));
  const picture = await pictureForPage(settings, key, bytes);
  if (!picture) throw new Error(`The first page of ${path} can no longer be drawn.`);
  return new Response(Buffer.from(picture), { headers: { 'content-type': 'image/webp' } });
};
