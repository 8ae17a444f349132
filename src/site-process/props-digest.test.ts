import { expect, test } from 'vitest';
import { propsDigest } from './props-digest.ts';

const long = 'さくら大学の規程'.repeat(50);

test('the same data have the same digest, whichever objects they are in', () => {
  const page = () => ({ title: '規程', entry: { html: long, files: [{ name: 'a.pdf' }] } });
  expect(propsDigest(page())).toBe(propsDigest(page()));
  expect(propsDigest({ ...page(), none: undefined })).toBe(propsDigest(page()));
});

test('whatever differs, however deep and however long what it stands in, changes the digest', () => {
  const props = { list: [long, { title: '規程', count: 1 }], chosen: { year: ['2026'] } };
  const others = [
    { ...props, list: [`${long}。`, { title: '規程', count: 1 }] },
    { ...props, list: [long, { title: '規程', count: 2 }] },
    { ...props, list: [long, { title: '規程', count: '1' }] },
    { ...props, list: [{ title: '規程', count: 1 }, long] },
    { ...props, chosen: { year: ['2026', '2025'] } },
    { ...props, chosen: { year: null } },
    { ...props, chosen: {} },
  ];
  expect(new Set([props, ...others].map(propsDigest)).size).toBe(others.length + 1);
});

test('what has no form in JSON is refused, with its place', () => {
  expect(() => propsDigest({ page: { rules: new Map() } })).toThrow('props.page.rules is a Map');
  expect(() => propsDigest({ list: [() => 1] })).toThrow('props.list.0 is a function');
});
