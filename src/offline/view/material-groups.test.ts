import { expect, test } from 'vitest';
import type { Material } from '../offline-files.ts';
import { materialGroups, wantedFirst } from './material-groups.ts';

const material = (address: string, entry: string): Material => ({
  address,
  title: address,
  name: address,
  bytes: 1,
  checksum: address,
  entry: { title: `題名 ${entry}`, address: entry },
});

test('materials are saved as they are bundled, and by entry where they are in no bundle', () => {
  const [a, b, c, d] = [
    material('/e/1/a.pdf', '/e/1/'),
    material('/e/1/b.pdf', '/e/1/'),
    material('/e/2/c.pdf', '/e/2/'),
    material('/e/2/d.pdf', '/e/2/'),
  ] as const;
  const bundle = (kind: string, title: string, files: string[]) => ({
    address: `/base/bundles/${kind}/x.zip`,
    title,
    page: '/s/',
    files,
  });
  expect(
    materialGroups({
      bundles: [
        bundle('scenes', '兼業', [a.address]),
        bundle('symposia', '第1回', [b.address, a.address]),
        bundle('symposia', '空', []),
        bundle('symposia', '第2回', ['/gone']),
      ],
      files: [a, b, c, d],
    }),
  ).toEqual([
    { kind: 'symposia', title: '第1回', page: '/s/', files: [b, a] },
    { kind: 'scenes', title: '兼業', page: '/s/', files: [a] },
    { kind: 'entries', title: '題名 /e/2/', page: '/e/2/', files: [c, d] },
  ]);
});

test('whoever comes for the materials of a page finds them first, and the others as they were', () => {
  const group = (page: string) => ({ kind: 'symposia', title: page, page, files: [] }) as const;
  const groups = [group('/a/'), group('/b/'), group('/c/')];
  const pages = (wanted: string | null) => wantedFirst(groups, wanted).map(({ page }) => page);
  expect(pages('/c/')).toEqual(['/c/', '/a/', '/b/']);
  expect(pages(null)).toEqual(['/a/', '/b/', '/c/']);
  expect(pages('/gone/')).toEqual(['/a/', '/b/', '/c/']);
});
