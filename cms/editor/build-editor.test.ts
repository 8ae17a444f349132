import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEditor } from './build-editor.ts';
import modulesOfCore from './decap/bundled-modules.json' with { type: 'json' };

/** The bar: what is loaded before somebody imports a Word file for the first time. */
const mostBytes = 650_000;

const here = import.meta.dirname;
const folder = mkdtempSync(path.join(tmpdir(), 'editor-'));
let metafile: Metafile;
beforeAll(async () => {
  metafile = await bundleEditor(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const outputs = () =>
  Object.entries(metafile.outputs).map(([file, output]) => ({
    ...output,
    name: path.basename(file),
  }));
const output = (entryPoint: string) => {
  const found = outputs().find((each) => each.entryPoint?.endsWith(entryPoint));
  if (!found) throw new Error(`${entryPoint} is not bundled by itself.`);
  return found;
};
const isOfWord = (name: string): boolean =>
  outputs().some(
    (each) => each.name === name && each.entryPoint?.includes('cms/editor/import-panel/'),
  );

/** A file with everything that it loads, at once or later, but the import of Word. */
const loadedWith = (name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name) || isOfWord(name)) return seen;
  seen.add(name);
  const imports = outputs().find((each) => each.name === name)?.imports ?? [];
  for (const { path: file } of imports) loadedWith(path.basename(file), seen);
  return seen;
};
const gzipped = (name: string) => gzipSync(readFileSync(path.join(folder, name))).length;

describe('the admin page', () => {
  it('loads less than the bar before the first import of a Word file', () => {
    const names = [
      'index.html',
      output('page/editor.css').name,
      ...loadedWith(output('main.ts').name),
    ];
    const bytes = names.map(gzipped).reduce((sum, each) => sum + each, 0);
    console.log(
      `The editor loads ${Math.round(bytes / 1000)} kB gzip of at most ${mostBytes / 1000} kB.`,
    );
    expect(bytes).toBeLessThan(mostBytes);
  });

  it('asks who somebody is before it loads Decap', () => {
    const atOnce = outputs().find(({ name }) => name === output('main.ts').name);
    const static_ = (atOnce?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
    const inputs = static_.flatMap(({ path: file }) =>
      Object.keys(metafile.outputs[file]?.inputs ?? {}),
    );
    expect(inputs.filter((input) => input.includes('decap-cms-core'))).toEqual([]);
  });

  it('has no script in the page, and every other file under a name that changes with it', () => {
    const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(page.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
    expect(page).not.toMatch(/https?:\/\//);
    for (const name of readdirSync(folder)) {
      if (name !== 'index.html') expect(name).toMatch(/-[A-Z0-9]{8}\.\w+$/);
    }
  });

  it('has of Decap’s core the modules that are known, and none that starts Decap or shows its own screen', () => {
    const inside = /decap-cms-core\/dist\/esm\/(.+)\.js$/;
    const bundled = Object.keys(metafile.inputs).flatMap((input) => inside.exec(input)?.[1] ?? []);
    expect(bundled.sort()).toEqual(modulesOfCore);
    const screens = bundled.filter((name) =>
      /^(?:index$|components\/(?:App\/|Editor\/Editor$))/.test(name),
    );
    expect(screens).toEqual([]);
  });

  it('makes no code at run time', () => {
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((input) => /node_modules\/ajv\//.test(input))).toEqual([]);
  });
});

it('no style sheet knows a class that Decap or its styles were given by a build', () => {
  const sheets = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(2);
  const named = sheets.filter((name) =>
    /\[class[*^$~|]?=|\.css-|\.e[0-9a-z]{7,}\d\b/.test(readFileSync(path.join(here, name), 'utf8')),
  );
  expect(named).toEqual([]);
});
