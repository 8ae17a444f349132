import type { FindingKind } from '../../reading.ts';
import type { Cuts } from '../cleaning/cut-xml.ts';
import type { PackageEdit } from '../cleaning/package-edit.ts';
import type { OfficePackage } from '../open-package.ts';

/** Something in an Office file that its readers do not see and do not need, and how it is taken out. */
export type OfficeRecord = {
  /** What it is, as a person knows it, without what it says: 「文書のプロパティ（会社名）」. */
  place: string;
  /** `records` where it is left out. */
  kind?: Extract<FindingKind, 'records' | 'photograph-place'>;
  /** What it is in a file that is signed or protected, out of which nothing is taken; the same where it is left out. */
  otherwise?: FindingKind;
  /** Takes it out, and changes nothing that is seen. Others may have changed the same parts before. */
  remove(edit: PackageEdit): void;
};

/** A record that stands in the XML of parts, if it is there (record-in-xml.ts). */
export type SoughtInXml = Pick<OfficeRecord, 'place' | 'kind' | 'otherwise'> & {
  paths: readonly string[];
  /** What their text holds where there may be something to cut; most parts need not be read then. */
  hint: RegExp;
  cuts: Cuts;
};

/**
 * Finds the records of one channel. What it finds is gone once it is removed: the same finder finds nothing then.
 * @param shown the words that readers of the file see, to tell what stands there from what only the record says
 */
export type FindRecords = (
  officePackage: OfficePackage,
  shown: string,
) => readonly (OfficeRecord | SoughtInXml)[];
