import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const runtimeName = 'pagefind-runtime';

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

/**
 * Bundles the engine and Pagefind's runtime into one module.
 * @param runtime the source of pagefind.js, as the pinned Pagefind writes it
 */
export async function bundleEngine(runtime: string): Promise<string> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const result = await build({
    entryPoints: [`${here}../engine/engine.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    plugins: [
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
