import { editPackage } from '../cleaning/package-edit.ts';
import { type OfficePackage, openPackage, UnreadablePackage } from '../open-package.ts';
import type { OfficeRecord } from './office-record.ts';

type FindInFile = (officePackage: OfficePackage, shown: string) => readonly OfficeRecord[];

/**
 * The records of Office files in an Office file: the workbook of a chart names its author as the document does. What
 * lies in those is refused by itself (../carried.ts).
 * @param find the records of one file
 */
export const embeddedBooks =
  (find: FindInFile) =>
  (officePackage: OfficePackage): OfficeRecord[] =>
    officePackage.names.flatMap((name): OfficeRecord[] => {
      const bytes = /\.(?:docx|xlsx|pptx)$/i.test(name) ? officePackage.part(name) : null;
      const records = bytes === null ? [] : recordsIn(bytes, find);
      if (bytes === null || records.length === 0) return [];
      return [
        {
          place: '埋め込まれたブックの記録（作成者など）',
          remove(edit) {
            const inner = editPackage(bytes);
            if (!inner) return;
            for (const record of records) record.remove(inner);
            edit.setPart(name, inner.finish());
          },
        },
      ];
    });

const recordsIn = (bytes: Uint8Array, find: FindInFile): readonly OfficeRecord[] => {
  try {
    return find(openPackage(bytes), '');
  } catch (error) {
    if (error instanceof UnreadablePackage) return [];
    throw error;
  }
};
