import { beforeEach, describe, expect, it } from 'vitest';
import { createSeenVersions, type SeenVersions } from './seen-versions.ts';

const text = 'content/case-studies/sakura-u/pledge/index.mdx';
const file = 'content/case-studies/sakura-u/pledge/誓約書.pdf';

let seen: SeenVersions;
beforeEach(() => {
  seen = createSeenVersions();
});

describe('what a save begins from', () => {
  it('is nothing for what was not there', () => {
    expect(seen.basis([text, file], false)).toEqual({ [text]: null, [file]: null });
  });

  it('is the published version that was opened, with its files', () => {
    seen.learn('getEntry', { file: { path: text, id: 'p1' }, data: '' });
    seen.learn('getMedia', [{ path: file, id: 'f1' }]);
    expect(seen.basis([text, file], false)).toEqual({ [text]: 'p1', [file]: 'f1' });
  });

  it('is the draft that was opened, whatever is published beside it', () => {
    seen.learn('unpublishedEntry', { diffs: [{ path: text, id: 'd1' }] });
    seen.learn('getEntry', { file: { path: text, id: 'p2' }, data: '' });
    seen.learn('getMedia', [{ path: file, id: 'f1' }]);
    expect(seen.basis([text, file], true)).toEqual({ [text]: 'd1', [file]: 'f1' });
  });

  it('is no newer for a list that was loaded meanwhile', () => {
    seen.learn('getEntry', { file: { path: text, id: 'p1' }, data: '' });
    seen.learn('entriesByFolder', [{ file: { path: text, id: 'p2' }, data: '' }]);
    expect(seen.basis([text], false)).toEqual({ [text]: 'p1' });
  });

  it('is what the last save stored', () => {
    seen.learn('getEntry', { file: { path: text, id: 'p1' }, data: '' });
    seen.replace({ [text]: 'd1', [file]: 'd2' });
    expect(seen.basis([text, file], true)).toEqual({ [text]: 'd1', [file]: 'd2' });
  });
});
