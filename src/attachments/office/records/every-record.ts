import type { OfficePackage } from '../open-package.ts';
import { customProperties } from './custom-properties.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';

/** Every channel by which an Office file keeps what nobody sees. A new one is a line here. */
const channels: readonly FindRecords[] = [customProperties];

/** What can be taken out of an Office file. @param shown the words that its readers see */
export const recordsOf = (officePackage: OfficePackage, shown: string): OfficeRecord[] =>
  channels.flatMap((find) => find(officePackage, shown));
