/** By filter, the values that are chosen: within one any of them, across filters all. */
export type Choice = Readonly<Record<string, readonly string[]>>;

/** A filter, with each value that it offers and how many it would leave beside what else is chosen. */
export type FilterGroup = {
  name: string;
  label: string;
  values: readonly { value: string; label: string; count: number }[];
};

/** What a choice leaves. */
export type FilterView = { groups: readonly FilterGroup[]; found: number };

/** Whether a value is chosen. */
export const isChosen = (choice: Choice, name: string, value: string): boolean =>
  choice[name]?.includes(value) === true;

/** The choice with a value added, or without it where it was chosen. A filter without a value is not in it. */
export function toggled(choice: Choice, name: string, value: string): Choice {
  const values = choice[name] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const { [name]: _, ...others } = choice;
  return next.length > 0 ? { ...others, [name]: next } : others;
}

/**
 * What a panel lists while it is open: everything that there is without a choice, then what only the choice brings, so
 * that nothing moves while somebody chooses.
 */
export function roster(
  all: readonly FilterGroup[],
  withChoice: readonly FilterGroup[],
): FilterGroup[] {
  return all.map((group) => {
    const known = new Set(group.values.map(({ value }) => value));
    const others = withChoice.find(({ name }) => name === group.name)?.values ?? [];
    return {
      ...group,
      values: [...group.values, ...others.filter(({ value }) => !known.has(value))],
    };
  });
}
