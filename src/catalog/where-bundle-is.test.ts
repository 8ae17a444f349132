import { expect, test } from 'vitest';
import { whereBundleIs } from './where-bundle-is.ts';

const address = '/portal/bundles/scenes/travel.zip';
const small = { writtenBundleBytes: 100, streamsBundles: false };
const at = (bytes: number, contributeUrl: string, bundles = small) =>
  whereBundleIs(address, bytes, { basePath: '/portal', contributeUrl, bundles });

test('what is written is there, and so is everything where a portal serves the site', () => {
  expect(at(100, '')).toBe(address);
  expect(at(101, '/admin/', { ...small, streamsBundles: true })).toBe(address);
});

test('what is too large for a host of files is had from the portal, where it is known', () => {
  expect(at(101, 'https://portal.example/admin/')).toBe(
    'https://portal.example/bundles/scenes/travel.zip',
  );
  expect(at(101, 'https://u.example/a/admin/')).toBe(
    'https://u.example/a/bundles/scenes/travel.zip',
  );
  expect(at(101, '')).toBeNull();
  expect(at(101, '/admin/')).toBeNull();
  expect(at(101, 'https://forms.example/contribute')).toBeNull();
});
