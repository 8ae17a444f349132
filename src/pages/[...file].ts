import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { catalog } from '../catalog/catalog.ts';
import { collectionNames } from '../schema/collections.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import { readSettings } from '../settings.ts';

/** The files beside the entries of this edition, at the addresses that their pages give. */
export async function getStaticPaths() {
  const content = await catalog();
  return collectionNames
    .flatMap((name) => content.all(name).flatMap(({ files }) => files))
    .map((file) => ({
      params: {
        file: decodeURIComponent(
          file.address.slice(import.meta.env.BASE_URL.length).replace(/^\//, ''),
        ),
      },
      props: { file },
    }));
}

/** A build writes nothing here: the files are linked when all pages are there (src/materials/write-materials.ts). */
export const GET: APIRoute<{ file: EditionFile }> = async ({ props: { file } }) =>
  new Response(
    import.meta.env.DEV
      ? await readFile(join(readSettings(process.env).contentDir, file.path))
      : null,
  );
