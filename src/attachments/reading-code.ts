import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The packages that say what is read: another version may read otherwise. */
const packages = ['pdfjs-dist', '@napi-rs/canvas', 'fflate', 'htmlparser2', 'exifreader'] as const;

/** A digest of everything that decides what a reading holds: this folder's code and the packages it uses. */
export function readingCode(): string {
  const require = createRequire(import.meta.url);
  const folder = import.meta.dirname;
  const digest = createHash('sha256');
  for (const name of packages) {
    digest.update(`${name}\0${versionOf(require.resolve(name), name)}\0`);
  }
  for (const file of sourcesBelow(folder)) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        path.endsWith('.ts') && !path.endsWith('.test.ts') && !/(?:^|\/)fixtures\//.test(path),
    )
    .sort();

/** @param resolved any file of the package; not every package lets its package.json be resolved */
function versionOf(resolved: string, name: string): string {
  const place = resolved.replaceAll('\\', '/');
  const root = place.slice(0, place.lastIndexOf(`/node_modules/${name}/`));
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
