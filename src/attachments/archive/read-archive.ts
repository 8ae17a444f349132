import { inflateSync } from 'fflate';
import { createFindings, type Findings } from '../office/findings.ts';
import type { AttachmentReading } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { type InnerEnding, kindOfName } from './kind-of-name.ts';
import { packedBytes, type ZipEntry, zipDirectory } from './zip-directory.ts';

/** More files than anybody looks through, and more bytes than a reading should hold. */
const most = { files: 200, unpacked: 200 * 1024 * 1024 };

/**
 * Reads a ZIP: the names of the files in it, which are its text, and what is found in each of them. Sizes are looked at
 * before anything is unpacked, and one file is unpacked at a time.
 * @param readInside reads a file that is in it, and never rejects for what is in that
 */
export const readArchive = async (
  bytes: Uint8Array,
  readInside: (bytes: Uint8Array, ending: InnerEnding) => Promise<AttachmentReading>,
): Promise<AttachmentReading> => {
  const directory = zipDirectory(bytes);
  if (!directory) return unreadable('.zip', 'damaged');
  const entries = directory.filter(({ name }) => !name.endsWith('/'));
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (directory.length > most.files || unpacked > most.unpacked) {
    return unreadable('.zip', 'too-complex');
  }
  const findings = createFindings();
  const names: string[] = [];
  for (const entry of entries) {
    if (isOfFinder(entry, bytes)) continue;
    names.push(legible(entry.name));
    await look(entry, bytes, findings, readInside);
  }
  return {
    unit: 'archive',
    pageCount: names.length,
    pages: names.length === 0 ? [] : [{ number: 1, label: '', text: names.join('\n') }],
    outline: [],
    searchable: 'yes',
    findings: findings.list(),
  };
};

const look = async (
  entry: ZipEntry,
  bytes: Uint8Array,
  findings: Findings,
  readInside: Parameters<typeof readArchive>[1],
): Promise<void> => {
  const kind = entry.isLink ? 'unchecked-files' : kindOfName(entry.name);
  const place = `中の『${shortened(legible(entry.name))}』`;
  if (typeof kind === 'string' && kind !== 'text') return findings.add(kind, place);
  if (entry.hasPassword) return findings.add('password', place);
  const content = unpack(entry, bytes);
  if (!content) return findings.add('damaged', place);
  if (kind === 'text') {
    if (!isText(content)) findings.add('unchecked-files', place);
    return;
  }
  const inside = await readInside(content, kind.read);
  for (const { kind: found, places } of inside.findings) {
    if (places.length === 0) findings.add(found, place);
    for (const where of places) findings.add(found, `${place}の${where}`);
  }
};

/** @returns null where it cannot be unpacked, or is not as long as the directory says */
const unpack = (entry: ZipEntry, bytes: Uint8Array): Uint8Array | null => {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  // Copied, since who reads it may give its memory away.
  if (entry.method === 0) return packed.length === entry.size ? new Uint8Array(packed) : null;
  if (entry.method !== 8) return null;
  try {
    // One byte more shows that there would be more.
    const content = inflateSync(packed, { out: new Uint8Array(entry.size + 1) });
    return content.length === entry.size ? content : null;
  } catch {
    return null;
  }
};

/** Text has no zero bytes, but where it says at its beginning that it is UTF-16. */
const isText = (content: Uint8Array): boolean =>
  /^(?:\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...content.subarray(0, 2))) ||
  !content.includes(0);

/**
 * The icons, the colours and the order of files that the Finder of a Mac puts beside them in every ZIP, without being
 * asked to: nobody could take them out. They are told by their first bytes, which no other file has.
 */
const isOfFinder = (entry: ZipEntry, bytes: Uint8Array): boolean => {
  const beginning = /(?:^|\/)__MACOSX\/(?:.*\/)?\._[^/]+$/.test(entry.name)
    ? [0, 5, 0x16, 7]
    : /(?:^|\/)\.DS_Store$/.test(entry.name)
      ? [0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31]
      : null;
  const content = beginning && !entry.isLink && !entry.hasPassword ? unpack(entry, bytes) : null;
  return content !== null && (beginning ?? []).every((byte, index) => content[index] === byte);
};

/** A name on one line, in one direction. */
const legible = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');

const mostOfName = 40;

/** The end of a long name: folders may be left out, the file may not. */
const shortened = (name: string): string => {
  const characters = [...name];
  return characters.length > mostOfName ? `…${characters.slice(-mostOfName).join('')}` : name;
};
