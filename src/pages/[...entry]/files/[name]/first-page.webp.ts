import type { APIRoute } from 'astro';
import { keptPicture } from '../../../../attachments/reading-cache.ts';
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
  const { attachmentCache } = readSettings(process.env);
  const { checksum, path } = page.file;
  const picture = await keptPicture(attachmentCache, checksum);
  if (!picture) throw new Error(`No picture of ${path} is kept in ${attachmentCache}.`);
  return new Response(Buffer.from(picture), { headers: { 'content-type': 'image/webp' } });
};
