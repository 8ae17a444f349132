import type { PackageEdit } from '../cleaning/package-edit.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import type { FindRecords, OfficeRecord } from './office-record.ts';
import { saysOfItsOwn } from './words-of-master.ts';

/**
 * Layouts and masters of slides that no slide uses, where they say or show something of their own: nobody sees it, and
 * it came with a template. The empty ones stay, for those who go on with the presentation.
 */
export const unusedLayouts: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'powerpoint') return [];
  const used = new Set(
    targetsOf(officePackage, officePackage.mainPath, 'slide').flatMap(({ target }) =>
      keyOfPart(targetOf(relationshipsOf(officePackage, target), 'slideLayout') ?? ''),
    ),
  );
  if (used.size === 0) return [];
  return targetsOf(officePackage, officePackage.mainPath, 'slideMaster').flatMap(
    (master): OfficeRecord[] => {
      const layouts = targetsOf(officePackage, master.target, 'slideLayout');
      const idle = layouts.filter(({ target }) => !used.has(keyOfPart(target)));
      if (idle.length === layouts.length) {
        const speaks = [master, ...layouts].some(({ target }) =>
          saysOfItsOwn(officePackage, target),
        );
        return speaks ? [withoutMaster(officePackage.mainPath, master, layouts)] : [];
      }
      return idle
        .filter(({ target }) => saysOfItsOwn(officePackage, target))
        .map((layout) => withoutLayout(master.target, layout));
    },
  );
};

type Pointed = { id: string; target: string };

const targetsOf = (officePackage: OfficePackage, path: string, type: string): Pointed[] =>
  [...relationshipsOf(officePackage, path)].flatMap(([id, one]) =>
    one.type === type && !one.external ? [{ id, target: one.target }] : [],
  );

const withoutLayout = (master: string, { id, target }: Pointed): OfficeRecord => ({
  place: 'どのスライドも使っていないレイアウト',
  remove(edit) {
    cutNaming(edit, master, 'p:sldLayoutId', id);
    edit.dropPart(target);
  },
});

const withoutMaster = (
  main: string,
  { id, target }: Pointed,
  layouts: readonly Pointed[],
): OfficeRecord => ({
  place: 'どのスライドも使っていないスライドマスター',
  remove(edit) {
    cutNaming(edit, main, 'p:sldMasterId', id);
    edit.dropPart(target);
    for (const layout of layouts) edit.dropPart(layout.target);
  },
});

const cutNaming = (edit: PackageEdit, path: string, element: string, id: string): void =>
  edit.cut(path, {
    element: (name, attributes) => name === element && attributes['r:id'] === id,
  });
