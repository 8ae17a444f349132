import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** So much of what modules export may go without a sentence that says what it is. */
const mostBare = 0.15;

const root = join(import.meta.dirname, '..');
const isModule = (path: string): boolean =>
  /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|(?:^|\/)(?:fixtures|e2e)\//.test(path);

const modules = ['src', 'cms', 'scripts'].flatMap((tree) =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
    .map((path) => `${tree}/${path.replaceAll('\\', '/')}`)
    .filter(isModule),
);

/** A declaration that begins a line, with what stands above it; Biome indents everything else. */
const exported =
  /(\*\/\n)?^export (?:declare |abstract |async )*(?:const|let|function\*?|class|type|interface) (\w+)/gm;

/** What a module exports where it declares it, each with whether a docstring stands right above it. */
const exportsOf = (path: string, text: string): { name: string; isBare: boolean }[] =>
  [...text.matchAll(exported)].map(([, doc, name]) => ({
    name: `${path} ${name}`,
    isBare: doc === undefined,
  }));

test('the reader of exports tells those with a docstring from those without', () => {
  const text = `/** One. */
export const one = 1;
// Not for those who call it.
export type Two = 2;
export async function three() {}
const four = 4;
`;
  expect(exportsOf('a.ts', text)).toEqual([
    { name: 'a.ts one', isBare: false },
    { name: 'a.ts Two', isBare: true },
    { name: 'a.ts three', isBare: true },
  ]);
});

test('six of seven exports say what they are', () => {
  const all = modules.flatMap((path) => exportsOf(path, readFileSync(join(root, path), 'utf8')));
  const bare = all.filter(({ isBare }) => isBare).map(({ name }) => name);
  expect(all.length).toBeGreaterThan(1000);
  expect(
    bare.length / all.length,
    `${bare.length} of ${all.length} exports have no docstring:\n${bare.join('\n')}`,
  ).toBeLessThanOrEqual(mostBare);
});
