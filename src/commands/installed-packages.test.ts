import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';

type Package = {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

const packageAt = (folder: string): Package =>
  JSON.parse(readFileSync(join(projectRoot, folder, 'package.json'), 'utf8'));
const { dependencies, scripts } = packageAt('.');

/** What an operator runs, and what Astro looks for by itself. */
const pages = readdirSync(join(projectRoot, 'src/pages'), { recursive: true, encoding: 'utf8' });
const beginnings = [
  ...['start', 'build', 'build:folder', 'check'].map((name) => scripts[name]?.split(' ').at(-1)),
  'scripts/require-node.cjs',
  'astro.config.mjs',
  'src/content.config.ts',
  ...pages.map((path) => join('src/pages', path)),
].map((path) => join(projectRoot, path ?? ''));

/** `import`, `export … from` and `import()`; types are gone before anything runs. */
const imported =
  /^\s*(?:import|export)\s+(?!type\s)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\bresolve\(\s*['"]([^'"]+)['"]/gm;
/** Modules that are run by name: processes, threads, what is bundled for a browser. */
const named = /['"`]([\w./-]+\.(?:tsx?|cjs|mjs|astro))['"`]/g;

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages that the modules reached from there import, each with one that does. */
function reachedPackages(from: readonly string[]): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = from.filter(isFile);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !/\.(?:tsx?|astro|[cm]js|mdx)$/.test(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const specifier of [...text.matchAll(imported)].map(([, a, b, c]) => a ?? b ?? c ?? '')) {
      if (specifier.startsWith('.')) waiting.push(join(dirname(file), specifier));
      else if (/^@?[a-z][\w-]*(?:\/|$)/.test(specifier)) {
        packages.set(packageOf(specifier), relative(projectRoot, file));
      }
    }
    for (const [, name = ''] of text.matchAll(named)) {
      waiting.push(
        ...[join(dirname(file), name), join(projectRoot, name)].filter(
          (path) => isFile(path) && !/\.test\.ts$|\/e2e\/|\/fixtures\//.test(path),
        ),
      );
    }
  }
  return packages;
}

const reached = reachedPackages(beginnings);

test('what is run by name is reached as well as what is imported', () => {
  // A page, a thread that reads PDF, the editor, the bundle of drafts.
  for (const name of ['@observablehq/plot', 'pdfjs-dist', 'decap-cms-core', 'vite', 'pagefind']) {
    expect([...reached.keys()], name).toContain(name);
  }
});

/** The name under which the search engine imports what its build puts in place. */
const ofOurOwn = 'pagefind-runtime';

test('every package that an operator runs is installed for operators', () => {
  const missing = [...reached].filter(([name]) => !dependencies[name] && name !== ofOurOwn);
  expect(missing.map(([name, file]) => `${file} imports ${name}`)).toEqual([]);
});

test('nothing else is: each is imported, or a package that is asks for it beside itself', () => {
  /** npm runs every script on it. */
  const needed = new Set(['node', ...reached.keys()]);
  // A Set gives what is added to it while it is walked.
  for (const name of needed) {
    const folder = `node_modules/${name}`;
    if (!existsSync(join(projectRoot, folder, 'package.json'))) continue;
    const { peerDependencies = {}, peerDependenciesMeta = {} } = packageAt(folder);
    for (const peer of Object.keys(peerDependencies)) {
      if (!peerDependenciesMeta[peer]?.optional) needed.add(peer);
    }
  }
  expect(Object.keys(dependencies).filter((name) => !needed.has(name))).toEqual([]);
});
