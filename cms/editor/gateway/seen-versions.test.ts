import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionAnswer } from '../../wire/decap-actions.ts';
import type { ContentVersion, FileVersion } from '../../wire/versions.ts';
import { createSeenVersions, type SeenVersions } from './seen-versions.ts';

const text = 'content/case-studies/sakura-u/pledge/index.mdx';
const file = 'content/case-studies/sakura-u/pledge/誓約書.pdf';

const version = (name: string) => name as FileVersion;
const [p1, p2] = [version('p1'), version('p2')];
const [d1, d2] = [version('d1'), version('d2')];
const f1 = version('f1');

const entryAs = (id: FileVersion): ActionAnswer<'getEntry'> => ({
  data: '',
  file: { path: text, id },
});
const mediaAs = (id: FileVersion): ActionAnswer<'getMedia'> => [
  { id, path: file, name: '誓約書.pdf', size: 0, encoding: 'base64', content: '', url: '' },
];
const draftAs = (id: FileVersion): ActionAnswer<'unpublishedEntry'> => ({
  collection: 'case-studies',
  slug: 'sakura-u/pledge/index',
  status: 'draft',
  kind: 'entry',
  seen: null,
  diffs: [{ id, path: text, newFile: false }],
  updatedAt: '2026-11-24T05:05:00Z',
  pullRequestAuthor: 'さくら大学 国際課',
});

let seen: SeenVersions;
beforeEach(() => {
  seen = createSeenVersions();
});

describe('what a save begins from', () => {
  it('is nothing for what was not there', () => {
    expect(seen.basis([text, file], false)).toEqual({ [text]: null, [file]: null });
  });

  it('is the published version that was opened, with its files', () => {
    seen.learn('getEntry', entryAs(p1));
    seen.learn('getMedia', mediaAs(f1));
    expect(seen.basis([text, file], false)).toEqual({ [text]: p1, [file]: f1 });
  });

  it('is the draft that was opened, whatever is published beside it', () => {
    seen.learn('unpublishedEntry', draftAs(d1));
    seen.learn('getEntry', entryAs(p2));
    seen.learn('getMedia', mediaAs(f1));
    expect(seen.basis([text, file], true)).toEqual({ [text]: d1, [file]: f1 });
  });

  it('is no newer for a list that was loaded meanwhile', () => {
    seen.learn('getEntry', entryAs(p1));
    seen.learn('entriesByFolder', [entryAs(p2)]);
    expect(seen.basis([text], false)).toEqual({ [text]: p1 });
  });

  it('is what the last save stored', () => {
    seen.learn('getEntry', entryAs(p1));
    seen.replace({ [text]: d1, [file]: d2 });
    expect(seen.basis([text, file], true)).toEqual({ [text]: d1, [file]: d2 });
  });

  it('is nothing for a file that a save took away, so that another can have its name', () => {
    seen.learn('unpublishedEntry', draftAs(d1));
    seen.learn('getMedia', mediaAs(f1));
    seen.replace({ [text]: d2 });
    expect(seen.basis([text, file], true)).toEqual({ [text]: d2, [file]: null });
  });
});

describe('the content that somebody decides about', () => {
  const content = (name: string) => name as ContentVersion;

  it('is that of the draft that was opened, and then what they wrote', () => {
    seen.learn('unpublishedEntry', { ...draftAs(d1), seen: content('c1') });
    expect(seen.content('case-studies', 'sakura-u/pledge/index')).toBe('c1');
    seen.wrote('case-studies', 'sakura-u/pledge/index', content('c2'));
    expect(seen.content('case-studies', 'sakura-u/pledge/index')).toBe('c2');
  });

  it('is nothing for an entry that was not opened as a draft', () => {
    expect(seen.content('case-studies', 'sakura-u/other/index')).toBeNull();
  });
});
