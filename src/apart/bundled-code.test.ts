import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { bundleAsItIs, bundledCode } from './bundled-code.ts';

const module = join(import.meta.dirname, 'fixtures/answering.ts');

it('holds all of our own code that a module imports, and no types', () => {
  const code = readFileSync(bundledCode(module), 'utf8');
  expect(code).toContain('process.once("disconnect"');
  expect(code).not.toMatch(/from ["']\.\.?\//);
  expect(code).not.toContain('TestTask');
});

it('lies where the packages of the project are found, and is made once for a state of the code', () => {
  const bundle = bundledCode(module);
  expect(bundle.startsWith(join(projectRoot, '.cache'))).toBe(true);
  const before = statSync(bundle).mtimeMs;
  expect(bundledCode(module)).toBe(bundle);
  expect(statSync(bundle).mtimeMs).toBe(before);
});

it('is made anew when a file that it was made from changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('one.ts', "import { words } from './other.ts';\nconsole.log(words);\n");
  const bundleOf = (words: string) => {
    write('other.ts', `export const words: string = '${words}';\n`);
    return bundleAsItIs(join(folder, 'one.ts'), join(folder, 'bundles'));
  };
  const first = bundleOf('first');
  const second = bundleOf('later');
  expect(readFileSync(second, 'utf8')).toContain('later');
  expect(second).not.toBe(first);
  expect(bundleOf('first')).toBe(first);
  rmSync(folder, { recursive: true });
});

it('is the module itself where no bundle can be written', () => {
  // A file, where the folder of all bundles would have to be.
  expect(bundleAsItIs(module, join(import.meta.dirname, 'bundled-code.ts'))).toBe(module);
});
