import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { circlesAmong, importLine, importsBelow, sourcesBelow } from './import-lines.ts';

const root = join(import.meta.dirname, '..');

/**
 * What each folder of src may import of ours, as in ARCHITECTURE.md. `src/architecture.test.ts` reads import lines only,
 * so it needs no build. Pages, end-to-end tests, integrations and commands may use all of src.
 */
const mayImport: Record<string, readonly string[]> = {
  schema: [],
  strings: [],
  formats: [],
  dom: [],
  'filter-panel': ['dom'],
  source: ['schema'],
  apart: ['project-root.ts'],
  attachments: ['apart', 'code-digest.ts', 'project-root.ts'],
  check: ['schema', 'source', 'formats', 'rule-editions', 'attachments'],
  loader: [
    'schema',
    'strings',
    'formats',
    'source',
    'check',
    'attachments',
    'settings.ts',
    'code-digest.ts',
  ],
  'rule-editions': ['strings', 'formats', 'dom'],
  catalog: [
    'schema',
    'formats',
    'rule-editions',
    'attachments',
    'settings.ts',
    'content-day.ts',
    'site-address.ts',
  ],
  feeds: ['schema', 'strings', 'formats', 'catalog'],
  materials: ['schema', 'strings', 'formats', 'attachments', 'settings.ts'],
  offline: [
    'schema',
    'strings',
    'formats',
    'dom',
    'search',
    'site-address.ts',
    'file-policies.ts',
    'reused-room.ts',
  ],
  'folder-edition': ['schema', 'strings', 'formats', 'search', 'astro-internals'],
  'my-institution': ['schema', 'dom', 'site-address.ts', 'catalog'],
  compare: [
    'schema',
    'strings',
    'formats',
    'dom',
    'rule-editions',
    'reading-list',
    'site-address.ts',
  ],
  'reading-list': [
    'schema',
    'strings',
    'formats',
    'dom',
    'rule-editions',
    'materials',
    'site-address.ts',
  ],
  components: [
    'schema',
    'strings',
    'formats',
    'rule-editions',
    'settings.ts',
    'site-address.ts',
    'catalog',
    'search',
    'filter-panel',
    'reading-list',
    'my-institution',
    'compare',
    'offline',
  ],
  layouts: [
    'schema',
    'strings',
    'formats',
    'rule-editions',
    'settings.ts',
    'site-address.ts',
    'catalog',
    'search',
    'components',
    'reading-list',
    'my-institution',
    'compare',
    'offline',
  ],
  search: [
    'schema',
    'strings',
    'formats',
    'dom',
    'filter-panel',
    'my-institution',
    'rule-editions',
    'site-address.ts',
    'code-digest.ts',
    'project-root.ts',
    'reused-room.ts',
    'unchanged-file.ts',
  ],
  'astro-internals': [],
  'static-hosts': ['schema', 'file-policies.ts'],
  accessibility: ['schema', 'formats'],
  browser: ['offline', 'project-root.ts', 'refusal.ts'],
};
/** Components take types and what is pure from the catalog, never the content itself. */
const valuesFromCatalog = [
  '../catalog/facets.ts',
  '../catalog/kana-rows.ts',
  '../catalog/lists.ts',
  '../catalog/members-only.ts',
];

const sources = sourcesBelow('src');
const imports = importsBelow('src');
const own = imports.filter(({ specifier }) => specifier.startsWith('.'));

test('the reader of import lines finds them', () => {
  expect(imports.length).toBeGreaterThan(100);
});

test('circles are seen', () => {
  const lines = ['a b', 'b c', 'c a', 'c d', 'd e', 'x y', 'y x'].map((line) => {
    const [file = '', target = ''] = line.split(' ');
    return { file, target };
  });
  expect(circlesAmong(lines)).toEqual([
    ['a', 'b', 'c'],
    ['x', 'y'],
  ]);
});

test.each(['src', 'cms'] as const)('no files of %s import each other in a circle', (tree) => {
  expect(circlesAmong(importsBelow(tree))).toEqual([]);
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
    './catalog/given-entries.ts',
    './loader/portal-content.ts',
    './schema/collections.ts',
    './settings.ts',
  ]);
});

