import { expect, test } from 'vitest';
import { type KeptItem, readItem, readItems } from './kept-item.ts';
import { openKeptList } from './kept-list.ts';

const item = (address: string, more: Partial<KeptItem> = {}): KeptItem => ({
  address,
  title: `題名 ${address}`,
  label: '事例',
  owner: 'さくら大学',
  when: '2024年',
  summary: '',
  sources: null,
  files: [],
  ...more,
});

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const addresses = (list: { items(): readonly KeptItem[] }) =>
  list.items().map(({ address }) => address);

test('items stay in the order in which they came, and move', () => {
  const list = openKeptList('/', memory());
  for (const address of ['/a/', '/b/', '/c/']) list.put(item(address));
  list.put(item('/a/', { title: '新しい題名' }));
  expect(list.items()[0]?.title).toBe('新しい題名');
  list.move('/c/', -1);
  expect(addresses(list)).toEqual(['/a/', '/c/', '/b/']);
  list.move('/a/', -5);
  list.move('/a/', 9);
  list.move('/none/', 1);
  expect(addresses(list)).toEqual(['/c/', '/b/', '/a/']);
  list.remove('/b/');
  expect([list.has('/b/'), list.has('/a/')]).toEqual([false, true]);
});

test('the lists of two editions on one host are two', () => {
  const storage = memory();
  openKeptList('/', storage).put(item('/a/'));
  expect(openKeptList('/network/', storage).items()).toEqual([]);
  expect(addresses(openKeptList('/', storage))).toEqual(['/a/']);
});

test('where the browser keeps nothing, the list lives as long as the window', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  for (const storage of [null, full]) {
    const list = openKeptList('/', storage);
    list.put(item('/a/'));
    expect(addresses(list)).toEqual(['/a/']);
    expect(list.lasts).toBe(false);
  }
});

test('every change is told', () => {
  const list = openKeptList('/', memory());
  let told = 0;
  list.onChange(() => {
    told += 1;
  });
  list.put(item('/a/'));
  list.remove('/a/');
  expect(told).toBe(2);
});

test.each([
  ['a link that would run', item('javascript:alert(1)')],
  ['another site', item('//example.org/')],
  [
    'a file of another site',
    item('/a/', {
      files: [{ address: 'https://example.org/x', title: '', name: '', bytes: 1, checksum: '' }],
    }),
  ],
  ['no title', { ...item('/a/'), title: undefined }],
  ['sources that are none', { ...item('/a/'), sources: ['x'] }],
])('%s in the storage is left out', (_, broken) => {
  expect(readItems(JSON.stringify([broken, item('/good/')])).map(({ address }) => address)).toEqual(
    ['/good/'],
  );
  expect(readItem(JSON.stringify(broken))).toBeNull();
});

test.each(['', '{', 'null', '{"0":1}'])('%j is an empty list', (text) => {
  expect(readItems(text)).toEqual([]);
});
