import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearLeftovers } from './leftovers.ts';

let home: string;
const outDir = () => join(home, 'site');
const site = (ending: string, text: string) => {
  mkdirSync(`${outDir()}${ending}`);
  writeFileSync(join(`${outDir()}${ending}`, 'index.html'), text);
};
const shown = () => readFileSync(join(outDir(), 'index.html'), 'utf8');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'leftovers-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('what was not finished goes, and the site stays', async () => {
  site('', 'whole');
  site('.partial', 'half');
  site('.previous', 'before');
  await clearLeftovers(outDir());
  expect(readdirSync(home)).toEqual(['site']);
  expect(shown()).toBe('whole');
});

it('the site that made room for one which never came is put back', async () => {
  site('.partial', 'nobody knows whether it is whole');
  site('.previous', 'before');
  await clearLeftovers(outDir());
  expect(readdirSync(home)).toEqual(['site']);
  expect(shown()).toBe('before');
});

it('where there was no site there is none', async () => {
  site('.partial', 'half');
  await clearLeftovers(outDir());
  expect(existsSync(outDir())).toBe(false);
  expect(readdirSync(home)).toEqual([]);
});
