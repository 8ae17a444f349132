import {
  collections,
  type EntryCollection,
  entryCollections,
} from '../../../src/schema/collections.ts';
import { currentDraft } from '../decap/draft.ts';
import { useDraftState } from '../decap/entry-form.tsx';
import type { AppParts } from './app-parts.ts';
import { partLabelOf } from './field-words.ts';
import { isSame, unlikeNames } from './merge-fields.ts';
import type { OpenEntry } from './open-entry.ts';
import type { Standing } from './standing.ts';
import { useHasChanged, useParts } from './use-frame.ts';

/** What an entry of a collection is called in a sentence: as on the button that begins one. */
export const nounOf = (collection: OpenEntry['collection']): string =>
  collections[collection].label;

/** Where the open entry stands before the person, from all that is known of it. */
export const useStanding = (entry: OpenEntry): Standing => {
  const parts = useParts();
  const hasChanged = useHasChanged();
  const institution = useDraftState((draft) => draft.getIn(['entry', 'data', 'institution']));
  const errors = entry.problems.filter(({ severity }) => severity === 'error');
  const missing = [
    ...new Set(errors.map(({ field }) => (field ? partLabelOf(entry.collection, field) : ''))),
  ].filter(Boolean);
  const data = currentDraft()?.data ?? {};
  return {
    who: parts.who,
    noun: nounOf(entry.collection),
    isPractice: entry.collection === 'case-studies' || entry.collection === 'best-practices',
    owner: ownerOf(parts, entry, institution),
    isNew: entry.slug === null,
    hasChanged,
    state: entry.state,
    // An error of a file has no field, and holds the review up all the same.
    missing: missing.length > 0 || errors.length === 0 ? missing : ['添付ファイル'],
    areMissingBlank: errors.every(({ field = '' }) => isSame(valueAt(data, field), undefined)),
    changes: changedPlaces(entry, hasChanged, data),
    has: {
      review: parts.screens.review !== undefined,
      approvalLink: parts.screens.approvalLink !== undefined,
    },
  };
};

/** How many fields differ from what readers see; null where that is not what was opened. */
const changedPlaces = (
  { state, base, isDraft }: OpenEntry,
  hasChanged: boolean,
  data: Readonly<Record<string, unknown>>,
): number | null =>
  state?.published && base && !isDraft && hasChanged ? unlikeNames(base, data).length : null;

const isOfInstitution = (name: OpenEntry['collection']): name is EntryCollection =>
  (entryCollections as readonly string[]).includes(name);

const ownerOf = (
  { who, choices }: AppParts,
  { collection }: OpenEntry,
  institution: unknown,
): string | null => {
  if (!isOfInstitution(collection)) return null;
  const id = who.role === 'contributor' ? who.institution : institution;
  return choices.institutions.find((each) => each.id === id)?.name ?? null;
};

const valueAt = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[name]
          : undefined,
      data,
    );
