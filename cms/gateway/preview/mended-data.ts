import { z } from 'zod';
import type { CollectionName } from '../../../src/schema/collections.ts';
import { collections } from '../../../src/schema/collections.ts';
import { unwrittenWords } from './words.ts';

/** Fields of a draft, made to fit the schema so that a page can be made of them. */
export type MendedData = {
  data: Record<string, unknown>;
  /** The fields of the first level of which the page does not show all that is written. */
  mended: ReadonlySet<string>;
};

/** What a draft's place and its day say in place of a field that is not filled in. */
export type KnownFields = { institution: string | null; today: string };

/** One item that lacks more than this is no unfinished form. */
const mostRounds = 40;

/**
 * Reads the fields of an unfinished draft as far as they go: what the schema refuses is left out, what it requires and
 * nobody has written yet is left blank. What is a choice stays open, because a page must not state what nobody chose.
 * @returns null where nothing can be made of them
 */
export const mendedData = (
  collection: CollectionName,
  written: Record<string, unknown>,
  known: KnownFields,
): MendedData | null => {
  const schema: z.ZodObject = collections[collection].schema;
  const data = structuredClone(written);
  const mended = new Set<string>();
  const open = new Set<string>();

  /** Mends one fault; false where nothing can be done about it. */
  const mend = (issue: z.core.$ZodIssue): boolean => {
    if (issue.code === 'unrecognized_keys') {
      const holder = valueAt(data, issue.path);
      for (const key of issue.keys) if (isHolder(holder)) Reflect.deleteProperty(holder, key);
      return true;
    }
    const [name, ...inner] = issue.path;
    if (typeof name !== 'string') return false;
    mended.add(name);
    if (data[name] !== undefined) {
      if (inner.length > 0) leaveOut(data, issue.path);
      else delete data[name];
      return true;
    }
    const stand = standIn(name, schema.shape[name], known);
    if (!stand) return false;
    data[name] = stand.value;
    if (stand.isOpen) open.add(name);
    return true;
  };

  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = schema.safeParse(data);
    if (parsed.success) {
      const fields: Record<string, unknown> = { ...parsed.data };
      for (const name of open) delete fields[name];
      return { data: fields, mended };
    }
    if (!oneOfEachItem(parsed.error.issues).every(mend)) return null;
  }
  return null;
};

/**
 * One fault of each item of a list, the last item first: what is taken out then moves no item that is still to come.
 * A second fault of the same item is found again in the next round, if the item is still there.
 */
const oneOfEachItem = (issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] => {
  const ofItems = new Map(
    issues.map((issue) => {
      const index = issue.path.findIndex((step) => typeof step === 'number');
      return [issue.path.slice(0, index + 1 || 1).join('.'), issue] as const;
    }),
  );
  return [...ofItems.values()].reverse();
};

type Path = readonly PropertyKey[];

const isHolder = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (isHolder(value) ? value[key] : undefined), data);

/** Takes out the value at a path; where nothing is there, the item of the list, or else the field, that lacks it. */
const leaveOut = (data: Record<string, unknown>, path: Path): void => {
  const holder = valueAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(holder) && typeof key === 'number' && key in holder) {
    holder.splice(key, 1);
  } else if (isHolder(holder) && key !== undefined && holder[key] !== undefined) {
    Reflect.deleteProperty(holder, key);
  } else if (path.length > 1) {
    leaveOut(data, path.slice(0, -1));
  }
};

/** What stands for a required field that is empty. */
const standIn = (
  name: string,
  schema: unknown,
  { institution, today }: KnownFields,
): { value: unknown; isOpen: boolean } | null => {
  if (name === 'institution') return { value: institution, isOpen: false };
  if (name === 'published' || name === 'updated') return { value: today, isOpen: false };
  if (schema instanceof z.ZodEnum) return { value: schema.options[0], isOpen: true };
  if (schema instanceof z.ZodNumber) return { value: 1, isOpen: false };
  if (schema instanceof z.ZodString) return { value: unwrittenWords.untitled, isOpen: false };
  return null;
};
