import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the worker into one classic script, which every browser that has workers can run. */
export async function bundleWorker(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../worker/worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  return result.outputFiles[0]?.text ?? '';
}
