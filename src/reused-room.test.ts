import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInto, reusedRoom, withBytesOf } from './reused-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'room-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('each file is given whole, and as long as it is', () => {
  const texts = ['さくら', '', 'a'.repeat(300_000), 'b'.repeat(9_000_000), 'c'];
  for (const [place, text] of texts.entries()) {
    const given = withBytesOf(file(`${place}`, text), (bytes) => bytes.toString());
    expect(given === text).toBe(true);
  }
});

test('a file that is looked at within another leaves it as it is', () => {
  const [one, other] = [file('one', 'one'), file('other', 'two')];
  const seen = withBytesOf(one, (bytes) => {
    const within = withBytesOf(other, (theirs) => theirs.toString());
    return [within, bytes.toString()];
  });
  expect(seen).toEqual(['two', 'one']);
  expect(() =>
    withBytesOf(one, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(withBytesOf(other, (bytes) => bytes.toString())).toBe('two');
});

test('a room is taken again, and a file of another length does not fill it', () => {
  const room = reusedRoom();
  expect(room.of(10).buffer).toBe(room.of(5).buffer);
  const path = file('five', '12345');
  const five = room.of(5);
  readInto(five, path);
  expect(five.toString()).toBe('12345');
  expect(() => readInto(room.of(4), path)).toThrow('another length');
  expect(() => readInto(room.of(6), path)).toThrow('another length');
});
