import { z } from 'zod';
import type { DataPath } from '../source/yaml-data.ts';

/** A field of a schema, as messages speak of it. */
export type SchemaField = {
  /** `「出典」2件目の「確認日」（sources.checked）` */
  name: string;
  hint: string;
  /** The innermost schema, without what makes it optional; null where the schema has no such field. */
  schema: z.ZodType | null;
};

/** Finds a field of a schema by its path in the data, with the Japanese names of everything on the way. */
export const schemaField = (root: z.ZodType, path: DataPath): SchemaField => {
  let schema: z.ZodType | null = withoutWrapping(root);
  let hint = '';
  const labels: string[] = [];
  const keys: string[] = [];
  for (const step of path) {
    if (typeof step === 'number') {
      labels.push(`${labels.pop() ?? ''}${step + 1}件目`);
      schema = schema instanceof z.ZodArray ? withoutWrapping(schema.element as z.ZodType) : null;
      continue;
    }
    const field = schema instanceof z.ZodObject ? childOf(schema, step) : null;
    const meta = field?.meta();
    labels.push(`「${meta?.label ?? step}」`);
    keys.push(step);
    hint = meta?.hint ?? hint;
    schema = field ? withoutWrapping(field) : null;
  }
  return { name: `${labels.join('の')}（${keys.join('.')}）`, hint, schema };
};

/** The keys that a schema of fields knows; none for any other schema. */
export const keysOf = (schema: z.ZodType | null): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const childOf = (schema: z.ZodObject, key: string): z.ZodType | null =>
  Object.hasOwn(schema.shape, key) ? (schema.shape[key] as z.ZodType) : null;

const withoutWrapping = (schema: z.ZodType): z.ZodType => {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
};
