import { expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

/** Work that ends when it is told to. */
const works = () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((end) => ends.set(name, end));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { begun, work, end };
};
const settled = () => new Promise((done) => setImmediate(done));

it('no institution waits for all the files of another, and no more is done than there are lanes', async () => {
  const lane = createLanes(2);
  const { begun, work, end } = works();
  for (const name of ['a1', 'a2', 'a3']) void lane('a', work(name));
  void lane('b', work('b1'));
  void lane('c', work('c1'));
  await settled();
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'c1']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  await end('c1');
  await end('a2');
  expect(begun.at(-1)).toBe('a3');
});

it('a lane is free again after a failure', async () => {
  const lane = createLanes(1);
  await expect(lane('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lane('b', async () => 'done')).toBe('done');
});
