import { expect, it } from 'vitest';
import { uploadId } from '../../wire/upload.ts';
import { attachedAddress, textRouteOf, wayToShow } from './attached-address.ts';

const entry = 'case-studies/sakura-u/x';

it('a stored file lies beside its entry, and its text is asked for by the same path', () => {
  const address = attachedAddress(entry, '様式 第1号#1.pdf', null);
  expect(address).toBe(`/admin/files/${entry}/${encodeURIComponent('様式 第1号#1.pdf')}`);
  const text = textRouteOf(address);
  expect(`${text?.route.address}${text?.entry}`).toBe(
    `/admin/attachment-text/${entry}/${encodeURIComponent('様式 第1号#1.pdf')}`,
  );
});

it('a file that waits for the save is shown from where it waits', () => {
  const id = uploadId.parse('a'.repeat(32));
  const address = attachedAddress(entry, '様式.pdf', id);
  expect(address).toBe(`/admin/uploads/${id}`);
  const text = textRouteOf(address);
  expect(`${text?.route.address}${text?.entry}`).toBe(`/admin/uploads/${id}/text`);
});

it('nobody tells the text of what is in the browser alone, or elsewhere', () => {
  expect(textRouteOf('blob:https://portal.example/1')).toBeNull();
  expect(textRouteOf('https://elsewhere.example/admin/files/a')).toBeNull();
});

it.each([
  ['図.PNG', 'picture'],
  ['流れ.svg', 'picture'],
  ['様式.pdf', 'document'],
  ['様式.docx', 'text'],
  ['集計.csv', 'text'],
  ['一式.zip', 'text'],
])('%s is shown as a %s', (name, way) => expect(wayToShow(name)).toBe(way));
