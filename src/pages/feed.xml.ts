import type { APIRoute } from 'astro';
import { catalog } from '../catalog/catalog.ts';
import { ownerOf } from '../catalog/entry-owner.ts';
import { latestChanged } from '../catalog/news.ts';
import { everMarked } from '../catalog/rule-page.ts';
import { atomFeed } from '../feeds/atom.ts';
import { titleWithEdition } from '../rule-editions/title-with-edition.ts';
import { addressOf } from '../schema/addresses.ts';
import { subthemes } from '../schema/taxonomy.ts';
import { siteAddress as at } from '../site-address.ts';
import { site as siteWords } from '../strings/site.ts';
import { dataWords } from './data/_words.ts';

const newest = 50;

export const GET: APIRoute = async ({ site }) => {
  const content = await catalog();
  const text = atomFeed(
    {
      title: `${siteWords.title}の新着`,
      subtitle: siteWords.description,
      author: siteWords.title,
      home: at('/'),
      self: at('/feed.xml'),
      rights: dataWords.licence,
      entries: latestChanged(content.entries, newest).map((entry) => {
        const { collection, id, address, contentPath, data } = entry;
        const owner = ownerOf(entry, content).name;
        return {
          title: `${titleWithEdition(data.title, everMarked(contentPath, content), content.day)}（${owner}）`,
          summary: data.summary,
          address,
          identity: addressOf(collection, id),
          published: data.published,
          updated: data.updated,
          // A summary is the editors' text; an institution is an author only of what it wrote itself.
          author: data.origin === 'contributed' ? owner : siteWords.title,
          categories: data.subthemes.map((subtheme) => subthemes[subtheme].label),
        };
      }),
    },
    site,
  );
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
