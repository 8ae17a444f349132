import { expect, it } from 'vitest';
import { readLinkAddress } from './link-address.ts';

it.each([
  ['https://www.sakura-u.example/a?b=c#d', 'web'],
  ['HTTP://www.sakura-u.example/', 'web'],
  ['mailto:desk@sakura-u.example', 'web'],
  ['tel:03-0000-0000', 'web'],
  ['../other/', 'path'],
  ['./%E6%A7%98%E5%BC%8F%201.pdf', 'path'],
  ['/map/', 'path'],
  ['#課題', 'anchor'],
  ['javascript:alert(1)', 'other-scheme'],
  ['JAVASCRIPT:alert(1)', 'other-scheme'],
  [' javascript:alert(1)', 'other-scheme'],
  ['java\tscript:alert(1)', 'other-scheme'],
  ['java%0Ascript:alert(1)', 'other-scheme'],
  ['java\u200Bscript:alert(1)', 'other-scheme'],
  ['\u0001javascript:alert(1)', 'other-scheme'],
  ['data:text/html,x', 'other-scheme'],
  ['vbscript:x', 'other-scheme'],
  ['file:///etc/passwd', 'other-scheme'],
  ['view-source:https://a.example/', 'other-scheme'],
  ['//evil.example/', 'disguised'],
  ['\\\\evil.example/', 'disguised'],
  ['/\\evil.example/', 'disguised'],
  ['https:evil.example', 'disguised'],
  ['https:/evil.example', 'disguised'],
  ['https://', 'disguised'],
  ['https://www.sakura-u.example@evil.example/', 'disguised'],
  ['https://www.sakura-u.example\u202E/', 'disguised'],
])('%j is %s', (address, kind) => {
  expect(readLinkAddress(address).kind).toBe(kind);
});
