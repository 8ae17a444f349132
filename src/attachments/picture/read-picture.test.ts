import { describe, expect, it } from 'vitest';
import { jpeg, type Kept, png, webp, xmpWith } from '../office/fixtures/pictures.ts';
import { readPicture } from './read-picture.ts';

const forms = [
  ['.jpg', jpeg],
  ['.png', png],
  ['.webp', webp],
] as const;

describe.each(forms)('a %s', (_, make) => {
  const findings = (kept: Kept) => readPicture(make(kept)).findings;

  it('with nothing beside the picture has no finding and no text', () => {
    expect(readPicture(make())).toEqual({
      unit: 'picture',
      pageCount: null,
      pages: [],
      outline: [],
      searchable: 'yes',
      findings: [],
    });
  });

  it('tells where it was taken', () => {
    expect(findings({ hasPlace: true })).toEqual([{ kind: 'photograph-place', places: [] }]);
    const xmp = xmpWith('<exif:GPSLatitude>35,0.0N</exif:GPSLatitude>');
    expect(findings({ xmp })).toEqual([{ kind: 'photograph-place', places: [] }]);
  });

  it('names who took it, once', () => {
    const xmp = xmpWith(
      '<dc:creator><rdf:Seq><rdf:li>Hanako Sakurada</rdf:li></rdf:Seq></dc:creator>',
    );
    expect(findings({ artist: 'Hanako Sakurada', xmp })[0]?.places).toEqual([
      expect.any(String),
      expect.any(String),
      '人や機器の名前（Hanako Sakurada）',
    ]);
  });

  it('names people in Japanese', () => {
    expect(findings({ artist: '桜田花子' })[0]?.places).toContain('人や機器の名前（桜田花子）');
  });

  it('that is cut off is damaged', () => {
    const whole = make({ hasPlace: true });
    for (const length of [0, 1, 4, 20, whole.length - 20]) {
      expect(readPicture(whole.slice(0, length))).toMatchObject({
        searchable: 'unread',
        findings: [{ kind: 'damaged', places: [] }],
      });
    }
  });

  it('is read where it lies among other bytes', () => {
    const picture = make({ hasPlace: true });
    const memory = new Uint8Array(picture.length + 20).fill(7);
    memory.set(picture, 10);
    expect(readPicture(memory.subarray(10, 10 + picture.length)).findings).toHaveLength(1);
  });

  it('with a broken beside is read as if there were none', () => {
    const spoilt = make({ hasPlace: true, artist: 'Hanako' });
    const at = spoilt.findIndex((byte, index) => byte === 0x4d && spoilt[index + 1] === 0x4d);
    spoilt.fill(0xff, at + 4, at + 40);
    expect(readPicture(spoilt)).toMatchObject({ searchable: 'yes' });
  });
});

it('a file that is no picture is damaged', () => {
  expect(readPicture(new TextEncoder().encode('<svg xmlns="x"/>')).findings).toEqual([
    { kind: 'damaged', places: [] },
  ]);
});
