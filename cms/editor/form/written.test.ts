import { expect, it } from 'vitest';
import { practice } from '../../../src/schema/practice.ts';
import { fieldsOfSchema } from './fields-of-schema.ts';
import { countHeld, countWritten, isWritten, stillMissing } from './written.ts';

it.each(['', ' \u3000\n', [], [''], [{}], {}, { office: ' ' }, null, undefined])(
  '%j is nothing that was written',
  (value) => expect(isWritten(value)).toBe(false),
);
it.each(['a', 0, false, ['a'], { source: { title: 'a' } }])('%j is something', (value) =>
  expect(isWritten(value)).toBe(true),
);

it('a card counts what is written, and a section what its lists hold', () => {
  const data = { title: '題名', scenes: ['a', 'b'], contact: {}, asOf: '2026' };
  expect(countWritten(['title', 'summary', 'scenes', 'contact'], data)).toBe(2);
  expect(countHeld(['scenes', 'asOf', 'sources'], data)).toBe(2);
});

it('names what review waits for, by the schema', () => {
  const fields = fieldsOfSchema(practice);
  const data = {
    title: '題名',
    institution: 'sakura-u',
    reviewBasis: 'law',
    origin: 'contributed',
  };
  expect(stillMissing(fields, data).map(({ label }) => label)).toEqual([
    '要約',
    '掲載日',
    '更新日',
  ]);
});
