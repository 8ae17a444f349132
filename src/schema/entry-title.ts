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

/** The fields in which a registry says how else something is called or read, and where it is. */
const otherNames = ['kana', 'reading', 'nameEn', 'english', 'prefecture'] as const;

/**
 * How else a thing is called: how its name is read, its English and former names, and words that mean the same. A picker
 * finds it by them as well.
 * @param data its fields, which may be those of an unfinished draft
 */
export const alsoCalled = (data: Readonly<Record<string, unknown>>): string[] => {
  const { synonyms, formerNames } = data;
  const former = (Array.isArray(formerNames) ? formerNames : []).map((each) => each?.name);
  return [
    ...otherNames.map((name) => data[name]),
    ...(Array.isArray(synonyms) ? synonyms : []),
    ...former,
  ].filter((word) => typeof word === 'string');
};
