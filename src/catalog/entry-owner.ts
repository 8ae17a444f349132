import { isInConfidence } from '../schema/in-confidence.ts';
import { type InstitutionKind, origins } from '../schema/taxonomy.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

/** Whose an entry is, as pages, lists and data say it. */
export type EntryOwner = {
  /** The institution's name, its identifier where this edition's registry lacks it, or 編集部預かり. */
  name: string;
  kind: InstitutionKind | undefined;
  /** Nothing for what was told in confidence: of whoever told it nobody learns more than the kind. */
  institution: Shown<'institutions'> | undefined;
};

export function ownerOf({ data }: ShownEntry, from: Catalog): EntryOwner {
  if (isInConfidence(data)) {
    const kind = 'institutionKind' in data ? data.institutionKind : undefined;
    return { name: origins['in-confidence'], kind, institution: undefined };
  }
  const institution = from.institution(data.institution);
  return {
    name: institution?.data.name ?? data.institution,
    kind: institution?.data.kind,
    institution,
  };
}

/** Whether an entry belongs to an institution, or to the office in confidence. */
export const isEntry = (item: Shown): item is ShownEntry => 'institution' in item.data;
