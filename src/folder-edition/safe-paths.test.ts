import { expect, test } from 'vitest';
import { safePaths } from './safe-paths.ts';

const safe = (path: string) => safePaths([path]).get(path);

test('most paths stay as they are', () => {
  expect(safe('practices/sakura-u/pledge/誓約書（様式1）.docx')).toBe(
    'practices/sakura-u/pledge/誓約書（様式1）.docx',
  );
});

test.each([
  ['aux/index.html', 'aux_/index.html'],
  ['files/con.pdf', 'files/con_.pdf'],
  ['console/nul', 'console/nul_'],
  ['a/何が要る？?.pdf', 'a/何が要る？_.pdf'],
  ['a./b ', 'a_/b_'],
  ['シンホ\u309aシ\u3099ウム.pdf', 'シンポジウム.pdf'],
])('%s becomes %s', (path, expected) => {
  expect(safe(path)).toBe(expected);
});

test('two names that differ only in case are told apart, the same way each time', () => {
  const paths = ['a/Slides.pdf', 'a/slides.pdf'];
  const given = [...safePaths(paths).values()];
  expect(given[0]).toBe('a/Slides.pdf');
  expect(given[1]).toMatch(/^a\/slides-[0-9a-f]{8}\.pdf$/);
  expect([...safePaths([...paths].reverse()).values()]).toEqual(given);
});

test('a long path is shortened and keeps its ending', () => {
  const path = `${'あ'.repeat(90)}/${'い'.repeat(100)}.pptx`;
  const short = safe(path) ?? '';
  expect(short.length).toBeLessThan(80);
  expect(short).toMatch(/^あ+-[0-9a-f]{8}\/い+-[0-9a-f]{8}\.pptx$/);
});

test('a path that cannot be shortened is an error', () => {
  expect(() => safe('abcdefghi/'.repeat(30))).toThrow('lies too deep');
});
