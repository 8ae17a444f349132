import { expect, test } from 'vitest';
import { isCatalogClosed, withoutCatalog } from './given-entries.ts';

test('the catalogue is closed while a page is rendered that is known by its props, and open after it, whatever happens', async () => {
  expect(isCatalogClosed()).toBe(false);
  expect(await withoutCatalog(async () => isCatalogClosed())).toBe(true);
  expect(isCatalogClosed()).toBe(false);
  const failing = withoutCatalog(() => Promise.reject(new Error('No.')));
  expect(isCatalogClosed()).toBe(true);
  await expect(failing).rejects.toThrow('No.');
  expect(isCatalogClosed()).toBe(false);
});
