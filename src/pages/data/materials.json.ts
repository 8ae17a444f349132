import type { APIRoute } from 'astro';
import { bundles, type ShownBundle } from '../../catalog/bundles.ts';
import { type Catalog, catalog, type Shown, titleOf } from '../../catalog/catalog.ts';
import { isEntry, ownerOf } from '../../catalog/entry-owner.ts';
import { everMarked } from '../../catalog/rule-page.ts';
import { bundleZip } from '../../materials/bundle.ts';
import { planBundle } from '../../materials/bundle-plan.ts';
import { readmeWords } from '../../materials/words.ts';
import { titleWithEdition } from '../../rule-editions/title-with-edition.ts';
import { collectionNames } from '../../schema/collections.ts';
import { type ListedFile, listedOf, type MaterialsList } from '../../schema/materials-list.ts';
import { readSettings } from '../../settings.ts';
import { bundleWords } from '../../strings/bundles.ts';
import { entryWords } from '../../strings/entry.ts';
import { kitWords } from '../../strings/kits.ts';
import { site as siteWords } from '../../strings/site.ts';

/** Every file of this edition, and which of them are taken home together; the zips are made from this list. */
export const GET: APIRoute = async ({ site }) => {
  const content = await catalog();
  const { edition, basePath } = readSettings(process.env);
  const list = {
    day: content.day,
    note: edition === 'network' ? readmeWords.network : null,
    site: site?.href ?? null,
    base: basePath,
    files: collectionNames
      .flatMap((name) => content.all(name))
      .flatMap((entry) => listedFiles(entry, content)),
  };
  const listed = ({ address, title, page, files }: ShownBundle) => {
    const bundle = { address, title, page, files: files.map((file) => file.address) };
    return { ...bundle, bytes: bundleZip(planBundle(bundle, list)).bytes };
  };
  return Response.json({
    ...list,
    bundles: bundles(content).map(listed),
  } satisfies MaterialsList);
};

const listedFiles = (entry: Shown, from: Catalog): ListedFile[] =>
  entry.files.map((file) => ({
    ...listedOf(file),
    entry: {
      title: titleWithEdition(titleOf(entry), everMarked(entry.contentPath, from), from.day),
      address: entry.address,
      owner: isEntry(entry) ? ownerOf(entry, from).name : bundleWords.editors,
      notice: noticeOf(entry),
    },
  }));

function noticeOf(entry: Shown): string {
  if (isEntry(entry)) return entryWords.disclaimers[entry.data.origin];
  return entry.collection === 'kits' ? kitWords.disclaimer : siteWords.disclaimer;
}
