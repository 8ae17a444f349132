import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { AttachmentReading } from '../attachments/reading.ts';
import type { ExaminedPieces } from '../check/examined-pieces.ts';
import type { ContentFile } from '../source/content-files.ts';
import type { RenderedEntry } from './rendered-entry.ts';

/** An entry as Astro's store would hold it, with the content paths of all that it refers to or links to, shown or not. */
export type KeptEntry = { stored: RenderedEntry & { id: string }; leadsTo: ReadonlySet<string> };

/** All that is known of an edition that was read (kept-edition.ts), as plain data. */
export type EditionMemory = {
  /** When its files were looked at, in milliseconds, and what they were then. */
  lookedAt: number;
  states: ReadonlyMap<string, ContentFile['state']>;
  examined: ExaminedPieces;
  readings: ReadonlyMap<string, AttachmentReading>;
  /** The first page of each file that was asked for; null where it has no picture. */
  pictures: ReadonlyMap<string, { width: number; height: number } | null>;
  /** By content path, of the entries that are shown. */
  kept: ReadonlyMap<string, KeptEntry>;
  /** The addresses of the terms that are shown. */
  headwords: ReadonlyMap<string, string>;
};

/** The form belongs to the program that writes it. */
const forms = [process.version, process.arch].join(' ');

/**
 * What an earlier process knew of an edition; null where nothing is kept, or other code or settings kept it.
 * @param maker of the code and the settings by which it was read
 */
export function readEditionMemory(file: string, maker: string): EditionMemory | null {
  try {
    const bytes = readFileSync(file);
    const head = Buffer.from(`${forms} ${maker}\n`);
    return bytes.subarray(0, head.length).equals(head)
      ? (deserialize(bytes.subarray(head.length)) as EditionMemory)
      : null;
  } catch {
    return null;
  }
}

/** Keeps what is known of an edition for a later process, which is quicker by it and never relies on it. Where it cannot be written, nothing is kept. */
export function writeEditionMemory(file: string, maker: string, memory: EditionMemory): void {
  try {
    writeFileSync(
      `${file}.partial`,
      Buffer.concat([Buffer.from(`${forms} ${maker}\n`), serialize(memory)]),
    );
    renameSync(`${file}.partial`, file);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}
