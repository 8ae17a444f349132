import type { APIRoute } from 'astro';
import { catalog } from '../../../../catalog/catalog.ts';
import { type FilePageData, filePageParams, filePages } from '../../../../catalog/file-page.ts';
import { keptPicture } from '../../../../documents/reading-cache.ts';
import { readSettings } from '../../../../settings.ts';

/** The first pages of those files that have a picture of it. */
export async function getStaticPaths() {
  return filePages(await catalog())
    .filter(({ file }) => file.picture !== null)
    .map((page) => ({ params: filePageParams(page), props: { page } }));
}

export const GET: APIRoute<{ page: FilePageData }> = async ({ props: { page } }) => {
  const { documentCache } = readSettings(process.env);
  const { checksum, path } = page.file;
  const picture = await keptPicture(documentCache, checksum, '.pdf');
  if (!picture) throw new Error(`No picture of ${path} is kept in ${documentCache}.`);
  return new Response(Buffer.from(picture), { headers: { 'content-type': 'image/webp' } });
};
