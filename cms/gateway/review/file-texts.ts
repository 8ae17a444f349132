import type { z } from 'zod';
import {
  type AttachmentReader,
  type ReadEnding,
  readEndings,
} from '../../../src/attachments/reading.ts';
import type { fileText } from '../../wire/review.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { type FileAddress, fileName } from '../repository/content-address.ts';

/** So many letters of a file are compared; what follows is opened. */
export const mostLettersOfFile = 60_000;

type FileText = z.input<typeof fileText>;

/**
 * The text of a file, read in a process apart and kept by its digest.
 * @returns null where its kind has no text
 */
export const textOfFile = async (
  reader: Pick<AttachmentReader, 'read'>,
  { path, entry }: FileAddress,
  bytes: Uint8Array,
  who: Contributor,
): Promise<FileText | null> => {
  const ending = endingOf(fileName(path));
  if (!ending) return null;
  const institution = who.role === 'editor' ? 'editors' : (entry.institution ?? who.institution);
  const { unit, pageCount, pages } = await reader.read(bytes, ending, {
    institution,
    office: who.office,
  });
  return { unit, pageCount, ...cut(pages) };
};

const endingOf = (name: string): ReadEnding | null => {
  const lower = name.toLowerCase();
  return readEndings.find((ending) => lower.endsWith(ending)) ?? null;
};

const cut = (pages: FileText['pages']): Pick<FileText, 'pages' | 'isCut'> => {
  const told: FileText['pages'][number][] = [];
  let left = mostLettersOfFile;
  for (const { number, label, text } of pages) {
    if (left <= 0) return { pages: told, isCut: true };
    told.push({ number, label, text: text.slice(0, left) });
    left -= text.length;
  }
  return { pages: told, isCut: left < 0 };
};
