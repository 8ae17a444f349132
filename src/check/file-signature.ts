import { zipDirectory } from '../attachments/archive/zip-directory.ts';
import { type OtherForm, otherHeads } from '../attachments/other-forms.ts';
import type { ContentFile } from '../source/content-files.ts';
import type { AttachmentEnding } from './content-place.ts';

type Signature = {
  name: string;
  test(head: Uint8Array): boolean;
  /** What it is saved anew as, where it is not taken as it is. */
  form?: OtherForm;
};

const startsWith =
  (...bytes: number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, index) => head[index] === byte);
const asText = (head: Uint8Array): string => new TextDecoder('latin1').decode(head);

const otherSignature = (
  name: string,
  head: keyof typeof otherHeads,
  form: OtherForm,
): Signature => ({
  name,
  test: (bytes) => otherHeads[head].test(asText(bytes)),
  form,
});

/** The first bytes of the kinds of file that people attach, also by mistake. */
const signatures = {
  pdf: { name: 'PDF', test: (head) => /^[\s\S]{0,1019}%PDF-/.test(asText(head)) },
  png: { name: 'PNG画像', test: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpeg: { name: 'JPEG画像', test: startsWith(0xff, 0xd8, 0xff) },
  webp: { name: 'WebP画像', test: (head) => /^RIFF[\s\S]{4}WEBP/.test(asText(head)) },
  gif: otherSignature('GIF画像', 'gif', 'picture'),
  heic: otherSignature('HEIC画像', 'heic', 'phone-photograph'),
  avif: otherSignature('AVIF画像', 'avif', 'picture'),
  tiff: otherSignature('TIFF画像', 'tiff', 'picture'),
  bmp: otherSignature('BMP画像', 'bmp', 'picture'),
  rtf: otherSignature('リッチテキスト（RTF）', 'rtf', 'word'),
  zip: { name: 'ZIP', test: startsWith(0x50, 0x4b, 0x03, 0x04) },
  oldOffice: {
    name: '古い形式のWord・Excel・PowerPoint',
    test: startsWith(0xd0, 0xcf, 0x11, 0xe0),
  },
  program: { name: 'プログラム', test: startsWith(0x4d, 0x5a) },
  html: { name: 'HTML', test: (head) => /^\s*<(?:!doctype html|html)/i.test(asText(head)) },
  svg: { name: 'SVG画像', test: (head) => /<svg[\s>]/.test(asText(head)) },
} as const satisfies Record<string, Signature>;
type SignatureName = keyof typeof signatures;

/** What a file with an ending begins with; a CSV begins with anything that is none of the others. */
const expected: Record<AttachmentEnding, SignatureName | null> = {
  '.pdf': 'pdf',
  '.docx': 'zip',
  '.xlsx': 'zip',
  '.pptx': 'zip',
  '.zip': 'zip',
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.svg': 'svg',
  '.csv': null,
};

/** The folder in the package that only this kind of document has (ECMA-376, part 2 and part 1). */
const officeFolders: Partial<Record<AttachmentEnding, string>> = {
  '.docx': 'word/',
  '.xlsx': 'xl/',
  '.pptx': 'ppt/',
};
const officeNames: Record<string, string> = {
  'word/': 'Word文書',
  'xl/': 'Excelブック',
  'ppt/': 'PowerPoint',
};

/** What a file seems to be, if that can be told, and as what it is saved anew, if it is not taken as it is. */
export type Mismatch = { found: string | null; form: OtherForm | null };

/**
 * Holds the content of a file against the ending of its name.
 * @returns null where they agree
 */
export const typeMismatch = (file: ContentFile, ending: AttachmentEnding): Mismatch | null => {
  const mismatch = headMismatch(file, ending);
  if (mismatch) return mismatch;
  const folder = officeFolders[ending];
  // A document with a password lies in the old format too; which of the two it is, its reading tells.
  if (folder === undefined || signatures.oldOffice.test(file.head(1024))) return null;
  return officeMismatch(file, folder);
};

/** The same by the first bytes alone: of a ZIP it does not tell whether it is an Office file. */
export const headMismatch = (file: ContentFile, ending: AttachmentEnding): Mismatch | null => {
  const head = file.head(1024);
  const wanted = expected[ending];
  // A longer head for SVG: comments of drawing programs come first.
  if (wanted === 'svg') return signatures.svg.test(file.head(4096)) ? null : seen(head);
  if (wanted === null) {
    const mismatch = seen(head);
    return mismatch.found === null ? null : mismatch;
  }
  if (officeFolders[ending] !== undefined && signatures.oldOffice.test(head)) return null;
  return signatures[wanted].test(head) ? null : seen(head);
};

const seen = (head: Uint8Array): Mismatch => {
  const found = Object.values<Signature>(signatures).find((signature) => signature.test(head));
  return { found: found?.name ?? null, form: found?.form ?? null };
};

const officeMismatch = (file: ContentFile, folder: string): Mismatch | null => {
  const names = zipDirectory(file.bytes())?.map(({ name }) => name);
  // Cut short, as its reading tells.
  if (!names) return null;
  const begins = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (names.some((name) => /^\[Content_Types\]\.xml$/i.test(name))) {
    if (begins(folder)) return null;
    const other = Object.keys(officeNames).find(begins);
    return { found: other ? (officeNames[other] ?? null) : 'ZIP', form: null };
  }
  if (names.includes('mimetype') && names.includes('content.xml')) {
    return { found: 'OpenDocument', form: formOfFolder[folder] ?? null };
  }
  return { found: 'ZIP', form: null };
};

const formOfFolder: Readonly<Record<string, OtherForm>> = {
  'word/': 'word',
  'xl/': 'excel',
  'ppt/': 'powerpoint',
};
