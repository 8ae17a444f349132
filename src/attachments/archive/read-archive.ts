import { createFindings, type Findings } from '../office/findings.ts';
import type { AttachmentReading } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { findBeside } from './beside-files.ts';
import { type InnerEnding, kindOfName } from './kind-of-name.ts';
import { leftBySystem } from './left-by-systems.ts';
import { unpackEntry } from './unpack-entry.ts';
import { legible, words } from './words.ts';
import { type ZipArchive, type ZipEntry, zipArchive } from './zip-directory.ts';

/** More files than anybody looks through, and more bytes than a reading should hold. */
const most = { files: 200, unpacked: 200 * 1024 * 1024 };

/**
 * Reads a ZIP: the names of the files in it, which are its text, what is found in each of them, and what it holds beside
 * them. Sizes are looked at before anything is unpacked, and one file is unpacked at a time.
 * @param readInside reads a file that is in it, and never rejects for what is in that
 */
export const readArchive = async (
  bytes: Uint8Array,
  readInside: (bytes: Uint8Array, ending: InnerEnding) => Promise<AttachmentReading>,
): Promise<AttachmentReading> => {
  const archive = zipArchive(bytes);
  if (!archive) return unreadable('.zip', 'damaged');
  if (archive === 'too-many' || isTooMuch(archive)) return unreadable('.zip', 'too-complex');
  const findings = createFindings();
  const names: string[] = [];
  for (const entry of archive.entries.filter(isFile)) {
    const left = leftBySystem(entry, bytes);
    if (left !== null) {
      findings.add('records', left);
      continue;
    }
    names.push(legible(entry.name));
    await look(entry, bytes, findings, readInside);
  }
  findBeside(archive, bytes, findings);
  return {
    unit: 'archive',
    pageCount: names.length,
    pages: names.length === 0 ? [] : [{ number: 1, label: '', text: names.join('\n') }],
    outline: [],
    searchable: 'yes',
    findings: findings.list(),
  };
};

/** Whether an entry is no folder. */
export const isFile = ({ name }: ZipEntry): boolean => !name.endsWith('/');

/** Whether an archive holds more than what is unpacked here. */
export const isTooMuch = ({ entries }: ZipArchive): boolean =>
  entries.length > most.files || entries.reduce((sum, { size }) => sum + size, 0) > most.unpacked;

const look = async (
  entry: ZipEntry,
  bytes: Uint8Array,
  findings: Findings,
  readInside: Parameters<typeof readArchive>[1],
): Promise<void> => {
  const kind = entry.isSpecial ? 'unchecked-files' : kindOfName(entry.name);
  const inside = words.inside(legible(entry.name));
  if (typeof kind === 'string' && kind !== 'text') return findings.add(kind, inside);
  if (entry.hasPassword) return findings.add('password', inside);
  const content = unpackEntry(entry, bytes);
  if (!content) return findings.add('damaged', inside);
  if (kind === 'text') {
    if (!isText(content)) findings.add('unchecked-files', inside);
    return;
  }
  const found = await readInside(content, kind.read);
  for (const { kind: foundKind, places } of found.findings) {
    if (places.length === 0) findings.add(foundKind, inside);
    for (const place of places) findings.add(foundKind, words.within(inside, place));
  }
};

/** Text has no zero bytes, but where it says at its beginning that it is UTF-16. */
const isText = (content: Uint8Array): boolean =>
  /^(?:\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...content.subarray(0, 2))) ||
  !content.includes(0);
