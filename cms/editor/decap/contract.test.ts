import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';

/**
 * The modules of Decap whose inside decap/ leans on, with the digest of each as it was read. After an upgrade: read those that
 * changed, mend decap/ where they need it, then write the new digests with WRITE_DECAP_PRINTS=1.
 */
const file = join(import.meta.dirname, 'module-prints.json');
const core = join(projectRoot, 'node_modules/decap-cms-core');
const printOf = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(core, `dist/esm/${name}.js`)))
    .digest('hex')
    .slice(0, 16);

type Prints = { readonly version: string; readonly modules: Readonly<Record<string, string>> };
const known = JSON.parse(readFileSync(file, 'utf8')) as Prints;
const version = (JSON.parse(readFileSync(join(core, 'package.json'), 'utf8')) as Prints).version;

if (process.env['WRITE_DECAP_PRINTS'] === '1') {
  const modules = Object.fromEntries(
    Object.keys(known.modules).map((name) => [name, printOf(name)]),
  );
  writeFileSync(file, `${JSON.stringify({ version, modules }, null, 2)}\n`);
}

it('the modules that decap/ leans on are those that were read; others are to be read again', () => {
  const changed = Object.entries(known.modules)
    .filter(([name, print]) => printOf(name) !== print)
    .map(([name]) => name);
  expect({ version, changed }).toEqual({ version: known.version, changed: [] });
});

it('Decap is pinned to the version that was read', () => {
  const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const pinned = { ...own.dependencies, ...own.devDependencies } as Record<string, string>;
  expect(pinned['decap-cms-core']).toBe(known.version);
});

it('each module that core.ts names was read', () => {
  const named = [
    ...readFileSync(join(import.meta.dirname, 'core.ts'), 'utf8').matchAll(
      /'decap-cms-core\/dist\/esm\/([^']+)'/g,
    ),
  ].map(([, name = '']) => name);
  const read = Object.keys(known.modules).map((name) => name.replace(/\/index$/, ''));
  expect(named.filter((name) => !read.includes(name))).toEqual([]);
});
