import type { FindRecords } from './office-record.ts';

/** What stands in the ZIP beside the files in it; a package that is written anew has none of it. */
export const zipRecords: FindRecords = ({ layout }) =>
  layout.extras.map((place) => ({
    place,
    otherwise: 'earlier-content',
    remove() {},
  }));
