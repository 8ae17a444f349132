import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
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
  const { attachmentCache, contentDir } = readSettings(process.env);
  const { checksum, path } = page.file;
  const bytes = () => readFile(join(contentDir, path));
  const picture = await pictureForPage(attachmentCache, checksum, bytes);
  if (!picture) throw new Error(`The first page of ${path} can no longer be drawn.`);
  return new Response(Buffer.from(picture), { headers: { 'content-type': 'image/webp' } });
};
