import { expect, test } from 'vitest';
import { box, pptx, slide } from './fixtures/powerpoint-files.ts';
import { readOffice } from './read-office.ts';

const boxed = (type: string, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
};
const film = (...described: Buffer[]): Buffer =>
  Buffer.concat([
    boxed('ftyp', Buffer.from('isom0000')),
    // What the film shows may hold any bytes.
    boxed('mdat', Buffer.from('\u00a9xyz loci', 'latin1')),
    boxed('moov', Buffer.concat([boxed('mvhd', Buffer.alloc(20)), ...described])),
  ]);
const talkWith = (content: Uint8Array) =>
  readOffice(
    pptx({
      slides: [{ xml: slide(box(['題'])), relations: [['m', 'video', '../media/media1.mp4']] }],
      files: { 'ppt/media/media1.mp4': content },
    }),
    '.pptx',
  ).findings;

test.each([
  ['of an Android', boxed('udta', boxed('\u00a9xyz', Buffer.from('+35.6+139.7/')))],
  ['of an iPhone', boxed('meta', Buffer.from('com.apple.quicktime.location.ISO6709+35.6+139.7/'))],
  ['of an old telephone', boxed('udta', boxed('loci', Buffer.from('Tokyo')))],
])('a film %s on a slide tells where it was taken', (_name, described) => {
  expect(talkWith(film(described))).toEqual([{ kind: 'photograph-place', places: ['スライド1'] }]);
});

test('a film that says nothing of a place is sound, and so is one that is broken', () => {
  expect(talkWith(film())).toEqual([]);
  expect(talkWith(film().subarray(0, 30))).toEqual([]);
  expect(talkWith(new Uint8Array(20))).toEqual([]);
});
