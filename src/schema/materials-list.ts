import { z } from 'zod';
import { type EditionFile, editionFile } from './edition-file.ts';

const { address } = editionFile.shape;

/** What the list says of a file. */
const ofFile = editionFile.pick({
  address: true,
  title: true,
  name: true,
  path: true,
  kind: true,
  bytes: true,
  checksum: true,
  crc32: true,
  unit: true,
  pageCount: true,
  rights: true,
});

/** A file of the edition, with what is said of its entry wherever the two are apart. */
const listedFile = ofFile.extend({
  entry: z.strictObject({
    title: z.string(),
    address,
    /** Whose it is: the institution, or the editors. */
    owner: z.string(),
    /** What every copy of its files says with it. */
    notice: z.string(),
  }),
});
export type ListedFile = z.infer<typeof listedFile>;

const picked = z.object(ofFile.shape);
/** Of all that is known of a file, what the list says, in the list's order. */
export const listedOf = (file: EditionFile): z.infer<typeof ofFile> => picked.parse(file);

/** The files of one page, to be taken home as one zip. */
const listedBundle = z.strictObject({
  address,
  title: z.string(),
  /** The page to which it belongs. */
  page: address,
  /** The size of the zip. */
  bytes: z.number(),
  files: z.array(address),
});

/** /data/materials.json: every file of an edition, and which of them belong together. */
export const materialsList = z.strictObject({
  /** 控えの日付. */
  day: z.iso.date(),
  /** Whom the files may be given to, where that is not everybody. */
  note: z.string().nullable(),
  /** Where the site stands, if known: then the addresses in bundles are whole. */
  site: z.string().nullable(),
  /** The path that all addresses begin with; it begins and ends with a slash. */
  base: address.endsWith('/'),
  bundles: z.array(listedBundle),
  files: z.array(listedFile),
});
export type ListedBundle = z.infer<typeof listedBundle>;
export type MaterialsList = z.infer<typeof materialsList>;
