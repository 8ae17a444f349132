/** The fields of which one says what an entry is called, in whatever collection it is. */
type Titled = Partial<Record<'title' | 'name' | 'term', unknown>>;

/**
 * What an entry is called: its title, the name of an institution, or a term.
 * @param data its fields, which may be those of an unfinished draft
 * @returns undefined where none of them is there; empty where nobody has filled it in
 */
export const entryTitle = ({ title, name, term }: Titled): string | undefined => {
  const called = title ?? name ?? term;
  return typeof called === 'string' ? called : undefined;
};
