import { posix } from 'node:path';
import type { ContentFile, ContentFiles } from '../source/content-files.ts';
import type { AttachmentReadings } from './attachments/attachment-readings.ts';
import type { Claim } from './claims.ts';
import type { EntryPlace } from './content-place.ts';
import type { Reading } from './entry-reading.ts';
import type { FieldProblem } from './problem.ts';

/**
 * Everything that a rule may look at. The first part is what it judges, which may be one entry or all of them; the
 * second is the whole content around it, in which things are looked up.
 */
export type World = {
  files: ContentFiles;
  maxFileBytes: number;
  /** What was read of the documents among the files that are judged. */
  attachments: AttachmentReadings;
  readings: readonly Reading[];
  /** The files beside an entry, by folder and then by name in NFC. */
  filesBeside: ReadonlyMap<string, ReadonlyMap<string, ContentFile>>;
  /** What may exist only once and is claimed by the files that are judged. */
  claims: readonly Claim[];

  /** Every entry of the content that lies where it should, sound or not, by content path. */
  readingAt: ReadonlyMap<string, Reading>;
  /** Everyone in the content who claims one thing that may exist only once. */
  claimants(key: string): Iterable<Claim>;
};

/** A family of rules: tells the problems of what it judges, and of nothing else. */
export type Rule = (world: World) => Iterable<FieldProblem>;

/** The folder in which an entry lies, and from which its relative links count. */
export const folderOf = (place: EntryPlace): string => posix.dirname(place.path);

const noFiles: ReadonlyMap<string, ContentFile> = new Map();

/** The files that lie beside an entry that is judged, by name in NFC; a `.yaml` entry has none. */
export const filesBesideEntry = (
  world: World,
  place: EntryPlace,
): ReadonlyMap<string, ContentFile> => world.filesBeside.get(folderOf(place)) ?? noFiles;
