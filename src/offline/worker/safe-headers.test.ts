import { expect, test } from 'vitest';
import { safeHeaders, underPolicy } from './safe-headers.ts';

test('what somebody sent in does nothing, and pages keep to the rules that they set', () => {
  for (const path of ['a/図.svg', 'a/a.docx', 'a/a.csv', 'a/a.png', 'a/a', 'feed.xml']) {
    expect(safeHeaders(path), path).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*; sandbox$/),
      'x-content-type-options': 'nosniff',
    });
  }
  for (const path of ['index.html', 'assets/a.css', 'assets/a.js', 'search/index.json']) {
    expect(safeHeaders(path)['content-security-policy'], path).not.toMatch(/sandbox|default-src/);
  }
  expect(safeHeaders('a.pdf')['content-security-policy']).not.toContain('sandbox');
});

/** An answer as a worker gets it of its own site. */
const answered = (type: string, more: Record<string, string> = {}) =>
  Object.defineProperty(
    new Response('<svg/>', { headers: { 'content-type': type, etag: '"a"', ...more } }),
    'type',
    { value: 'basic' },
  );

test('a host that sets no policy is given one for what is no page', async () => {
  const picture = underPolicy(answered('image/svg+xml', { 'content-encoding': 'br' }));
  expect(await picture.text()).toBe('<svg/>');
  expect(Object.fromEntries(picture.headers)).toEqual({
    ...safeHeaders('a.svg'),
    etag: '"a"',
  });
  for (const answer of [
    answered('text/html; charset=utf-8'),
    answered('application/pdf'),
    answered('image/svg+xml', { 'content-security-policy': "default-src 'none'" }),
    new Response('', { headers: { 'content-type': 'image/svg+xml' } }),
  ]) {
    expect(underPolicy(answer)).toBe(answer);
  }
});
