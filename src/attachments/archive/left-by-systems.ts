import { unpackEntry } from './unpack-entry.ts';
import { words } from './words.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A file that a system puts beside others, without being asked to; those who packed it mostly never saw it. */
type Left = {
  /** What is told of it. */
  record: string;
  name: RegExp;
  /** The marks with which its bytes begin, where these tell that it is this and nothing else; letters of one byte. */
  marks?: readonly string[];
  /** The most bytes that such a file has. */
  most: number;
};

const left: readonly Left[] = [
  // Where a file came from, its colours, its icon (RFC 1740, AppleDouble).
  {
    record: words.finder,
    name: /(?:^|\/)\._[^/]+$/,
    marks: ['\x00\x05\x16\x07'],
    most: 1_000_000,
  },
  // How a folder is shown.
  {
    record: words.finder,
    name: /(?:^|\/)\.DS_Store$/,
    marks: ['\0\0\0\x01Bud1'],
    most: 1_000_000,
  },
  { record: words.finder, name: /(?:^|\/)(?:\.localized|Icon\r)$/, most: 0 },
  // Small pictures of what lies, or lay, in a folder (MS-CFB).
  {
    record: words.explorer,
    name: /(?:^|\/)(?:eh)?thumbs\.db$/i,
    marks: ['\xd0\xcf\x11\xe0'],
    most: 20_000_000,
  },
  {
    record: words.explorer,
    name: /(?:^|\/)desktop\.ini$/i,
    marks: ['[', '\r\n[', ';', '\xff\xfe[', '\xff\xfe\r', '\xef\xbb\xbf['],
    most: 20_000,
  },
  // Who has a document open, as Word, Excel, PowerPoint and LibreOffice note it.
  { record: words.lock, name: /(?:^|\/)~\$[^/]+$/, most: 200 },
  { record: words.lock, name: /(?:^|\/)\.~lock\.[^/]+#$/, most: 1000 },
];

/** @returns what a file is that a system left in a ZIP, as it is told; null for any other file */
export const leftBySystem = (entry: ZipEntry, bytes: Uint8Array): string | null => {
  if (entry.isSpecial || entry.hasPassword) return null;
  const found = left.find((one) => one.name.test(entry.name) && entry.size <= one.most);
  const content = found && unpackEntry(entry, bytes);
  if (!content) return null;
  const beginning = String.fromCharCode(...content.subarray(0, 16));
  const isSo = found.marks?.some((mark) => beginning.startsWith(mark)) ?? true;
  return isSo ? found.record : null;
};
