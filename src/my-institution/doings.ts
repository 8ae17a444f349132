import { entriesOf, listItem } from '../catalog/lists.ts';
import type { Catalog } from '../catalog/shown-content.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import { type Doing, isOwnDoing, ownSubthemes } from './coverage.ts';

/** What institutions do, as far as this edition holds it: practices and their own rules, newest first. */
export const doingsOf = (from: Catalog): Doing[] =>
  (['practices', 'guidelines'] as const).flatMap((list) =>
    entriesOf(from, list)
      .map((entry) => ({ entry, item: listItem(entry, from) }))
      .filter(({ item }) => isOwnDoing(list, item))
      .map(({ entry: { data }, item }) => ({
        title: item.title,
        address: item.address,
        institution: item.institution,
        by: isInConfidence(data) ? [] : [data.institution, ...data.with],
        profile: item.profile,
        subthemes: ownSubthemes(item),
        scenes: item.facets.scene,
      })),
  );
