import { posix } from 'node:path';
import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import type { Source } from '../source/read-source.ts';
import type { EntryPlace } from './content-place.ts';
import type { Document } from './document.ts';
import type { Problem } from './problem.ts';

/** An entry as it was read: its text, and its data where the fields are sound. */
export type Reading = { place: EntryPlace; source: Source; document: Document | null };

/** Everything that a rule may look at. */
export type World = {
  files: ContentFiles;
  maxFileBytes: number;
  readings: readonly Reading[];
  /** Every entry that lies where it should, sound or not, by content path. */
  readingAt: ReadonlyMap<string, Reading>;
  /** The files beside an entry, by folder and then by name in NFC. */
  filesBeside: ReadonlyMap<string, ReadonlyMap<string, ContentFile>>;
};

/** A family of rules: looks at the whole content and tells its problems. */
export type Rule = (world: World) => Iterable<Problem>;

/** The folder in which an entry lies, and from which its relative links count. */
export const folderOf = (place: EntryPlace): string => posix.dirname(place.path);

const noFiles: ReadonlyMap<string, ContentFile> = new Map();

/** The files that lie beside an entry, by name in NFC; a `.yaml` entry has none. */
export const filesBesideEntry = (
  world: World,
  place: EntryPlace,
): ReadonlyMap<string, ContentFile> => world.filesBeside.get(folderOf(place)) ?? noFiles;
