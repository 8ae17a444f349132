import { basename, extname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { PageScript } from '../astro-internals/page-scripts.ts';

const reader = join(import.meta.dirname, 'reader');
const later = 'folder-later:';

/** What all scripts of the folder have in common with those of the site. */
const usual = {
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;

const withStandIns = { ...usual, inject: [join(reader, 'stand-ins.ts')] };

async function bundled(options: BuildOptions): Promise<string> {
  const { outputFiles, warnings } = await build(options);
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  return outputFiles?.[0]?.text ?? '';
}

/**
 * The script that every page of the folder begins with.
 * @param dataStarts the name of the first file in each data script
 */
export const firstScript = (dataStarts: readonly string[]): Promise<string> =>
  bundled({
    ...usual,
    entryPoints: [join(reader, 'first-script.ts')],
    define: { dataStarts: JSON.stringify(dataStarts) },
  });

/**
 * The engine of a built site as a classic script: the same code, with the folder where it asks for a server.
 * @param enginePath the engine's module in the built site
 */
export const classicEngine = (enginePath: string): Promise<string> =>
  bundled({
    ...withStandIns,
    entryPoints: [enginePath],
    globalName: 'portalFolder.modules.engine',
    define: { 'import.meta.url': 'portalFolder.engineAddress' },
  });

/**
 * Bundles the scripts of pages into classic ones. What they import when it is needed becomes a script of its own,
 * which the folder loads when it is needed.
 * @returns the scripts by name
 */
export async function classicScripts(
  pageScripts: readonly PageScript[],
): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  const waiting = new Map<string, string>();
  const plugins = [toBeLoadedLater(waiting), engineFromFolder];
  for (const { name, folder, source } of pageScripts) {
    const stdin = { contents: source, resolveDir: folder, loader: 'ts' } as const;
    scripts.set(name, asksFolder(await bundled({ ...withStandIns, stdin, plugins })));
  }
  // A script that is loaded later may ask for more.
  for (const [name, path] of waiting) {
    if (scripts.has(name)) throw new Error(`Two scripts of the folder are called ${name}.`);
    const globalName = `portalFolder.modules[${JSON.stringify(name)}]`;
    const script = await bundled({ ...withStandIns, entryPoints: [path], globalName, plugins });
    scripts.set(name, asksFolder(script));
  }
  return scripts;
}

/** Leaves each `import()` of a module in the code under a name that nothing else has, and notes the module. */
const toBeLoadedLater = (found: Map<string, string>): Plugin => ({
  name: 'to-be-loaded-later',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ kind, path, importer, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = await resolve(path, { kind: 'import-statement', importer, resolveDir });
      const name = basename(module.path, extname(module.path));
      const other = found.get(name);
      if (other !== undefined && other !== module.path) {
        throw new Error(`${other} and ${module.path} would be one script of the folder.`);
      }
      found.set(name, module.path);
      return { path: later + name, external: true, errors: module.errors };
    });
  },
});

/** In place of `import()`, which esbuild cannot define away. */
const asksFolder = (script: string): string =>
  script.replaceAll(`import("${later}`, 'portalFolder.later("');

const engineFromFolder: Plugin = {
  name: 'engine-from-folder',
  setup({ onResolve }) {
    onResolve({ filter: /\/load-engine\.ts$/ }, ({ importer }) =>
      importer.startsWith(reader) ? undefined : { path: join(reader, 'load-engine.ts') },
    );
  },
};
