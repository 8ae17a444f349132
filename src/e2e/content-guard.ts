import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { contentSite } from './built-sites.ts';

/**
 * Keeps tests from `content/` and from the sites that are built of it, so that no correction by an institution can turn a
 * test of the code red: whoever reads there is told to use the frozen world. Vitest runs this before each file of tests.
 *
 * What a process of its own reads is not seen; tests give those a world of their own (CONTENT_DIR).
 */

const living = [resolve(projectRoot, 'content'), contentSite('public'), contentSite('network')];

/** The tests of the content itself, in which nothing may depend on its words. */
const mayRead = [
  'src/e2e/links.test.ts',
  'src/e2e/bundles.test.ts',
  'src/loader/corrections.test.ts',
];

const pathOf = (value: unknown): string | undefined => {
  if (value instanceof URL) return value.protocol === 'file:' ? fileURLToPath(value) : undefined;
  if (typeof value === 'string') return resolve(value);
  return Buffer.isBuffer(value) ? resolve(value.toString()) : undefined;
};

const refuseLiving = (value: unknown): void => {
  const path = pathOf(value);
  const folder = living.find((one) => path === one || path?.startsWith(one + sep));
  if (folder === undefined) return;
  const test = expect.getState().testPath ?? '';
  if (mayRead.some((one) => test === resolve(projectRoot, one))) return;
  throw new Error(
    `A test of the code may not read ${path}: institutions change it. Use journeyContent or journeySite of src/e2e/built-sites.ts.`,
  );
};

type PlaceOf = (args: readonly unknown[]) => unknown;
const first: PlaceOf = ([place]) => place;
const workingFolder: PlaceOf = ([, options]) =>
  typeof options === 'object' && options !== null && 'cwd' in options ? options.cwd : undefined;

/** Marks what is guarded already: several files of tests may share a process. */
const isGuarded = Symbol.for('content-guard');

/** Puts the guard before functions of a module; `placeOf` says in which of their arguments a place stands. */
const guarded = (holder: object, names: readonly string[], placeOf = first): void => {
  for (const name of names) {
    const original: unknown = Reflect.get(holder, name);
    if (typeof original !== 'function' || isGuarded in original) continue;
    const guard = function (this: unknown, ...args: unknown[]) {
      refuseLiving(placeOf(args));
      return Reflect.apply(original, this, args);
    };
    Reflect.set(holder, name, Object.assign(guard, { [isGuarded]: true }));
  }
};

const reading = ['open', 'readFile', 'readdir', 'opendir', 'cp', 'copyFile'];
guarded(fs, [...reading, ...reading.map((name) => `${name}Sync`), 'createReadStream']);
guarded(fs.promises, reading);
guarded(fs, ['glob', 'globSync'], workingFolder);
syncBuiltinESMExports();
