import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One import or re-export of a file, types included. */
export type ImportLine = {
  /** Below the tree that was read. */
  readonly file: string;
  /** The first part of the file's path: the folder below the tree, or the file itself. */
  readonly folder: string;
  /** Where a relative import leads, below the same tree; any other as it is written. */
  readonly target: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
};

const root = join(import.meta.dirname, '..');
/** One import or re-export; its groups are `type ` and the specifier. */
export const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm;

/** The code below a folder of the project, fixtures apart, by path below it. @param tree `src`, `cms/gateway` */
export const sourcesBelow = (tree: string): string[] =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        /\.(?:tsx?|astro|mdx|mjs)$/.test(path) && !/(?:^|\/)(?:fixtures|node_modules)\//.test(path),
    );

/** Reads the import lines of the code below a folder of the project; it needs no build. @param tree `src`, `cms/gateway` */
export const importsBelow = (tree: string): ImportLine[] =>
  sourcesBelow(tree).flatMap((file) =>
    [...readFileSync(join(root, tree, file), 'utf8').matchAll(importLine)].map(
      ([, type, specifier = '']) => ({
        file,
        folder: file.split('/')[0] ?? '',
        specifier,
        typeOnly: type !== undefined,
        target: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
      }),
    ),
  );

/** The groups of files that import each other, be it by way of others: each in the order of paths. */
export const circlesAmong = (
  imports: readonly Pick<ImportLine, 'file' | 'target'>[],
): string[][] => {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) {
    targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const reached = new Map([...targets.keys()].map((file) => [file, reachableFrom(file, targets)]));
  const inCircles = [...targets.keys()].filter((file) => reached.get(file)?.has(file)).sort();
  const circles = Map.groupBy(inCircles, (file) =>
    inCircles.find((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)),
  );
  return [...circles.values()];
};

const reachableFrom = (
  file: string,
  targets: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const ahead = [...(targets.get(file) ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    ahead.push(...(targets.get(next) ?? []));
  }
  return reached;
};
