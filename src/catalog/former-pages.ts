import { collectionNames } from '../schema/collections.ts';
import { formerAddressesOf } from '../schema/former-addresses.ts';
import { type Catalog, titleOf } from './shown-content.ts';

/** The page at a former address: where it stands below the site's base path, and what is read elsewhere now. */
export type FormerPage = { former: string; title: string; address: string };

/** The pages at the former addresses of whatever this edition shows. */
export const formerPages = (from: Pick<Catalog, 'all'>): FormerPage[] =>
  collectionNames.flatMap((name) =>
    from.all(name).flatMap((item) =>
      formerAddressesOf(name, item.id, item.data).map((former) => ({
        former,
        title: titleOf(item),
        address: item.address,
      })),
    ),
  );