test('the gateway uses what reads and judges content, never what shows it', () => {
  const allowed =
    /^(?!\.\.)|^\.\.\/src\/(?:(?:schema|source|check|apart|attachments|loader|strings|formats)\/|(?:settings|settings-file|refusal|code-digest|design-token-values|file-policies|sweep)\.ts$)/;
  // What npm start runs is a command like the others, and builds the site as they do; so is what a git host's CI runs.
  const startsPortal =
    /^gateway\/(?:main|doctor|invite-main|open-portal|backup\/[a-z-]+|upstream\/carry(?:-main)?|proposal-check\/(?:main|codeowners-main|asked-on-host))\.ts imports \S+\/src\/(?:commands\/|(?:project-root|refusal)\.ts$)/;
  // The preview compiles and renders by what is known of Astro.
  const previews =
    /^gateway\/preview\/[\w/.-]+ imports \S+\/src\/astro-internals\/(?:compile-page|render-component|written-html)\.ts$/;
  // What is taken down is taken out of every file that the site has, by the forms in which they were written.
  const takesDown = /^gateway\/takedown\/[\w-]+\.ts imports \S+\/src\/(?:search|offline)\//;
  // An office's feed is Atom as the site's own is, and what goes to an institution's list is told by one hand.
  const tells = /^gateway\/mail\/[\w-]+\.ts imports \S+\/src\/(?:feeds\/atom\.ts$|round-up\/)/;
  // What stays beside the gateway and makes the site is told what to make; it runs in a process of its own.
  const follows = /^gateway\/live-site\/[\w-]+\.ts imports \S+\/src\/site-process\/messages\.ts$/;
  // The page of a draft is made of the site's own layouts; it is compiled by itself, and nothing but its types leaves it.
  const showsDrafts = /^gateway\/preview\/page\//;
  // Bundles are made from the files of the built site when they are asked for.
  const streams =
    /^gateway\/pages\/(?:site-pages|streamed-bundles)\.ts imports \S+\/src\/materials\/(?:bundle-plan|site-materials|zip-stream)\.ts$/;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !showsDrafts.test(file) &&
      !startsPortal.test(`${file} imports ${specifier}`) &&
      !previews.test(`${file} imports ${specifier}`) &&
      !takesDown.test(`${file} imports ${specifier}`) &&
      !follows.test(`${file} imports ${specifier}`) &&
      !tells.test(`${file} imports ${specifier}`) &&
      !streams.test(`${file} imports ${specifier}`) &&
      !/^e2e\/|\.test\.ts$/.test(file),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('the editor runs in a browser: of src it takes the schema, the words and the reader of Office files', () => {
  const allowed =
    /^(?:editor|wire|difference)\/|^\.\.\/src\/(?:(?:schema|strings|formats)\/|attachments\/(?:office\/|reading\.ts$))/;
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      file.startsWith('editor/') &&
      specifier.startsWith('.') &&
      !allowed.test(target) &&
      !file.endsWith('.test.ts'),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('differences are found by schema and formats alone, so that whoever shows them can find them anywhere', () => {
  const stray = importsBelow('cms').filter(
    ({ file, specifier, target }) =>
      file.startsWith('difference/') &&
      specifier.startsWith('.') &&
      !/^difference\/|^\.\.\/src\/(?:schema|formats)\//.test(target) &&
      !file.endsWith('.test.ts'),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

/** Where words are said: below src a folder, in cms one of its parts. Routes say what the rooms they show say. */
const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 3)
    .join('/');
const saysWords = (file: string): boolean =>
  !/\.test\.ts$|\/(?:pages|e2e|fixtures)\//.test(`/${file}`);

test('words of one room stand in it: each in src/strings is said by two rooms or more', () => {
  const rooms = new Map<string, Set<string>>();
  const shared = readdirSync(join(root, 'src/strings')).flatMap((module) => {
    const text = readFileSync(join(root, 'src/strings', module), 'utf8');
    return [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => `${module} ${name}`);
  });
  for (const name of shared) rooms.set(name, new Set());
  for (const tree of ['src', 'cms', 'scripts']) {
    for (const path of sourcesBelow(tree)) {
      const file = `${tree}/${path}`;
      if (!saysWords(file) || file.startsWith('src/strings/')) continue;
      for (const [, names = '', module = ''] of readFileSync(join(root, file), 'utf8').matchAll(
        /import\s*\{([^}]*)\}\s*from\s*'[^']*\/strings\/([^']+)'/g,
      )) {
        for (const name of names.split(',')) {
          rooms.get(`${module} ${name.trim().split(' as ')[0]}`)?.add(roomOf(file));
        }
      }
    }
  }
  const lonely = [...rooms].filter(([, sayers]) => sayers.size < 2);
  expect(lonely.map(([name, sayers]) => `${name} of ${[...sayers].join() || 'none'}`)).toEqual([]);
});

test('the words of a room are said by it and by the routes that show it', () => {
  const stray = ['src', 'cms'].flatMap((tree) =>
    importsBelow(tree)
      .map(({ file, target }) => ({ file: `${tree}/${file}`, target: `${tree}/${target}` }))
      .filter(({ file, target }) => /\/_?words\.ts$/.test(target) && saysWords(file))
      .filter(
        ({ file, target }) =>
          dirname(target) !== dirname(file) && !file.startsWith(`${dirname(target)}/`),
      ),
  );
  expect(stray.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('a module is short enough to be read whole; the words of a kit are data', () => {
  const long = ['src', 'cms', 'scripts'].flatMap((tree) =>
    sourcesBelow(tree)
      .filter((file) => !file.startsWith('kits/works/'))
      .map((file) => ({
        file: `${tree}/${file}`,
        lines: readFileSync(join(root, tree, file), 'utf8').split('\n').length - 1,
      }))
      .filter(({ lines }) => lines >= 450),
  );
  expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
});

test('no folder hides what it holds', () => {
  const vague = sources.filter((file) =>
    /(?:^|\/)(?:utils?|helpers?|common|lib|misc)(?:\/|\.ts$)/.test(file),
  );
  expect(vague).toEqual([]);
});

test('every file that ARCHITECTURE.md names is there', () => {
  const named = [
    ...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(
      /`((?:src|cms|scripts|bench|content)\/[^`\s{}*]*)`/g,
    ),
  ].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
