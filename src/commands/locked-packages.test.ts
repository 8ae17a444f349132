import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';

type Locked = Record<string, { version?: string; integrity?: string; resolved?: string }>;

/**
 * Packages whose bytes npm cannot be held to, each with the reason: where a registry does not serve a package of another
 * system, `scripts/complete-lock.ts` puts it into the lock without a hash, and it is for nobody to install before it has
 * one. A package that is installed here has no place in this list.
 */
const withoutHash: Readonly<Record<string, string>> = {};

test.each(['.', 'scripts/kits', 'bench'])(
  'the lock of %s holds npm to the bytes of every package, from whichever registry',
  (folder) => {
    const { packages } = JSON.parse(
      readFileSync(join(projectRoot, folder, 'package-lock.json'), 'utf8'),
    ) as { packages: Locked };
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(0);
    const loose = locked.filter(
      ([path, { integrity = '' }]) =>
        !/^sha512-[\w+/]{86}==$/.test(integrity) &&
        !withoutHash[path.replace(/^.*node_modules\//, '')],
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  },
);
