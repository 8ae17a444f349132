import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { attachmentEnding } from '../../../src/check/content-place.ts';
import type { AttachmentText } from '../../wire/attachment-text.ts';
import type { Contributor } from '../permissions/contributor.ts';

/** More letters than that nobody reads beside a form. */
const mostLetters = 200_000;

/**
 * The text of a file that somebody may see, read in a process apart.
 * @returns null where a file of its kind has none
 */
export const attachmentTextOf = async (
  reader: Pick<AttachmentReader, 'read'>,
  who: Contributor,
  name: string,
  bytes: Uint8Array,
): Promise<AttachmentText | null> => {
  const ending = attachmentEnding(name);
  if (ending === null || ending === '.svg') return null;
  if (ending === '.csv') {
    const text = new TextDecoder().decode(bytes).slice(0, mostLetters);
    return {
      unit: 'plain',
      pageCount: null,
      searchable: 'yes',
      pages: [{ number: 1, label: '', text }],
    };
  }
  const institution = who.role === 'editor' ? 'editors' : who.institution;
  const { unit, pageCount, searchable, pages } = await reader.read(bytes, ending, {
    institution,
    office: who.office,
  });
  let letters = 0;
  return {
    unit,
    pageCount,
    searchable: searchable === 'yes' ? 'yes' : 'no',
    pages: pages.flatMap(({ number, label, text }) => {
      const room = mostLetters - letters;
      letters += text.length;
      return room > 0 ? [{ number, label, text: text.slice(0, room) }] : [];
    }),
  };
};
