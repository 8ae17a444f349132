import { expect, test } from 'vitest';
import { isSignOut } from './sign-out.ts';

const asked = (method: string, path: string) =>
  isSignOut({ method, url: `https://portal.example${path}` });

test('a session is ended by the button of a page and by that of the editor', () => {
  expect(asked('POST', '/admin/session/end')).toBe(true);
  expect(asked('DELETE', '/admin/session')).toBe(true);
});

test('nothing else ends one', () => {
  for (const [method, path] of [
    ['GET', '/admin/session/end'],
    ['POST', '/admin/session'],
    ['GET', '/admin/session'],
    ['POST', '/practices/admin/session/end'],
    ['DELETE', '/admin/session/other'],
  ] as const) {
    expect(asked(method, path), `${method} ${path}`).toBe(false);
  }
});
