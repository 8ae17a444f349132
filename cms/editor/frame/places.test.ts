import { describe, expect, it } from 'vitest';
import { hashOf, placeOf, placeOfEntry } from './places.ts';

describe('an address of the editor', () => {
  it.each([
    ['', { kind: 'list', collection: null }],
    ['#/', { kind: 'list', collection: null }],
    ['#/workflow', { kind: 'list', collection: null }],
    ['#/collections/nothing/new', { kind: 'list', collection: null }],
    ['#/collections/case-studies', { kind: 'list', collection: 'case-studies' }],
    ['#/collections/case-studies/new', { kind: 'entry', collection: 'case-studies', slug: null }],
    [
      '#/collections/case-studies/entries/sakura-u/desk/index',
      { kind: 'entry', collection: 'case-studies', slug: 'sakura-u/desk/index' },
    ],
    // As the desk and older mails have it.
    [
      '#/collections/case-studies/entries/sakura-u/desk/index?ref=workflow',
      { kind: 'entry', collection: 'case-studies', slug: 'sakura-u/desk/index' },
    ],
    [
      '#/collections/glossary/entries/deemed%2Dexport',
      { kind: 'entry', collection: 'glossary', slug: 'deemed-export' },
    ],
    [
      '#/review/case-studies/sakura-u/desk',
      { kind: 'review', entry: 'case-studies/sakura-u/desk' },
    ],
    ['#/review/%E0%A4', { kind: 'review', entry: '%E0%A4' }],
  ])('%s leads somewhere', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });

  it.each(['#/', '#/collections/scenes', '#/collections/scenes/new', '#/review/scenes/a'])(
    '%s is written as it is read',
    (hash) => expect(hashOf(placeOf(hash))).toBe(hash),
  );
});

it.each([
  ['case-studies/sakura-u/x', '#/collections/case-studies/entries/sakura-u/x/index'],
  ['scenes/a', '#/collections/scenes/entries/a/index'],
  ['glossary/a', '#/collections/glossary/entries/a'],
])('%s has an address', (entry, hash) => {
  expect(hashOf(placeOfEntry(entry))).toBe(hash);
});
