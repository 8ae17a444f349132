import { expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '../schema/collections.ts';
import { referenceFields } from './references.ts';

/** Every field of a schema that the editor fills from a picker of what exists elsewhere; a list ends in `*`. */
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

it('knows every field that points to something', () => {
  const picked = new Set(Object.values(collections).flatMap(({ schema }) => pickedFields(schema)));
  const known = referenceFields.map(({ field }) => field);
  expect([...picked].filter((field) => !known.includes(field))).toEqual([]);
  // A field of scenes has no picker of its own: the editor lists them.
  expect(known.filter((field) => !picked.has(field))).toEqual(['scenes.*']);
});
