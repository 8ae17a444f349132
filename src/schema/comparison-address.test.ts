import { expect, test } from 'vitest';
import { comparisonAddress, idOfAddress, idsInQuery } from './comparison-address.ts';

test.each([
  ['/practices/sakura-u/travel/', 'practices/sakura-u/travel'],
  ['/portal/guidelines/sakura-u/rule-2020/?q=%E6%A7%98#a', 'guidelines/sakura-u/rule-2020'],
  ['/C:/控え/site/surveys/mext/survey-h26/index.html', 'surveys/mext/survey-h26'],
  ['/symposia/mext/forum/', null],
  ['/practices/by/scene/training/', null],
  ['/practices/sakura-u/travel/files/様式.docx/', null],
  ['/practices/sakura-u/../../admin/', null],
  ['', null],
])('the entry at %s is %s', (address, id) => {
  expect(idOfAddress(address)).toBe(id);
});

test('an address gives back the entries that it was made of', () => {
  const ids = ['practices/sakura-u/a', 'guidelines/momiji-u/b'];
  const address = comparisonAddress('/compare/', ids);
  expect(address).toBe('/compare/?e=practices/sakura-u/a&e=guidelines/momiji-u/b');
  expect(idsInQuery(new URL(address, 'https://portal.example').search)).toEqual(ids);
  expect(comparisonAddress('/compare/', [])).toBe('/compare/');
});

test('whatever is no entry is refused, and no more than four stand side by side', () => {
  const hostile = [
    '//evil.example/practices/a/b',
    'https://evil.example/practices/a/b',
    'practices/a/b/../../../admin',
    'practices/a/b/',
    'practices/%2e%2e/b',
    'practices/../b',
    'PRACTICES/a/b',
    'practices/a/b?x',
    'practices/a/b\n',
    'javascript:practices/a/b',
    `practices/a/${'b'.repeat(200)}`,
    '',
  ];
  const query = new URLSearchParams(hostile.map((one) => ['e', one]));
  expect(idsInQuery(`?${query}`)).toEqual([]);
  const many = ['a', 'b', 'a', 'c', 'd', 'e'].map((name) => `e=practices/x/${name}`).join('&');
  expect(idsInQuery(`?${many}`)).toEqual(['a', 'b', 'c', 'd'].map((name) => `practices/x/${name}`));
});
