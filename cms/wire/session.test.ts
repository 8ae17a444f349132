import { expect, it } from 'vitest';
import { pageToComeBackTo } from './session.ts';

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
