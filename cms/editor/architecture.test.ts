import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { circlesAmong, importsBelow, sourcesBelow } from '../../src/import-lines.ts';
import { projectRoot } from '../../src/project-root.ts';

/** The table of ARCHITECTURE.md: by room, what of the editor it may import. */
const mayImport = new Map(
  readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8')
    .split(/^#+ /m)
    .find((section) => section.startsWith('The rooms of the editor'))
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line): [string, string[]][] => {
      const [, rooms = '', , allowed = ''] = line.split('|');
      return namesIn(rooms).map((room) => [room, namesIn(allowed)]);
    }) ?? [],
);

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, name = '']) => name);
}

/** A room, or a file that lies in none. */
const roomOf = (path: string): string => path.split('/')[0] ?? '';

const imports = importsBelow('cms/editor').filter(
  ({ file, specifier }) => specifier.startsWith('.') && !file.endsWith('.test.ts'),
);
const inside = imports.filter(({ target }) => !target.startsWith('..'));

it('each room imports only what the table lets it', () => {
  const stray = inside.filter(({ file, target }) => {
    const allowed = mayImport.get(roomOf(file)) ?? [];
    const room = roomOf(target);
    return room !== roomOf(file) && !allowed.includes(room) && !allowed.includes('*');
  });
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

it('the table names every room, and no import that is not made', () => {
  const files = sourcesBelow('cms/editor').filter((file) => !file.endsWith('.test.ts'));
  expect([...mayImport.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort());
  const idle = [...mayImport].flatMap(([room, allowed]) =>
    allowed
      .filter((other) => other !== '*')
      .filter(
        (other) =>
          !inside.some(({ file, target }) => roomOf(file) === room && roomOf(target) === other),
      )
      .map((other) => `${room} imports nothing of ${other}`),
  );
  expect(idle).toEqual([]);
});

it('no files import each other', () => {
  expect(circlesAmong(inside)).toEqual([]);
});

it('of cms the editor knows the wire and what finds differences alone', () => {
  const stray = imports.filter(({ target }) =>
    /^\.\.\/(?!wire\/|difference\/|\.\.\/src\/)/.test(target),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

it('the wire is forms alone: of zod, itself and the schema', () => {
  const stray = importsBelow('cms/wire').filter(
    ({ file, specifier, target }) =>
      !file.endsWith('.test.ts') &&
      specifier !== 'zod' &&
      !(specifier.startsWith('.') && /^(?!\.\.)|^\.\.\/\.\.\/src\/schema\//.test(target)),
  );
  expect(stray.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});
