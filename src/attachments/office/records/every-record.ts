import type { OfficePackage } from '../open-package.ts';
import { appProperties } from './app-properties.ts';
import { attachedParts } from './attached-parts.ts';
import { coreProperties } from './core-properties.ts';
import { customProperties } from './custom-properties.ts';
import { drawingRecords } from './drawing-records.ts';
import { embeddedBooks } from './embedded-books.ts';
import { foreignRecords } from './foreign-records.ts';
import { mediaRecords } from './media-records.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';
import { presentationRecords } from './presentation-records.ts';
import { foundRecords } from './record-in-xml.ts';
import { sheetLeftovers } from './sheet-leftovers.ts';
import { unusedLayouts } from './unused-layouts.ts';
import { unnamedParts, unusedParts } from './unused-parts.ts';
import { wordBookmarks } from './word-bookmarks.ts';
import { wordFieldCodes } from './word-field-codes.ts';
import { wordFormDefaults, wordMarks, wordSettings } from './word-records.ts';
import { wordTemplate } from './word-template.ts';
import { workbookRecords } from './workbook-records.ts';
import { xmlRemarks } from './xml-remarks.ts';
import { zipRecords } from './zip-records.ts';

/** Every channel by which an Office file keeps what nobody sees. A new one is a line here. */
const channels: readonly FindRecords[] = [
  coreProperties,
  appProperties,
  customProperties,
  attachedParts,
  wordSettings,
  wordTemplate,
  wordMarks,
  wordFormDefaults,
  wordBookmarks,
  wordFieldCodes,
  workbookRecords,
  sheetLeftovers,
  presentationRecords,
  unusedLayouts,
  drawingRecords,
  foreignRecords,
  mediaRecords,
  xmlRemarks,
  unnamedParts,
  unusedParts,
  zipRecords,
];

const inOneFile = (officePackage: OfficePackage, shown: string): OfficeRecord[] =>
  foundRecords(
    officePackage,
    channels.flatMap((find) => find(officePackage, shown)),
  );
const inFilesInside = embeddedBooks(inOneFile);

/** What can be taken out of an Office file. @param shown the words that its readers see */
export const recordsOf = (officePackage: OfficePackage, shown: string): OfficeRecord[] => [
  ...inOneFile(officePackage, shown),
  ...inFilesInside(officePackage),
];
