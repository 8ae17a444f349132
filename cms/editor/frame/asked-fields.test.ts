import { expect, it } from 'vitest';
import type { Choices } from '../../wire/choices.ts';
import { decapConfig } from '../decap-config.ts';
import { askedFields } from './asked-fields.ts';
import { placeOf } from './places.ts';

const choices = { institutions: [] } as unknown as Choices;
const { collections } = decapConfig({ role: 'editor', office: '編集部' }, choices);
const filled = (hash: string) => {
  const place = placeOf(hash);
  if (place.kind !== 'entry') throw new Error(hash);
  return askedFields(
    collections.find(({ name }) => name === place.collection),
    place.asked ?? {},
  );
};

it.each([
  ['glossary/new?term=%E8%AA%93%E7%B4%84%E6%9B%B8', { term: '誓約書' }],
  ['glossary/new?term=A%26B+%3Cb%3E', { term: 'A&B <b>' }],
  ['institutions/new?name=けやき大学', { name: 'けやき大学' }],
  [
    'guidelines/new?title=規程&institution=sakura-u&supersedes=guidelines/sakura-u/rules-2024',
    {
      title: '規程',
      institution: 'sakura-u',
      supersedes: 'guidelines/sakura-u/rules-2024',
    },
  ],
  // Nothing that the form does not ask for, or that is no text.
  ['glossary/new?published=2020-01-01&withdrawn=true&audience=network&nothing=x', {}],
  ['glossary/new?__proto__=x&constructor=y', {}],
  ['glossary/new?term=%E0%A4', { term: '\uFFFD' }],
  ['glossary/new?term=%20%00%0A', {}],
  [`glossary/new?term=${'あ'.repeat(500)}`, { term: 'あ'.repeat(200) }],
  ['glossary/entries/a?term=x', {}],
])('#/collections/%s fills in what it may', (hash, fields) => {
  expect(filled(`#/collections/${hash}`)).toEqual(fields);
});
