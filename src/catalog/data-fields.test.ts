import { expect, test } from 'vitest';
import { sharedFields } from './data-fields.ts';

const id = { name: 'id', meaning: '識別名' };

test('a field stands once for what it means, with the sets that have it', () => {
  const sets = [
    { title: '取組', fields: [id, { name: 'kind', meaning: '種類' }] },
    { title: '機関', fields: [id, { name: 'kind', meaning: '種別' }] },
    { title: '調査', fields: [id, { name: 'kind', meaning: '種類' }] },
  ];
  expect(sharedFields(sets)).toEqual([
    { ...id, sets: [] },
    { name: 'kind', meaning: '種類', sets: ['取組', '調査'] },
    { name: 'kind', meaning: '種別', sets: ['機関'] },
  ]);
});
