import { addressOnSite } from '../live-site/publication.ts';
import type { News } from '../mail/office-news.ts';
import { editorAddress, recordAddress, reviewAddress } from './addresses.ts';
import { deskPages } from './words.ts';

/** Where an office looks at what it is told of, from the root of the portal. */
export const newsAddress =
  (basePath: string) =>
  ({ kind, entry, to }: News): string => {
    switch (kind) {
      case 'review-asked':
        return reviewAddress(entry);
      case 'commented':
        return to.role === 'network' ? reviewAddress(entry) : editorAddress(entry);
      case 'returned':
      case 'approved':
      case 'approved-inside':
      case 'returned-inside':
        return editorAddress(entry);
      case 'withdrawal-asked':
      case 'republication-asked':
        return deskPages.proposals.address;
      case 'published':
      case 'republished':
      case 'review-soon':
        return addressOnSite({ basePath }, entry);
      case 'deleted':
      case 'withdrawn':
      case 'request-refused':
        return recordAddress(entry);
    }
  };
