import type { AttachmentReading, FindingKind } from '../reading.ts';
import { authorsOf } from './authors.ts';
import { createCarried } from './carried.ts';
import { isSettled } from './cleaning/is-settled.ts';
import { findAlternativeTexts } from './closed-list/alternative-texts.ts';
import { findUnknown } from './closed-list/find-unknown.ts';
import { readWorkbook } from './excel/read-workbook.ts';
import { createFindings } from './findings.ts';
import {
  type OfficePackage,
  openPackage,
  UnreadablePackage,
  type UnreadableReason,
} from './open-package.ts';
import { findUnseenInDrawings } from './pictures/find-unseen.ts';
import { rootsOfPresentation, rootsOfWorkbook } from './pictures/roots.ts';
import { readPresentation } from './powerpoint/read-presentation.ts';
import { recordsOf } from './records/every-record.ts';
import { readWordText } from './word/read-text.ts';

/** The endings of Office files that are read. */
export type OfficeEnding = '.docx' | '.xlsx' | '.pptx';

const units = { '.docx': 'text', '.xlsx': 'sheet', '.pptx': 'slide' } as const;
const kinds = { '.docx': 'word', '.xlsx': 'excel', '.pptx': 'powerpoint' } as const;

/**
 * Reads an Office file: the text that its readers see, and what it holds besides. Works in browsers and in Node.
 * @param bytes anything is safe; of what cannot be read, one finding says why
 * @param ending what its name says that it is
 */
export const readOffice = (bytes: Uint8Array, ending: OfficeEnding): AttachmentReading => {
  try {
    const officePackage = openPackage(bytes);
    if (officePackage.kind !== kinds[ending]) throw new UnreadablePackage('otherZip');
    return readPackage(officePackage, ending);
  } catch (error) {
    if (!(error instanceof UnreadablePackage)) throw error;
    return {
      unit: units[ending],
      pageCount: null,
      pages: [],
      outline: [],
      searchable: 'unread',
      findings: [{ kind: kindOfReason[error.reason], places: [] }],
    };
  }
};

const readPackage = (officePackage: OfficePackage, ending: OfficeEnding): AttachmentReading => {
  const findings = createFindings();
  const carried = createCarried(officePackage);
  const { pages, outline, pageCount } = {
    '.docx': () => ({ ...readWordText(officePackage, carried, findings), pageCount: null }),
    '.xlsx': () => ({ ...readWorkbook(officePackage, carried, findings), outline: [] }),
    '.pptx': () => readPresentation(officePackage, carried, findings),
  }[ending]();
  if (ending !== '.docx') {
    const roots = ending === '.xlsx' ? rootsOfWorkbook : rootsOfPresentation;
    findUnseenInDrawings(officePackage, roots(officePackage), findings);
  }
  for (const [kind, places] of carried.rest()) {
    for (const place of places) findings.add(kind, place);
  }
  findUnknown(officePackage, findings);
  findAlternativeTexts(officePackage, findings);
  for (const name of authorsOf(officePackage)) findings.add('authors', name);
  const shown = pages.map(({ label, text }) => `${label}\n${text}`).join('\n');
  const settled = isSettled(officePackage);
  for (const { kind = 'records', otherwise = kind, place } of recordsOf(officePackage, shown)) {
    findings.add(settled ? otherwise : kind, place);
  }
  return {
    unit: units[ending],
    pageCount,
    pages,
    outline,
    searchable: pages.length === 0 && holdsPictures(officePackage) ? 'scan' : 'yes',
    findings: findings.list(),
  };
};

/** Slides may be nothing but pictures of slides. */
const holdsPictures = ({ names }: OfficePackage): boolean =>
  names.some((name) => /(?:^|\/)media\/[^/]+$/i.test(name));

const kindOfReason: Record<UnreadableReason, FindingKind> = {
  empty: 'damaged',
  tooLarge: 'too-complex',
  bomb: 'too-complex',
  damaged: 'damaged',
  password: 'password',
  oldWord: 'old-format',
  oldOffice: 'old-format',
  openDocument: 'old-format',
  richText: 'old-format',
  pdf: 'damaged',
  otherZip: 'damaged',
  otherFile: 'damaged',
};
