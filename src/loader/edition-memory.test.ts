import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditionMemory, readEditionMemory, writeEditionMemory } from './edition-memory.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edition-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const memory: EditionMemory = {
  lookedAt: 1_000,
  states: new Map([['glossary/pledge.yaml', { key: '1 2', changedAt: 500 }]]),
  examined: { pieces: new Map(), ownProblems: new Map() },
  readings: new Map(),
  pictures: new Map([['form.pdf', null]]),
  kept: new Map(),
  headwords: new Map([['誓約書', '/glossary/pledge/']]),
};

test('an edition is remembered for the same code, and for no other', () => {
  const file = join(folder, 'edition.memory');
  writeEditionMemory(file, 'code', memory);
  expect(readEditionMemory(file, 'code')).toEqual(memory);
  expect(readEditionMemory(file, 'cod')).toBeNull();
  expect(readEditionMemory(file, 'other code')).toBeNull();
});

test('what was cut off, or is not there, or cannot be written is nothing known', () => {
  const file = join(folder, 'edition.memory');
  writeEditionMemory(file, 'code', memory);
  writeFileSync(file, readFileSync(file).subarray(0, -20));
  expect(readEditionMemory(file, 'code')).toBeNull();
  expect(readEditionMemory(join(folder, 'none'), 'code')).toBeNull();
  writeEditionMemory(join(folder, 'none/edition.memory'), 'code', memory);
  expect(readEditionMemory(join(folder, 'none/edition.memory'), 'code')).toBeNull();
});
