import { describe, expect, it } from 'vitest';
import { pageToComeBackTo, pathToGoOnTo } from './session.ts';

const back = (address: string) => pageToComeBackTo(`?then=${encodeURIComponent(address)}`);

it('leads back to a page of the desk, to the version for approval, and to wishes', () => {
  for (const address of [
    '/admin/desk/',
    '/admin/desk/published/?institution=sakura-u',
    '/admin/approval/case-studies/sakura-u/pledge',
    '/admin/wishes/new/?searched=%E8%B2%B8%E5%87%BA',
  ]) {
    expect(back(address)).toBe(address);
  }
});

it('leads nowhere else', () => {
  for (const address of [
    '',
    '/',
    '/admin/',
    '/admin/api',
    '//other.example/admin/desk/',
    'https://other.example/admin/desk/',
    'javascript:alert(1)//admin/desk/',
    '/admin/desk//other.example',
    '/admin/desk/\\other.example',
    '/admin/desk/../../x',
    '/admin/desk/ x',
  ]) {
    expect(back(address)).toBeNull();
  }
  expect(pageToComeBackTo('')).toBeNull();
});

describe('where a way in goes on', () => {
  it.each([
    '/',
    '/practices/sakura-u/desk/',
    '/search/?q=%E7%95%99%E5%AD%A6&scene=a',
    '/admin/#/collections/case-studies/entries/sakura-u/202611-x/index',
    '/admin/desk/members/?page=2',
  ])('is %s', (path) => {
    expect(pathToGoOnTo(path)).toBe(path);
  });

  it.each([
    '',
    'x',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/a/../b',
    '/a/%2e%2E/b',
    '/a/..?x',
    '/%2Fevil',
    '/%5cevil',
    '/a%0d%0aSet-Cookie:x',
    '/a b',
    '/あ',
    '/admin/session/end',
    '/admin/session/begin?back=/',
    `/${'a'.repeat(500)}`,
  ])('is never %j', (path) => {
    expect(pathToGoOnTo(path)).toBeNull();
  });
});
