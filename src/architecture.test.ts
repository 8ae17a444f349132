import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What each folder of src may import of ours, as in ARCHITECTURE.md. `src/architecture.test.ts` reads import lines only,
 * so it needs no build. Pages, end-to-end tests, integrations and commands may use all of src.
 */
const mayImport: Record<string, readonly string[]> = {
  schema: [],
  strings: [],
  source: ['schema'],
  attachments: [],
  check: ['schema', 'source', 'attachments'],
  loader: ['schema', 'strings', 'source', 'check', 'attachments', 'settings.ts'],
  catalog: ['schema', 'attachments'],
  feeds: ['schema', 'strings', 'catalog'],
  materials: ['schema', 'source', 'strings', 'attachments'],
  offline: ['schema', 'strings', 'search', 'astro-internals'],
  'reading-list': ['schema', 'strings', 'materials'],
  components: ['schema', 'strings', 'settings.ts', 'catalog', 'search', 'reading-list', 'offline'],
  layouts: [
    'schema',
    'strings',
    'settings.ts',
    'catalog',
    'search',
    'components',
    'reading-list',
    'offline',
  ],
  search: ['schema', 'strings'],
  'astro-internals': [],
  browser: ['offline', 'project-root.ts', 'refusal.ts'],
};
/** Components take types and what is pure from the catalog, never the content itself. */
const valuesFromCatalog = [
  '../catalog/facets.ts',
  '../catalog/kana-rows.ts',
  '../catalog/lists.ts',
];

const root = join(import.meta.dirname, '..');

type Import = {
  /** Below the tree that was read. */
  file: string;
  folder: string;
  /** Where a relative import leads, below the same tree. */
  target: string;
  specifier: string;
  typeOnly: boolean;
};

const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm;

const sourcesBelow = (tree: string): string[] =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:tsx?|astro|mdx|mjs)$/.test(path) && !path.includes('fixtures/'));

const importsBelow = (tree: string): Import[] =>
  sourcesBelow(tree).flatMap((file) =>
    [...readFileSync(join(root, tree, file), 'utf8').matchAll(importLine)].map(
      ([, type, specifier = '']) => ({
        file,
        folder: file.split('/')[0] ?? '',
        specifier,
        typeOnly: type !== undefined,
        target: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier,
      }),
    ),
  );

const sources = sourcesBelow('src');
const imports = importsBelow('src');
const own = imports.filter(({ specifier }) => specifier.startsWith('.'));

test('the reader of import lines finds them', () => {
  expect(imports.length).toBeGreaterThan(100);
});

