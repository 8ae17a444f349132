import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin, stop } from 'esbuild';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the admin page: index.html, with everything else beside it under hashed names. */
export const buildEditor = async (outFolder: string): Promise<void> => {
  await bundleEditor(outFolder);
};

/** Ends the service that the bundler leaves running, which holds 190 MB; the next build starts it anew. */
export const endBuilding = (): Promise<void> => stop();

/** The same, with a record of what was bundled into what, for the test of its size. */
export const bundleEditor = async (outFolder: string): Promise<Metafile> => {
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const { metafile } = await build({
    entryPoints: { editor: here('main.ts'), style: here('page/editor.css') },
    outdir: outFolder,
    ...bundleSettings,
    splitting: true,
    format: 'esm',
    metafile: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
  });
  const outputs = Object.entries(metafile.outputs);
  const nameOf = (entryPoint: string) => {
    const [file] = outputs.find(([, output]) => output.entryPoint?.endsWith(entryPoint)) ?? [];
    if (!file) throw new Error(`The bundle has no ${entryPoint}.`);
    return path.basename(file);
  };
  const page = (await readFile(here('page/index.html'), 'utf8'))
    .replace('{style}', nameOf('page/editor.css'))
    .replace('{script}', nameOf('main.ts'));
  await writeFile(path.join(outFolder, 'index.html'), page);
  return metafile;
};

/** Parts of Decap that this editor never comes to, with what stands in their place. */
const standIns: readonly { readonly path: RegExp; readonly text: string }[] = [
  // Checks a configuration that somebody wrote by hand, with code made at run time, which the page's policy forbids.
  // Ours is made from the schema and tested (decap-config.test.ts).
  {
    path: /decap-cms-core\/dist\/esm\/constants\/configSchema/,
    text: 'export const validateConfig = () => {};',
  },
  // Makes pictures smaller with WebAssembly when a configuration asks for it.
  {
    path: /@jsquash\/webp/,
    text: 'export const encode = () => {}; export const decode = () => {}; export default {};',
  },
];

/** Leaves those parts out of a bundle. */
const decapStandIns: Plugin = {
  name: 'decap-stand-ins',
  setup({ onLoad }) {
    for (const { path: filter, text } of standIns) {
      onLoad({ filter }, () => ({ contents: text, loader: 'js' }));
    }
  },
};

/** How whatever runs in the page is bundled. */
export const bundleSettings = {
  bundle: true,
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  jsx: 'automatic',
  mainFields: ['browser', 'module', 'main'],
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  loader: { '.svg': 'text', '.wasm': 'file' },
  plugins: [decapStandIns],
  logLevel: 'silent',
} as const satisfies BuildOptions;
