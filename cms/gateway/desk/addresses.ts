import { collections } from '../../../src/schema/collections.ts';
import type { EntryAddress } from '../repository/content-address.ts';

/** Where the editor opens an entry. Decap calls it by its path below the collection, without the ending. */
export const editorAddress = ({ collection, path }: EntryAddress): string => {
  const below = path.slice(collection.length + 1);
  const slug = collections[collection].layout === 'file' ? below : `${below}/index`;
  return `/admin/#/collections/${collection}/entries/${slug}?ref=workflow`;
};

/** Where the version for the approval inside an institution is. */
export const approvalAddress = ({ path }: EntryAddress): string => `/admin/approval/${path}`;

/** Where the desk lists what is to be mended in a proposal. */
export const problemsAddress = ({ path }: EntryAddress): string => `/admin/desk/problems/${path}`;

/** Where an editor looks at what is to be decided about. */
export const reviewAddress = ({ path }: EntryAddress): string => `/admin/#/review/${path}`;

/** Where the desk shows what was said about an entry. */
export const recordAddress = ({ path }: EntryAddress): string => `/admin/desk/record/${path}`;

/** Where the desk asks once more before something is done with an entry. */
export const questionAddress = (question: string, { path }: EntryAddress): string =>
  `/admin/desk/${question}/${path}`;
