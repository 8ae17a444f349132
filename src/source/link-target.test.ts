import { expect, test } from 'vitest';
import { type LinkOrigin, linkTarget } from './link-target.ts';

const files = new Set(['a.png', 'が.png', '図 1.png', '100%.png']);
const entries = new Set([
  'case-studies/sakura-u/entry',
  'case-studies/sakura-u/other',
  'glossary/term',
]);
const origin: LinkOrigin = {
  folder: 'case-studies/sakura-u/entry',
  contentPath: 'case-studies/sakura-u/entry',
  hasFile: (name) => files.has(name),
  hasEntry: (path) => entries.has(path),
};
const shown = (address: string): string => {
  const target = linkTarget(address, origin);
  switch (target.kind) {
    case 'outside':
    case 'site':
      return `${target.kind} ${target.address}`;
    case 'file':
      return `file ${target.name}${target.anchor && ` #${target.anchor}`}`;
    case 'entry':
      return `entry ${target.contentPath}${target.anchor && ` #${target.anchor}`}`;
    case 'broken':
      return 'broken';
  }
};

test.each([
  ['a.png', 'file a.png'],
  ['./a.png', 'file a.png'],
  ['a.png?b=1', 'file a.png'],
  ['a.png#page=3', 'file a.png #page=3'],
  ['a.png?b=1#c?d', 'file a.png #c?d'],
  ['%61.png', 'file a.png'],
  ['か\u3099.png', 'file が.png'],
  ['%E3%81%8B%E3%82%99.png', 'file が.png'],
  ['図%201.png', 'file 図 1.png'],
  ['100%.png', 'file 100%.png'],
  ['100%25.png', 'file 100%.png'],
  ['A.png', 'broken'],
  ['../entry/a.png', 'broken'],
  ['x/../a.png', 'broken'],
  ['a%2Fb.png', 'broken'],
  ['..%2Fother%2F', 'broken'],
  ['..%5C..%5Ca.png', 'broken'],
  ['a\\b.png', 'broken'],
  ['a.png%00', 'broken'],
])('a file beside: %s', (address, expected) => {
  expect(shown(address)).toBe(expected);
});

test.each([
  ['', 'entry case-studies/sakura-u/entry'],
  ['#a', 'entry case-studies/sakura-u/entry #a'],
  ['?a', 'entry case-studies/sakura-u/entry'],
  ['.', 'entry case-studies/sakura-u/entry'],
  ['index.mdx#a', 'entry case-studies/sakura-u/entry #a'],
  ['../other', 'entry case-studies/sakura-u/other'],
  ['../other/', 'entry case-studies/sakura-u/other'],
  ['../other/?a=%E0%A4', 'entry case-studies/sakura-u/other'],
  ['../other/index.mdx#%E3%81%82', 'entry case-studies/sakura-u/other #%E3%81%82'],
  ['../../../glossary/term.yaml', 'entry glossary/term'],
  ['../%E0%A4/', 'broken'],
  ['../', 'broken'],
  ['../../../../../../etc/passwd', 'broken'],
  ['constructor', 'broken'],
])('an entry: %s', (address, expected) => {
  expect(shown(address)).toBe(expected);
});

test.each([
  ['/map/', 'site /map/'],
  ['/map/?a=%#b', 'site /map/?a=%#b'],
  ['/map', 'broken'],
  ['/glossary/term/', 'broken'],
  ['https://a.example/?b', 'outside https://a.example/?b'],
  ['mailto:a@b.example', 'outside mailto:a@b.example'],
  ['javascript:a', 'broken'],
  ['//a.example/', 'broken'],
  ['/\\a.example/', 'broken'],
])('a place on this site or another: %s', (address, expected) => {
  expect(shown(address)).toBe(expected);
});
