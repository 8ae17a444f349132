import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { buildSync, version } from 'esbuild';
import { projectRoot } from '../project-root.ts';

/** Where bundles lie: inside the project, so that they find its packages, and apart from what hostile bytes are given. */
const usualHome = join(projectRoot, '.cache', 'apart');

/** What a bundle was made from: files below the project's folder with the digests of their bytes. */
type MadeFrom = { readonly folder: string; readonly inputs: Readonly<Record<string, string>> };

const known = new Map<string, string>();

/**
 * A module with all of our own code that it imports as one file, and another for each part that it imports later on. Node
 * takes more than half a second to find the types of three hundred small files and take them away, at every start of a
 * process; its own cache for that asks for a folder that the process may write, which none apart may.
 * @param module the path of a module of the project
 * @returns the path of the bundle, made once for each state of the code; of the module itself where none can be written
 */
export const bundledCode = (module: string): string => {
  const found = known.get(module) ?? bundleAsItIs(module);
  known.set(module, found);
  return found;
};

/**
 * The same for the code as it is at this moment; a process that runs wants one state of it.
 * @param home the folder of all bundles
 */
export const bundleAsItIs = (module: string, home: string = usualHome): string =>
  keptBundle(module, home) ?? tryToBundle(module, home);

const nameOf = (module: string): string => basename(module, '.ts');
const recordOf = (module: string, home: string): string =>
  join(home, `${nameOf(module)}-${digest(relative(projectRoot, module)).slice(0, 8)}.json`);
const entryIn = (folder: string, module: string): string => join(folder, `${nameOf(module)}.mjs`);

const digest = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(version).update(bytes).digest('hex');

/** The bundle that was made of exactly this code, if there is one. */
const keptBundle = (module: string, home: string): string | null => {
  try {
    const { folder, inputs } = JSON.parse(readFileSync(recordOf(module, home), 'utf8')) as MadeFrom;
    const isAsItWas = Object.entries(inputs).every(
      ([path, before]) => digest(readFileSync(join(projectRoot, path))) === before,
    );
    const bundle = entryIn(join(home, folder), module);
    return isAsItWas && statSync(bundle).isFile() ? bundle : null;
  } catch {
    // None was made yet, or it was of files that are no more.
    return null;
  }
};

/** Where nothing can be written, a process starts as slowly as it would without any of this. */
const tryToBundle = (module: string, home: string): string => {
  try {
    return bundle(module, home);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return module;
    throw error;
  }
};

const bundle = (module: string, home: string): string => {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [module],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: home,
    outExtension: { '.js': '.mjs' },
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const inputs = Object.fromEntries(
    Object.keys(metafile.inputs).map((path) => [
      path,
      digest(readFileSync(join(projectRoot, path))),
    ]),
  );
  const folder = `${nameOf(module)}-${digest(JSON.stringify(inputs)).slice(0, 16)}`;
  const place = join(home, folder);
  const partial = `${place}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  for (const { path, contents } of outputFiles)
    writeFileSync(join(partial, basename(path)), contents);
  putInPlace(partial, place);
  const record = recordOf(module, home);
  writeFileSync(`${record}.${process.pid}`, JSON.stringify({ folder, inputs } satisfies MadeFrom));
  renameSync(`${record}.${process.pid}`, record);
  return entryIn(place, module);
};

/** Another process may have made the same at the same moment: what is there stays, since somebody may be reading it. */
const putInPlace = (partial: string, place: string): void => {
  try {
    renameSync(partial, place);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
};
