import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The code that something kept was made by. */
export type CodeParts = {
  /** Folders below the root, with `/`, or single files there. */
  sources: readonly string[];
  /** The packages that these use. Another version may do otherwise, and so may another of what it depends on. */
  packages: readonly string[];
};

/**
 * A digest of code: while it stays the same, what was made by that code and kept is as good as new.
 * @param root the checkout, with its node_modules
 * @returns SHA-256 in hexadecimal
 * @throws where a folder or package is not there
 */
export function codeDigest(root: string, { sources, packages }: CodeParts): string {
  const digest = createHash('sha256');
  for (const path of sources.flatMap((source) => codeBelow(root, source)).sort()) {
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  for (const version of installedVersions(root, packages)) digest.update(`${version}\0`);
  return digest.digest('hex');
}

const isCode = /\.(?:tsx?|astro|css|json|mjs)$/;
/** What is not part of the program. */
const isOfTests = /\.test\.tsx?$|(?:^|\/)fixtures\//;

/** The files of code below a folder, by their paths below the root. */
export const codeBelow = (root: string, source: string): string[] =>
  isCode.test(source)
    ? [source]
    : readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
        .map((path) => `${source}/${path.replaceAll('\\', '/')}`)
        .filter((path) => isCode.test(path) && !isOfTests.test(path));

type Manifest = {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

/** `name@version` of packages and of everything that they depend on, as installed. */
const installedVersions = (root: string, packages: readonly string[]): string[] => {
  const versions = new Set<string>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const folder = packageFolder(name, from, root);
    if (folder === null) {
      if (isOptional) return;
      throw new Error(`The package ${name} is not installed.`);
    }
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const version = `${name}@${manifest.version}`;
    if (versions.has(version)) return;
    versions.add(version);
    for (const needed of Object.keys(manifest.dependencies ?? {})) add(needed, folder, false);
    for (const wished of Object.keys(manifest.optionalDependencies ?? {})) {
      add(wished, folder, true);
    }
  };
  for (const name of packages) add(name, root, false);
  return [...versions].sort();
};

/** Where a package lies that a folder imports: in the nearest node_modules, up to the root's. */
const packageFolder = (name: string, from: string, root: string): string | null => {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
    if (join(folder, '.') === join(root, '.') || folder === dirname(folder)) return null;
  }
};
