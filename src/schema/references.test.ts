import { expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames, collections } from './collections.ts';
import { losses, referenceFields, referencesIn } from './references.ts';

/** Every field that the editor fills from a picker of what exists elsewhere; a list ends in `*`. */
const pickedFields = (schema: z.ZodType, path: string[] = [], widget?: string): string[] => {
  const picker = widget ?? schema.meta()?.widget;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return pickedFields(schema.unwrap() as z.ZodType, path, picker);
  }
  if (schema instanceof z.ZodArray) {
    return pickedFields(schema.element as z.ZodType, [...path, '*'], picker);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      pickedFields(field as z.ZodType, [...path, key]),
    );
  }
  return ['institution', 'entry', 'file'].includes(picker ?? '') ? [path.join('.')] : [];
};

test.each(collectionNames)('what a person picks for %s is known to lead somewhere', (name) => {
  const known = referenceFields(name).map(({ field }) => field);
  const picked = pickedFields(collections[name].schema);
  // A field of scenes has no picker of its own: the editor lists them.
  expect(known.filter((field) => field !== 'scenes.*').sort()).toEqual(picked.sort());
});

test('a word of a term is no reference, whatever its field is called', () => {
  expect(referencesIn('glossary', { related: ['みなし輸出'] })).toEqual([]);
});

test('a reference is found with its place, its target and what goes with it', () => {
  const scene = { steps: [{ says: ['glossary/a'] }, { says: ['glossary/b', 'glossary/c'] }] };
  expect(referencesIn('scenes', scene).at(-1)).toEqual({
    field: 'steps.*.says.*',
    to: 'entry',
    whenHidden: 'holder-with-last',
    path: ['steps', 1, 'says', 1],
    value: 'glossary/c',
  });
});

test('no field is listed that no collection has', () => {
  const used = new Set(
    collectionNames.flatMap((name) => referenceFields(name).map(({ field }) => field)),
  );
  for (const field of Object.keys(losses)) expect([...used]).toContain(field);
});
