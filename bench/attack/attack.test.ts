import { expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { makeAttacks } from './attack-portal.ts';
import { hostileFiles } from './hostile-files.ts';
import { hostileBodies, hostileFields } from './hostile-texts.ts';
import { readOptions } from './options.ts';
import { wrongIn } from './telling.ts';

test('the attacks are a function of the seed, each kind in its turn', () => {
  const named = (seed: number) => makeAttacks(seed, 50).map(({ name }) => name);
  expect(named(3)).toEqual(named(3));
  expect(named(3)).not.toEqual(named(4));
  const kinds = new Set(named(3).map((name) => name.replace(/[,:].*$/s, '')));
  expect([...kinds].sort()).toEqual(['body', 'fields', 'file', 'request', 'timing']);
});

test('every hostile text has about the size that is asked for, and no two have one name', () => {
  const all = [...hostileBodies, ...hostileFields];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, make } of all) {
    const { length } = make(2000, seededRandom(1));
    expect([name, length > 0 && length < 9000]).toEqual([name, true]);
  }
});

test('every hostile file has a name and an ending that offices use', () => {
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length);
  for (const { ending } of hostileFiles) {
    expect(ending).toMatch(/^\.(?:docx|xlsx|zip|png|jpg|pdf|svg|csv)$/);
  }
});

test('an answer that tells of the machine, or says nothing, is found', () => {
  expect(wrongIn({ status: 500, text: 'Error: ENOENT a' })).toContain('tells');
  expect(wrongIn({ status: 400, text: 'Bad Request' })).toContain('no sentence');
  expect(
    wrongIn({ status: 422, text: '{"error":"本文が長すぎますので、分けてください。"}' }),
  ).toBeNull();
  expect(wrongIn({ status: 200, text: 'Error: a page about errors' })).toBeNull();
});

test('what is asked for is run, everything where nothing is', () => {
  const chance = () => 9;
  expect(readOptions([], chance)).toMatchObject({ seed: 9, attacks: 300, texts: 5000, pairs: 500 });
  expect(readOptions(['races', '--seed', '4'], chance)).toMatchObject({
    parts: ['races'],
    seed: 4,
  });
  expect(() => readOptions(['portals'], chance)).toThrow('portal');
  expect(() => readOptions(['--attacks', 'many'], chance)).toThrow('whole number');
});
