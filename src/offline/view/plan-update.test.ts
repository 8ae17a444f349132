import { describe, expect, test } from 'vitest';
import type { Manifest, Material, PackedFile } from '../offline-files.ts';
import { materialsAfter, planUpdate } from './plan-update.ts';
import { contentsOf } from './version-contents.ts';

const file = (name: string, bytes: number, digest = name): PackedFile => [name, bytes, digest];
const small = [file('a', 10), file('b', 20), file('copy-of-a', 10, 'a')];
const large = [file('c', 50_000), file('d', 60_000)];
const manifest: Manifest = {
  version: 'v2',
  worker: 'w',
  edition: 'public',
  day: '2026-11-23',
  bytes: 34_000,
  parts: [
    [3, 4_000, 'p1'],
    [2, 30_000, 'p2'],
  ],
  files: [...small, ...large],
};
const contents = contentsOf(manifest);
const material = (address: string, checksum: string, bytes = 100): Material => ({
  address,
  checksum,
  bytes,
  title: address,
  name: address,
  entry: { title: '', address: '' },
});

const nothing = { parts: [], making: [], added: [], files: [], materials: [] };

describe('what has to be fetched', () => {
  test('of a site that is new here: every part whole, where that is less than file by file', () => {
    const plan = planUpdate(contents, new Set());
    expect(plan.parts.map(({ part: [, , name], files }) => [name, files])).toEqual([['p2', large]]);
    expect(plan.files).toEqual([small[0], small[1]]);
    expect([plan.bytes, plan.room]).toEqual([30_030, 110_030]);
  });

  test('of a version of which all is here: nothing', () => {
    const plan = planUpdate(contents, new Set(['a', 'b', 'c', 'd']));
    expect(plan).toEqual({ ...nothing, bytes: 0, room: 0 });
  });

  test('a changed file by itself; what only moved is not fetched', () => {
    const plan = planUpdate(contents, new Set(['a', 'c', 'd', 'gone']));
    expect(plan).toEqual({ ...nothing, files: [small[1]], bytes: 20, room: 20 });
  });

  test('a saved material with another content, once', () => {
    const here = new Set(['a', 'b', 'c', 'd', 'same']);
    const plan = planUpdate(contents, here, [material('/x', 'new'), material('/y', 'same')]);
    expect(plan).toMatchObject({ materials: [{ address: '/x' }], bytes: 100, room: 100 });
  });
});

test('saved materials stay, change or go as the new list has them', () => {
  const [same, other, left] = [
    material('/same', '1'),
    material('/other', '2'),
    material('/left', '3'),
  ];
  const now = material('/other', '4');
  expect(materialsAfter([same, other, left], [same, now, material('/new', '5')])).toEqual({
    stay: [same],
    changed: [now],
    gone: [left],
  });
});
