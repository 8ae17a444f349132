import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { settingNames } from '../settings.ts';

/** The names at the beginning of the rows of the guide's tables. */
const told = (): string[] => {
  const folder = join(projectRoot, 'src/pages/help');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm),
    ])
    .map(([, name = '']) => name);
};

it('has each setting in a table of the guide, and nothing there that is none', () => {
  expect([...new Set(told())].toSorted()).toEqual(settingNames.toSorted());
});
