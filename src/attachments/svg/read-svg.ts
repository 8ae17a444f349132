import { createFindings } from '../office/findings.ts';
import type { AttachmentReading } from '../reading.ts';
import { unreadable } from '../unreadable.ts';
import { mostSvgBytes } from './most-bytes.ts';
import { recordsIn } from './records.ts';
import { unseenIn } from './unseen-words.ts';
import { walkSvg } from './walk-svg.ts';
import { words } from './words.ts';

/**
 * Reads what an SVG picture holds beside what it shows. Whether it is safe is judged elsewhere (src/check/svg): of what is
 * not, nothing here is relied on.
 * @param bytes anything is safe
 * @throws RangeError where it is larger than any drawing that is taken
 */
export const readSvg = (bytes: Uint8Array): AttachmentReading => {
  const xml = svgText(bytes);
  const noted = xml === null ? null : recordsIn(xml);
  if (xml === null || noted === null) return unreadable('.svg', 'damaged');
  const findings = createFindings();
  for (const { record, isPlace } of noted.records) {
    findings.add('records', record);
    if (isPlace) findings.add('photograph-place', words.picture);
  }
  for (const kind of noted.pictures) findings.add(kind, words.picture);
  for (const { kind, place } of unseenIn(xml)) findings.add(kind, place);
  if (tellsFolder(xml)) findings.add('alternative-text', words.alternative);
  return {
    unit: 'picture',
    pageCount: null,
    pages: [],
    outline: [],
    searchable: 'yes',
    findings: findings.list(),
  };
};

/** The text of an SVG picture; null where it is not in UTF-8. @throws RangeError where it is larger than any that is taken */
export const svgText = (bytes: Uint8Array): string | null => {
  if (bytes.length > mostSvgBytes) throw new RangeError('Larger than any drawing that is taken.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A folder of a disk or of a share, a folder of a Mac, or an address of a person. */
const telling =
  /(?:^|[\s"'「(（])(?:[a-z]:[\\/]|\\\\[^\\\s]+\\|file:\/\/|\/(?:Users|home|Volumes)\/)|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]*\w/iu;

/** Whether what is read aloud of a drawing tells a folder or a person. */
const tellsFolder = (xml: string): boolean => {
  const spoken: string[] = [];
  let isSpoken = false;
  walkSvg(xml, {
    open({ name, attributes }) {
      isSpoken = name === 'title' || name === 'desc';
      for (const { name: attribute, value } of attributes) {
        if (attribute === 'aria-label' || attribute === 'title') spoken.push(value);
      }
    },
    text(piece) {
      if (isSpoken) spoken.push(piece);
    },
    close() {
      isSpoken = false;
    },
    aside() {},
  });
  return spoken.some((words) => telling.test(words));
};
