import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ImportLine, importsBelow } from '../../src/import-lines.ts';

/**
 * What each room of the gateway may import of the others, from the ground up: the table in ARCHITECTURE.md. The files
 * beside the rooms put them together and may import all of them; of those files a room may import the settings alone.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  readFileSync(join(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8')
    .split(/^#+ /m)
    .find((section) => section.startsWith('The rooms of the gateway'))
    ?.matchAll(/^\| `([a-z/-]+)\/` \| [^|]+ \| ([^|]+) \|$/gm)
    .map(([, room = '', others = '']) => [room, others === '–' ? [] : others.split(', ')]) ?? [],
);
const rooms = Object.keys(mayImport);

const roomOf = (path: string): string | null => {
  if (!path.includes('/')) return null;
  return path.startsWith('preview/page/') ? 'preview/page' : (path.split('/')[0] ?? null);
};

const inRoom = importsBelow('cms/gateway').filter(
  ({ file }) => roomOf(file) !== null && !file.endsWith('.test.ts'),
);
const lines = (stray: readonly ImportLine[]) =>
  stray.map(({ file, specifier }) => `${file} imports ${specifier}`);

test('every folder with code is a room of the table, and every room has code', () => {
  expect([...new Set(inRoom.map(({ file }) => roomOf(file)))].sort()).toEqual(rooms.toSorted());
});

test('a room stands on rooms above it alone', () => {
  for (const [room, below] of Object.entries(mayImport)) {
    const above = rooms.slice(0, rooms.indexOf(room));
    expect({ room, stray: below.filter((other) => !above.includes(other)) }).toEqual({
      room,
      stray: [],
    });
  }
});

test('each room imports only what the architecture lets it', () => {
  const stray = inRoom.filter(({ file, specifier, target }) => {
    if (!specifier.startsWith('.') || target.startsWith('..') || target === 'settings.ts') {
      return false;
    }
    const room = roomOf(file) ?? '';
    const other = roomOf(target);
    return other !== room && !(other !== null && mayImport[room]?.includes(other));
  });
  expect(inRoom.length).toBeGreaterThan(100);
  expect(lines(stray)).toEqual([]);
});

test('nothing below requests knows of HTTP', () => {
  const speaksHttp = [
    'requests',
    'upstream',
    'pages',
    'login',
    'decap-protocol',
    'entry-state',
    'drafts',
    'review',
    'approval-links',
    'mail',
    'invitations',
    'desk',
    'wishes',
  ];
  const stray = inRoom.filter(
    ({ file, specifier }) =>
      /^(?:@hono|hono)\b/.test(specifier) && !speaksHttp.includes(roomOf(file) ?? ''),
  );
  expect(lines(stray)).toEqual([]);
});

test('only the intake of the proposals judges what is saved, sent on and published', () => {
  const judging = inRoom.filter(
    ({ file, target }) =>
      /^(?:approval-links|decap-protocol|desk|login|pages|requests)\//.test(file) &&
      (target === 'proposals/intake.ts' ||
        (/^\.\.\/\.\.\/src\/check\//.test(target) && !/\/problem\.ts$/.test(target))),
  );
  expect(lines(judging)).toEqual([]);
});

test('what somebody contributed is parsed in processes apart alone', () => {
  const parsers =
    /^\.\.\/\.\.\/src\/(?:source\/(?!content-files|allowed-characters)|check\/(?:content-checker|check-content|read-entry|svg-safety)|attachments\/(?:read-attachment|pdf\/|office\/|archive\/))/;
  const parsing = inRoom.filter(({ target, typeOnly }) => parsers.test(target) && !typeOnly);
  expect([...new Set(parsing.map(({ file }) => file))].sort()).toEqual([
    // What is published was judged before.
    'live-site/shown.ts',
    // Run in processes apart: judge-process.ts, renderer-process.ts.
    'preview/draft-renderer.ts',
    // A process of its own, on the git host's machine: nothing else waits for it.
    'proposal-check/accounts.ts',
    'proposal-check/check-proposal.ts',
    // What is published.
    'proposals/entry-text.ts',
    // Run in a process apart.
    'published-content/judge-process.ts',
    // How long a text may be.
    'published-content/judge.ts',
    // The registry of institutions, which is published.
    'published-content/published-content.ts',
  ]);
});
