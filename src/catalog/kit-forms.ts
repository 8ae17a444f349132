import type { EditionFile } from '../schema/edition-file.ts';
import type { FormOfKit } from '../schema/scene.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** A file of the editors' kits that a piece of work is done with. */
export type KitForm = { file: EditionFile; kit: Shown<'kits'> };

/** A link to what serves an entry: a file, with what it is, or the page of a kit. */
export type ServingForm = { title: string; address: string; note: string };

/** The file that a step names; nothing where this edition does not give it out. */
export function formOf(form: FormOfKit | undefined, from: Catalog): KitForm | undefined {
  const kit = form && from.at(form.kit);
  if (kit?.collection !== 'kits') return undefined;
  const file = kit.files.find(({ name }) => name === form?.file);
  return file && { file, kit };
}

/**
 * What the editors' kits have for each entry: the files that steps resting on it are done with, and where no step names
 * one, the kits that were drawn from it. By content path; an entry that nothing serves is not among them.
 */
export function formsByEntry(from: Catalog): ReadonlyMap<string, readonly ServingForm[]> {
  const forms = new Map<string, Map<string, ServingForm>>();
  const add = (path: string, serving: ServingForm) => {
    const known = forms.get(path) ?? new Map<string, ServingForm>();
    forms.set(path, known.set(serving.address, serving));
  };
  for (const { data } of from.all('scenes')) {
    for (const { says, file } of data.steps) {
      const form = formOf(file, from);
      if (form) for (const path of says) add(path, servingFile(form));
    }
  }
  const served = new Set(forms.keys());
  for (const { data, address } of from.all('kits')) {
    for (const path of data.drawnFrom) {
      if (!served.has(path)) add(path, { title: data.title, address, note: '' });
    }
  }
  return new Map([...forms].map(([path, found]) => [path, [...found.values()]]));
}

const servingFile = ({ file }: KitForm): ServingForm => ({
  title: file.title,
  address: file.address,
  note: file.description,
});
