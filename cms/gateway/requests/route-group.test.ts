import { expect, it } from 'vitest';
import { linksFolder } from '../approval-links/addresses.ts';
import { routeGroupOf } from './route-group.ts';

it.each([
  ['/', 'site'],
  ['/search/?q=secret', 'site'],
  ['/healthz', 'site'],
  ['/admin/', 'editor'],
  ['/admin/api', 'editor'],
  ['/admin/session', 'sign-in'],
  ['/admin/desk/?a=1', 'desk'],
  [`${linksFolder}/abc`, 'link'],
  ['//approve/abc', 'site'],
  ['http://elsewhere/', 'other'],
  ['*', 'other'],
])('finds that %s belongs to %s', (target, group) => {
  expect(routeGroupOf(target)).toBe(group);
});

it('knows the parts below the path that the site stands under; the editor stays where it is', () => {
  expect(routeGroupOf(`/portal${linksFolder}/abc`, '/portal/')).toBe('link');
  expect(routeGroupOf('/admin/desk/', '/portal/')).toBe('desk');
  expect(routeGroupOf('/portal/', '/portal/')).toBe('site');
});
