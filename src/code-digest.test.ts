import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readingCodeParts } from './attachments/reading-code.ts';
import { type CodeParts, codeBelow, codeDigest } from './code-digest.ts';
import { renderingCodeParts } from './loader/rendering-code.ts';
import { projectRoot } from './project-root.ts';

describe.each([
  ['reads files', readingCodeParts],
  ['renders entries', renderingCodeParts],
])('the code that %s', (_, parts) => {
  let copy: string;
  beforeAll(() => {
    copy = copyOf(parts);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(parts.sources)('is other code when a file below %s changes', (source) => {
    const before = codeDigest(copy, parts);
    const [file = ''] = codeBelow(copy, source);
    appendFileSync(join(copy, file), '\n');
    expect(codeDigest(copy, parts)).not.toBe(before);
  });

  test.each(parts.packages)('is other code with another version of %s', (name) => {
    const before = codeDigest(copy, parts);
    const manifest = join(copy, 'node_modules', name, 'package.json');
    const { version, ...others } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...others, version: `${version}-other` }));
    expect(codeDigest(copy, parts)).not.toBe(before);
  });

  test('uses no package and no folder that its digest leaves out', () => {
    const imports = parts.sources.flatMap((source) =>
      codeBelow(projectRoot, source).flatMap((file) =>
        importsOf(readFileSync(join(projectRoot, file), 'utf8')).map((specifier) => ({
          file,
          specifier,
        })),
      ),
    );
    const packages = imports
      .filter(({ specifier }) => !/^\.|^node:/.test(specifier))
      .map(({ specifier }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
    expect([...new Set(packages)].sort()).toEqual([...new Set(parts.packages)].sort());

    const outside = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ file, specifier }) => join(dirname(file), specifier).replaceAll('\\', '/'))
      .filter(
        (path) => !parts.sources.some((source) => path === source || path.startsWith(`${source}/`)),
      )
      // Where code runs says nothing of what it makes.
      .filter((path) => !path.startsWith('src/apart/'));
    // What digests the code, and where the checkout lies, is in nothing that is kept.
    expect([...new Set(outside)].sort()).toEqual(['src/code-digest.ts', 'src/project-root.ts']);
  });
});

test('a change of what a package depends on is a change, one of a test is none', () => {
  const root = mkdtempSync(join(tmpdir(), 'code-digest-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const digest = () => codeDigest(root, { sources: ['src'], packages: ['a'] });
  write('src/code.ts', '');
  write('node_modules/a/package.json', '{"version":"1.0.0","dependencies":{"b":"^1"}}');
  expect(digest).toThrow('b is not installed');
  write('node_modules/b/package.json', '{"version":"1.0.0"}');
  const first = digest();

  write('src/code.test.ts', 'test');
  write('src/fixtures/world.ts', 'world');
  expect(digest()).toBe(first);
  write('node_modules/b/package.json', '{"version":"1.0.1"}');
  const second = digest();
  expect(second).not.toBe(first);
  // A version of its own, nearer to the package that asks for it.
  write('node_modules/a/node_modules/b/package.json', '{"version":"1.0.2"}');
  expect([first, second]).not.toContain(digest());
  rmSync(root, { recursive: true });
});

/** The sources and the manifests of the packages, with all that these depend on, in a folder of their own. */
function copyOf({ sources, packages }: CodeParts): string {
  const root = mkdtempSync(join(tmpdir(), 'code-digest-'));
  for (const file of sources.flatMap((source) => codeBelow(projectRoot, source))) {
    cpSync(join(projectRoot, file), join(root, file));
  }
  for (const name of packages) {
    const manifest = join(projectRoot, 'node_modules', name, 'package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
  }
  return root;
}

/** What a module imports to run; types are gone by then. */
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(/^(?:import|export)\s+(?!type\s)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\b(?:import|resolve)\(\s*['"]([^'"]+)['"]/g),
  ].map(([, specifier = '']) => specifier);
