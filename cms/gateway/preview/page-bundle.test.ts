import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBelow, codeDigest } from '../../../src/code-digest.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { pageCodeParts } from './page-bundle.ts';

const files = pageCodeParts.sources.flatMap((source) => codeBelow(projectRoot, source));

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'page-code-'));
  for (const file of files) cpSync(join(projectRoot, file), join(copy, file));
});
afterAll(() => rmSync(copy, { recursive: true }));

test.each(pageCodeParts.sources)('the page of drafts is made anew when %s changes', (source) => {
  const before = codeDigest(copy, pageCodeParts);
  appendFileSync(join(copy, codeBelow(copy, source)[0] ?? ''), '\n');
  expect(codeDigest(copy, pageCodeParts)).not.toBe(before);
});

test('the page of drafts is made of nothing that its digest leaves out', () => {
  const outside = files
    .filter((file) => file.startsWith('cms/'))
    .flatMap((file) =>
      [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/from\s+'(\.[^']+)'/g)].map(
        ([, specifier = '']) => posix.join(dirname(file), specifier),
      ),
    )
    .filter((target) => !pageCodeParts.sources.some((source) => target.startsWith(`${source}/`)));
  expect(outside).toEqual([]);
});
