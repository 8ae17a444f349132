import { expect, it } from 'vitest';
import { pageToComeBackTo } from './session.ts';

const back = (address: string) => pageToComeBackTo(`?then=${encodeURIComponent(address)}`);

it('leads back to a page of the desk, and to the version for approval', () => {
  for (const address of [
    '/admin/desk/',
    '/admin/desk/published/?institution=sakura-u',
    '/admin/approval/case-studies/sakura-u/pledge',
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
