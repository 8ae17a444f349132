import { publicationDays } from '../../../src/schema/publication-days.ts';
/** A field that both have changed, and differently. */
export type FieldToChoose = {
  /** Tells it from the others of the same merge. */
  readonly id: number;
  readonly name: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Both in words, with what the other does not have marked; missing where nobody has compared them. */
  readonly marked?: {
    readonly mine: readonly MarkedPart[];
    readonly theirs: readonly MarkedPart[];
  };
};

/** A stretch of a text beside another one. */
export type MarkedPart = { readonly text: string; readonly isUnlike: boolean };

export type MergedFields = {
  /** What only one side changed stands as that side has it; where both did, mine until somebody chooses. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly toChoose: readonly FieldToChoose[];
  /** The same once somebody has chosen. @param isTheirs whether theirs is taken of one of `toChoose` */
  settled(isTheirs: (id: number) => boolean): Readonly<Record<string, unknown>>;
};

/** The fields of an entry, with its text as `body`. */
export type Data = Readonly<Record<string, unknown>>;

/** Filled in by the form at each save: which of two is taken makes no difference to anybody. */
const ofTheForm = new Set<string>([...publicationDays, 'institutionName', 'address']);

/** The same without what no file has. */
export const withoutOwnOfForm = ({ institutionName: _, address: __, ...data }: Data): Data => data;

/** Changed by steps of their own alone: what is stored stands, and nobody is asked. */
const ofSteps = ['withdrawn', 'formerAddresses'];

/** Data with what only steps change as it is stored. */
export const withStepsOf = (stored: Data, data: Data): Data => ({
  ...Object.fromEntries(Object.entries(data).filter(([name]) => !ofSteps.includes(name))),
  ...Object.fromEntries(Object.entries(stored).filter(([name]) => ofSteps.includes(name))),
});

/**
 * Brings two changed versions of an entry together, field by field.
 * @param base what both began from; null where nobody knows: then every difference has to be chosen
 */
export const mergeFields = (base: Data | null, mine: Data, theirs: Data): MergedFields => {
  const data: Record<string, unknown> = withStepsOf(theirs, mine);
  const toChoose: FieldToChoose[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (ofTheForm.has(name) || ofSteps.includes(name)) continue;
    if (isSame(mine[name], theirs[name])) continue;
    if (base && isSame(base[name], theirs[name])) continue;
    if (base && isSame(base[name], mine[name])) data[name] = theirs[name];
    else {
      const id = toChoose.length;
      toChoose.push({ id, name, mine: mine[name], theirs: theirs[name] });
    }
  }
  const settled: MergedFields['settled'] = (isTheirs) => ({
    ...data,
    ...Object.fromEntries(
      toChoose.map((field) => [field.name, isTheirs(field.id) ? field.theirs : field.mine]),
    ),
  });
  return { data, toChoose, settled };
};

/** The fields that differ, whichever way. */
export const unlikeNames = (one: Data, other: Data): string[] =>
  mergeFields(null, one, other).toChoose.map(({ name }) => name);

/** Blank is blank, however the form or the file says it; spaces at the ends of a text are not stored. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other);

const written = (value: unknown): string => JSON.stringify(tidied(value)) ?? '';

const tidied = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(tidied).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .map(([name, part]) => [name, tidied(part)] as const)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  }
  return value ?? undefined;
};
