import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { indexFiles } from '../index-files.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const runtimeName = 'pagefind-runtime';
const asModule = {
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
} as const satisfies BuildOptions;

/**
 * Stands before Pagefind's own source. Its requests go through ours, which notice a damaged file where Pagefind would
 * go on and find nothing; without a document it does not cut queries after the page's language; without Worker
 * it needs no second copy of itself.
 */
const prelude = `
import { fetchIndexFile as fetch } from '../engine/index-fetch.ts';
const document = undefined;
const Worker = undefined;
`;

/** What has been bundled; the code of a process stays as it is. */
const bundled = new Map<string, Promise<string>>();

function bundledOnce(name: string, bundle: () => Promise<string>): Promise<string> {
  const made = bundled.get(name) ?? bundle();
  bundled.set(name, made);
  return made;
}

/**
 * Bundles the engine and Pagefind's runtime into one module.
 * @param runtime the source of pagefind.js, as the pinned Pagefind writes it
 */
export const bundleEngine = (runtime: string): Promise<string> =>
  bundledOnce(runtime, () => engineWith(runtime));

async function engineWith(runtime: string): Promise<string> {
  const result = await build({
    ...asModule,
    entryPoints: [`${here}../engine/engine.ts`],
    plugins: [
      {
        name: 'near-answers-beside',
        setup({ onResolve }) {
          onResolve({ filter: /\/answers\/near\.ts$/ }, () => ({
            path: `./${indexFiles.near}`,
            external: true,
          }));
        },
      },
      {
        name: runtimeName,
        setup({ onResolve, onLoad }) {
          onResolve({ filter: new RegExp(`^${runtimeName}$`) }, () => ({
            path: runtimeName,
            namespace: runtimeName,
          }));
          onLoad({ filter: /.*/, namespace: runtimeName }, () => ({
            contents: prelude + runtime,
            resolveDir: here,
            loader: 'js',
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Bundles what finds near answers: a module beside the engine, which fetches it where no page has every word. */
export const bundleNear = (): Promise<string> =>
  bundledOnce(indexFiles.near, async () => {
    const result = await build({ ...asModule, entryPoints: [`${here}../answers/near.ts`] });
    return result.outputFiles[0]?.text ?? '';
  });
