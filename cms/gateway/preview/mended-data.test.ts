import { describe, expect, it, vi } from 'vitest';
import { collections } from '../../../src/schema/collections.ts';
import { mendedData } from './mended-data.ts';

const known = { institution: 'sakura-u', today: '2026-11-24' };
const sound = {
  title: '入学時の誓約書',
  summary: '研究室に入るときに交わします。',
  institution: 'sakura-u',
  reviewBasis: 'event',
  origin: 'contributed',
  published: '2026-01-10',
  updated: '2026-01-10',
};

describe('the fields of an unfinished draft', () => {
  it('are all there where nothing is wrong with them', () => {
    const read = mendedData('case-studies', sound, known);
    expect(read?.mended.size).toBe(0);
    expect(read?.data).toMatchObject({ ...sound, audience: 'public', attachments: [] });
  });

  it('are blank where nobody has written them, and a choice is never made for anybody', () => {
    const read = mendedData('case-studies', { summary: '要約' }, known);
    expect(read?.data).toMatchObject({
      title: '（未入力）',
      summary: '要約',
      institution: 'sakura-u',
      published: '2026-11-24',
    });
    expect(read?.data).not.toHaveProperty('origin');
    expect([...(read?.mended ?? [])].sort()).toEqual([
      'institution',
      'origin',
      'published',
      'reviewBasis',
      'title',
      'updated',
    ]);
  });

  it('leave out what does not fit, and keep what does', () => {
    const read = mendedData(
      'case-studies',
      {
        ...sound,
        audience: 'everyone',
        subthemes: ['trade-secrets', 'no-such-theme'],
        attachments: [
          { file: 'a.pdf', title: '様式', kind: 'form', rights: '改変可' },
          { file: 'b.pdf' },
        ],
        unknown: 'field',
      },
      known,
    );
    expect(read?.data).toMatchObject({
      subthemes: ['trade-secrets'],
      attachments: [{ file: 'a.pdf' }],
    });
    expect(read?.data).not.toHaveProperty('unknown');
    expect(read?.mended).toEqual(new Set(['audience', 'subthemes', 'attachments']));
  });

  it('leave what was given untouched', () => {
    const given = { title: 3, attachments: [{}] };
    mendedData('case-studies', given, known);
    expect(given).toEqual({ title: 3, attachments: [{}] });
  });

  it('are nothing where a page cannot do without them', () => {
    expect(mendedData('glossary', { term: '研修' }, known)).toBeNull();
  });

  it('are read twice, however many of them are wrong', () => {
    const reading = vi.spyOn(collections['case-studies'].schema, 'safeParse');
    const read = mendedData('case-studies', { ...sound, scenes: Array(50_000).fill(3) }, known);
    expect(read?.data).toMatchObject({ scenes: [] });
    expect(reading).toHaveBeenCalledTimes(2);
    reading.mockRestore();
  });
});
