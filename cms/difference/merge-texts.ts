import { publicationDays } from '../../src/schema/publication-days.ts';
import { mergeLists } from './merge-lists.ts';
import { blocksOf, partsOf } from './split-text.ts';

/** The fields of an entry, the text as `body`. */
export type EntryData = Readonly<Record<string, unknown>>;

/** Something that both changed, each in another way: a field, or a stretch of the text. */
export type Clash = {
  readonly id: number;
  /** The name of the field; `body` for the text. */
  readonly field: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** Two versions of an entry brought together. */
export type Merge = {
  /** Everything that one side alone changed, and of what both changed the person's own. */
  readonly data: EntryData;
  /** In the order of the entry; empty where nothing has to be asked. */
  readonly both: readonly Clash[];
  /** The names of the fields that the other side changed, and that are in `data`. */
  readonly taken: readonly string[];
  /** The same with whichever version the person chose of each clash. */
  settled(choose: (clash: Clash) => 'mine' | 'theirs'): EntryData;
};

/** Fields that the form fills in by itself: the later wins, and nobody is asked. */
const ofTheForm = new Set<string>(publicationDays);

/**
 * Brings together what a person wrote and what was saved meanwhile, both from the same version: by field, and the text by
 * sentences and lines.
 * @param base the version that both began from; what is in none of it was added by whoever has it
 */
export const mergeTexts = (base: EntryData, mine: EntryData, theirs: EntryData): Merge => {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])];
  const both: Clash[] = [];
  const clash = (field: string, versions: Omit<Clash, 'id' | 'field'>): Clash => {
    const found = { id: both.length, field, ...versions };
    both.push(found);
    return found;
  };
  const merged = names.map((name): [string, Piece[]] => [
    name,
    mergeField(name, base[name], mine[name], theirs[name], clash),
  ]);
  const settled: Merge['settled'] = (choose) =>
    Object.fromEntries(
      merged
        .map(([name, pieces]) => [name, madeOf(pieces, choose)] as const)
        .filter(([, value]) => value !== undefined),
    );
  return {
    data: settled(() => 'mine'),
    both,
    taken: names.filter(
      (name) =>
        !isSame(theirs[name], base[name]) &&
        !isSame(theirs[name], mine[name]) &&
        !ofTheForm.has(name),
    ),
    settled,
  };
};

/** A part of a field: a value or a stretch of text that is settled, or what both changed. */
type Piece = { readonly value: unknown } | { readonly clash: Clash };

const mergeField = (
  field: string,
  base: unknown,
  mine: unknown,
  theirs: unknown,
  clash: (field: string, versions: Omit<Clash, 'id' | 'field'>) => Clash,
): Piece[] => {
  if (isSame(mine, theirs) || isSame(theirs, base)) return [{ value: mine }];
  if (isSame(mine, base)) return [{ value: theirs }];
  if (ofTheForm.has(field)) return [{ value: String(mine) > String(theirs) ? mine : theirs }];
  if (field === 'body' && typeof mine === 'string' && typeof theirs === 'string') {
    const text = typeof base === 'string' ? base : '';
    return mergeLists(sentencesOf(text), sentencesOf(mine), sentencesOf(theirs)).map(
      (chunk): Piece =>
        chunk.kind === 'settled'
          ? { value: chunk.parts.join('') }
          : {
              clash: clash(field, {
                base: chunk.base.join(''),
                mine: chunk.mine.join(''),
                theirs: chunk.theirs.join(''),
              }),
            },
    );
  }
  if (isList(mine) && isList(theirs)) {
    const list = mergedList(isList(base) ? base : [], mine, theirs);
    if (list) return [{ value: list }];
  }
  return [{ clash: clash(field, { base, mine, theirs }) }];
};

/** Sentences and the breaks between them, each by itself: who adds a paragraph does not change the one before. */
const sentencesOf = (text: string): string[] =>
  blocksOf(text).flatMap((block) => {
    const { number, said, end } = partsOf(block);
    return [number + said, end].filter(Boolean);
  });

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Lists of which both changed different items; null where they changed the same. */
const mergedList = (
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] | null => {
  const keys = (list: readonly unknown[]) => list.map(keyOf);
  const [old, own, others] = [keys(base), keys(mine), keys(theirs)];
  const itemOf = new Map([...base, ...theirs, ...mine].map((item) => [keyOf(item), item]));
  const isPlain = [...base, ...mine, ...theirs].every((item) => typeof item !== 'object');
  if (isPlain) {
    // Choices have no order that matters: each side's additions come, each side's removals go.
    const kept = own.filter((key) => others.includes(key) || !old.includes(key));
    const come = others.filter((key) => !old.includes(key) && !own.includes(key));
    return [...kept, ...come].map((key) => itemOf.get(key));
  }
  const chunks = mergeLists(old, own, others);
  return chunks.every((chunk) => chunk.kind === 'settled')
    ? chunks
        .flatMap((chunk) => (chunk.kind === 'settled' ? chunk.parts : []))
        .map((key) => itemOf.get(key))
    : null;
};

const madeOf = (pieces: readonly Piece[], choose: (clash: Clash) => 'mine' | 'theirs'): unknown => {
  const values = pieces.map((piece) =>
    'clash' in piece ? piece.clash[choose(piece.clash)] : piece.value,
  );
  return values.length > 1 ? values.join('') : values[0];
};

const keyOf = (item: unknown): string => JSON.stringify(ordered(item)) ?? '';

/** Whether two values say the same; what is blank says nothing. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

/** The same with the parts of groups in one order, and without what is blank. */
const ordered = (value: unknown): unknown => {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  if (value === null) return undefined;
  if (isList(value)) return value.length === 0 ? undefined : value.map(ordered);
  if (typeof value !== 'object') return value;
  const parts = Object.entries(value as object)
    .map(([name, part]) => [name, ordered(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
};
