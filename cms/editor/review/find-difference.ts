import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import { compareEntries, type EntryDifference } from '../../difference/compare-entries.ts';
import type { DescribedField, NameOf } from '../../difference/described-field.ts';
import type { Choices } from '../../wire/choices.ts';
import type { Review } from '../../wire/review.ts';
import { optionsOf, type PickList } from '../choices.ts';
import { formatOf } from '../entry-format.ts';
import { fieldsOfSchema } from '../form/fields-of-schema.ts';

type Version = NonNullable<Review['proposed']>;

/**
 * What of a proposal is not as in an earlier version, in the words of the form. Loaded when the first review is opened: nobody
 * else needs what finds differences.
 * @param before null where there is none: the whole is given as it is, without marks
 */
export const differenceOf = (
  collection: CollectionName,
  before: Version | null,
  after: Version,
  choices: Choices,
): EntryDifference => {
  const fields = fieldsOfSchema(collections[collection].schema);
  const now = versionOf(collection, after);
  return compareEntries(
    before ? versionOf(collection, before) : now,
    now,
    fields,
    namesFrom(choices),
  );
};

const versionOf = (collection: CollectionName, { text, files }: Version) => ({
  data: fieldsIn(collection, text),
  files,
});

/** The fields of a text; one whose fields cannot be read is compared as a text. */
const fieldsIn = (collection: CollectionName, text: string): Record<string, unknown> => {
  try {
    return formatOf(collection).fromFile(text);
  } catch {
    return { body: text };
  }
};

/** What a person calls that to which a value leads. */
const namesFrom = (choices: Choices): NameOf => {
  const lists = new Map<PickList, ReadonlyMap<string, string>>();
  return (field: DescribedField & { from?: PickList }, value) => {
    if (field.kind !== 'pick' || field.from === undefined) return null;
    const list = field.from === 'institutions' ? 'owners' : field.from;
    const names =
      lists.get(list) ??
      new Map(optionsOf(choices, list).map((option) => [option.value, option.label]));
    lists.set(list, names);
    return names.get(value) ?? null;
  };
};