test('each folder imports only what the architecture lets it', () => {
  const stray = own.filter(({ file, folder, target }) => {
    const allowed = mayImport[folder];
    if (!allowed || file.endsWith('.test.ts')) return false;
    const first = target.split('/')[0] ?? '';
    return first !== folder && !allowed.includes(first) && !target.endsWith('.css');
  });
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('components and layouts take only types and what is pure from the catalog', () => {
  const stray = own.filter(
    ({ folder, target, typeOnly, specifier }) =>
      (folder === 'components' || folder === 'layouts') &&
      target.startsWith('catalog/') &&
      !typeOnly &&
      !valuesFromCatalog.includes(specifier),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('src never imports cms, and leaves src nowhere', () => {
  expect(own.filter(({ target }) => target.startsWith('..')).map(({ file }) => file)).toEqual([]);
});

test('schema imports nothing but zod', () => {
  const foreign = imports.filter(
    ({ file, folder, specifier }) =>
      folder === 'schema' &&
      !file.endsWith('.test.ts') &&
      !specifier.startsWith('.') &&
      specifier !== 'zod',
  );
  expect(foreign).toEqual([]);
});

test('only the catalog asks astro:content', () => {
  const asking = imports.filter(({ specifier }) => specifier === 'astro:content');
  expect([...new Set(asking.map(({ file }) => file))]).toEqual(['catalog/catalog.ts']);
});

/** What Astro documents for others to use. */
const publicAstro = [
  'astro',
  'astro/config',
  'astro/content/config',
  'astro/loaders',
  'astro/markdown',
  'astro/types',
  'astro:content',
];
/** Names of what Astro and Vite make and keep, which change without notice; hashed class names among them. */
const ofAstrosInsides =
  /astro_type_script|AstroContainer|getViteConfig|\.prerender\b|data-store|\.astro\/(?!\*)|data-astro-|\.astro-[a-z0-9]{8}\b|\bcid-[a-z0-9]{8}\b|virtual:astro/;

const code = ['src', 'cms', 'scripts'].flatMap((tree) =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${tree}/${path.replaceAll('\\', '/')}`,
  ),
);

test('only src/astro-internals knows Astro beyond what it documents', () => {
  const elsewhere = code.filter(
    (path) =>
      /\.(?:tsx?|astro|mdx|css|[cm]js)$/.test(path) &&
      !/^src\/astro-internals\/|\/fixtures\/|\/node_modules\/|\/e2e\/|\.test\.ts$/.test(path),
  );
  expect(elsewhere.length).toBeGreaterThan(500);
  const stray = [...elsewhere, 'astro.config.mjs'].flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const foreign = [...text.matchAll(importLine)]
      .map(([, , specifier = '']) => specifier)
      .filter((name) => /^(?:astro|vite)(?:[/:]|$)/.test(name) && !publicAstro.includes(name));
    return [...foreign, ...(ofAstrosInsides.exec(text) ?? [])].map((what) => `${path}: ${what}`);
  });
  expect(stray).toEqual([]);
});

test('what is contributed never becomes a module: MDX that does is a page of ours, and one loader reads content', () => {
  const pages = sources.filter((file) => file.endsWith('.mdx'));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter((file) => !file.startsWith('pages/'))).toEqual([]);
  const imported = imports.filter(({ specifier }) => /\.mdx?(?:\?|$)/.test(specifier));
  expect(imported.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  const atWill = sources.filter(
    (file) =>
      !file.endsWith('.test.ts') &&
      /import\.meta\.glob|addModuleImport|addContentEntryType/.test(
        readFileSync(join(root, 'src', file), 'utf8'),
      ),
  );
  expect(atWill).toEqual([]);
  const config = imports.filter(({ file }) => file === 'content.config.ts');
  expect(config.map(({ specifier }) => specifier)).toEqual([
    'astro/content/config',
    './loader/portal-content.ts',
    './schema/collections.ts',
    './settings.ts',
  ]);
});

test('the gateway uses what reads and judges content, never what shows it', () => {
  const allowed =
    /^(?!\.\.)|^\.\.\/src\/(?:(?:schema|source|check|attachments|loader|strings)\/|settings\.ts$)/;
  // What npm start runs is a command like the others, and builds the site as they do.
  const startsPortal =
    /^gateway\/(?:main|open-portal)\.ts imports \S+\/src\/(?:commands\/|(?:project-root|refusal)\.ts$)/;
  // The preview compiles and renders by what is known of Astro.
  const previews =
    /^gateway\/preview\/[\w/.-]+ imports \S+\/src\/astro-internals\/(?:compile-page|render-component|written-html)\.ts$/;
  // The page of a draft is made of the site's own layouts; it is compiled by itself, and nothing but its types leaves it.
  const showsDrafts = /^gateway\/preview\/page\//;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !showsDrafts.test(file) &&
      !startsPortal.test(`${file} imports ${specifier}`) &&
      !previews.test(`${file} imports ${specifier}`) &&
      !/^e2e\/|\.test\.ts$/.test(file),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('the editor runs in a browser: of src it takes the schema, the words and the reader of Office files', () => {
  const allowed =
    /^editor\/|^\.\.\/src\/(?:(?:schema|strings)\/|attachments\/(?:office\/|reading\.ts$))/;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      file.startsWith('editor/') &&
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !file.endsWith('.test.ts'),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('no folder hides what it holds', () => {
  const vague = sources.filter((file) =>
    /(?:^|\/)(?:utils?|helpers?|common|lib|misc)(?:\/|\.ts$)/.test(file),
  );
  expect(vague).toEqual([]);
});
