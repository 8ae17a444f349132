import { publicationDays } from '../../src/schema/publication-days.ts';
import { createAlike, pairsInOrder } from './alike.ts';
import { compareProse } from './compare-prose.ts';
import { type DescribedField, inWords, type NameOf } from './described-field.ts';
import type { Run } from './runs.ts';
import { type Sign, signOf } from './sign.ts';

/** A field that is not as before, in the words of the form. */
export type FieldChange = {
  /** The dotted path of the field: `contact.phone`. */
  readonly name: string;
  readonly label: string;
  readonly sign: Sign;
  /** One for a field with one value; of a list one for each item, in the order that it has now. */
  readonly items: readonly (readonly Run[])[];
  readonly isList: boolean;
};

/** A field that is as before, and says something. */
export type SameField = {
  readonly name: string;
  readonly label: string;
  /** The label of the group that the field is a part of, or its own. */
  readonly of: string;
  readonly words: string;
};

type Data = Readonly<Record<string, unknown>>;
type Compared = { readonly changed: FieldChange[]; readonly same: SameField[] };

/** Fields that nobody writes. */
const ofTheForm = new Set<string>(publicationDays);

/** Compares the fields of an entry, in their order in the form. A group is compared by its parts. */
export const compareFields = (
  fields: readonly DescribedField[],
  before: Data,
  after: Data,
  nameOf: NameOf,
): Compared => {
  const changed: FieldChange[] = [];
  const same: SameField[] = [];
  const compare = (
    field: DescribedField,
    { path, label, top }: { path: string; label: string; top: string },
    one: unknown,
    two: unknown,
  ) => {
    if (field.kind === 'group' && field.fields) {
      for (const part of field.fields) {
        const at = { path: `${path}.${part.name}`, label: `${label}の${part.label}`, top };
        compare(part, at, partOf(one, part), partOf(two, part));
      }
      return;
    }
    const items = isListed(field)
      ? compareItems(field, listOf(one), listOf(two), nameOf)
      : [compareValues(field, inWords(field, one, nameOf), inWords(field, two, nameOf))];
    const sign = signOf(items.flat());
    const words = inWords(field, two, nameOf);
    if (sign) changed.push({ name: path, label, sign, items, isList: isListed(field) });
    else if (words !== '') same.push({ name: path, label, of: top, words });
  };
  for (const field of fields) {
    if (!ofTheForm.has(field.name)) {
      const at = { path: field.name, label: field.label, top: field.label };
      compare(field, at, before[field.name], after[field.name]);
    }
  }
  return { changed, same };
};

const partOf = (value: unknown, { name }: DescribedField): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isListed = ({ kind, ...field }: DescribedField & { several?: boolean }): boolean =>
  kind === 'rows' || kind === 'lines' || kind === 'some-of' || field.several === true;

/** Kinds in which somebody writes sentences; of the others a value is replaced whole. */
const isProse = ({ kind }: DescribedField): boolean =>
  kind === 'line' || kind === 'paragraph' || kind === 'group';

const compareValues = (field: DescribedField, before: string, after: string): Run[] => {
  if (before === after || isProse(field)) return compareProse(before, after);
  const runs: Run[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return runs.filter(({ text }) => text !== '');
};

/** Each item beside its other version, and those that went where they stood. */
const compareItems = (
  field: DescribedField,
  before: readonly unknown[],
  after: readonly unknown[],
  nameOf: NameOf,
): Run[][] => {
  const item = field.item ?? field;
  const words = (list: readonly unknown[]) => list.map((each) => inWords(item, each, nameOf));
  const [one, two] = [words(before), words(after)];
  const gone = one.filter((text) => !two.includes(text));
  const come = two.filter((text) => !one.includes(text));
  const isRewritten = field.kind === 'rows' || field.kind === 'lines';
  const others = isRewritten ? pairsInOrder(gone, come, createAlike()) : gone.map(() => -1);
  const earlierOf = new Map(
    gone.flatMap((text, index): [string, string][] => {
      const other = come[others[index] ?? -1];
      return other === undefined ? [] : [[other, text]];
    }),
  );
  const alone = gone.filter((_, index) => (others[index] ?? -1) < 0);
  return [
    ...two.map((text) => {
      if (!come.includes(text)) return [{ kind: 'same' as const, text }];
      return compareProse(earlierOf.get(text) ?? '', text);
    }),
    ...alone.map((text) => [{ kind: 'removed' as const, text }]),
  ];
};
