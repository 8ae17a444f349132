import { expect, it } from 'vitest';
import { followingChoice } from './in-confidence.ts';

type Fields = Record<string, unknown>;
const follow = (before: Fields, data: Fields, more: object = {}) =>
  followingChoice({ collection: 'case-studies', isNew: true, data, ...more }, before);

const blank = { origin: 'on-behalf', institution: '' };
const inConfidence = { origin: 'in-confidence', institution: 'henshubu' };

it('follows from the institution, and from the origin', () => {
  expect(follow(blank, { ...blank, institution: 'henshubu' })).toEqual({
    origin: 'in-confidence',
    confirmation: 'not-asked',
  });
  expect(follow(blank, { ...blank, origin: 'in-confidence' })).toEqual({
    institution: 'henshubu',
    confirmation: 'not-asked',
  });
  expect(follow(blank, inConfidence)).toEqual({});
});

it('follows once, whatever else the form tells before it has followed', () => {
  const half = { ...blank, origin: 'in-confidence' };
  expect(follow(half, { ...half })).toEqual({});
  expect(follow(half, { ...half, title: '題名' })).toEqual({});
});

it('is taken back from either', () => {
  expect(follow(inConfidence, { ...inConfidence, institution: 'sakura-u' })).toEqual({
    origin: 'on-behalf',
    confirmation: 'confirmed',
  });
  expect(follow(inConfidence, { ...inConfidence, origin: 'on-behalf' })).toEqual({
    institution: '',
  });
});

it('never moves an entry that is stored', () => {
  const stored = { isNew: false };
  expect(follow(inConfidence, { ...inConfidence, origin: 'on-behalf' }, stored)).toEqual({
    origin: 'in-confidence',
    confirmation: 'not-asked',
  });
  const ofSakura = { origin: 'on-behalf', institution: 'sakura-u' };
  expect(follow(ofSakura, { ...ofSakura, origin: 'in-confidence' }, stored)).toEqual({});
});

it('leaves every other choice and every other collection alone', () => {
  expect(follow(blank, { ...blank, institution: 'sakura-u' })).toEqual({});
  expect(follow({}, { institution: 'henshubu' }, { collection: 'guidelines' })).toEqual({});
});
