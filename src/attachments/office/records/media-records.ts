import { cleanPicture } from '../../picture/clean-picture.ts';
import { tellsPlace } from '../../picture/metadata.ts';
import { cleanMetafile } from '../../picture/metafile/clean-metafile.ts';
import { cleanSvg } from '../../svg/clean-svg.ts';
import { mostSvgBytes } from '../../svg/most-bytes.ts';
import type { OfficePackage } from '../open-package.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';

/** What is kept in the pictures of a document beside what they show: where they were taken, by whom, with what. */
export const mediaRecords: FindRecords = (officePackage) =>
  officePackage.names.flatMap((name): OfficeRecord[] => {
    const cleaned = /\.(?:jpe?g|jfif|png|webp|gif|svg|emf|wmf|emz|wmz)$/i.test(name)
      ? cleanedOf(officePackage, name)
      : null;
    if (cleaned === null) return [];
    return [
      {
        ...(tellsPlace(cleaned.before)
          ? // Where it stands is told by who reads the text around it (../carried.ts).
            { place: '', kind: 'photograph-place' as const }
          : { place: '図や写真の情報（撮影した機器、使ったソフトなど）' }),
        remove: (edit) => edit.setPart(name, cleaned.after),
      },
    ];
  });

/** A drawing that is larger than what is read of them is refused elsewhere (../pictures/drawn-svg.ts). */
const cleanedSvg = (bytes: Uint8Array): Uint8Array | null =>
  bytes.length > mostSvgBytes ? null : cleanSvg(bytes);

const cleanerOf = (name: string): ((bytes: Uint8Array) => Uint8Array | null) => {
  if (/\.svg$/i.test(name)) return cleanedSvg;
  return /\.[ew]m[fz]$/i.test(name) ? cleanMetafile : cleanPicture;
};

const cleanedOf = (
  officePackage: OfficePackage,
  name: string,
): { before: Uint8Array; after: Uint8Array } | null => {
  const before = officePackage.part(name);
  const after = before && cleanerOf(name)(before);
  if (!before || !after) return null;
  const isSame =
    after.length === before.length && after.every((byte, index) => byte === before[index]);
  return isSame ? null : { before, after };
};
