import { describe, expect, it } from 'vitest';
import { fileVersion } from '../../wire/versions.ts';
import { conflictLines, isText } from './conflict-words.ts';

const conflict = {
  path: 'content/case-studies/sakura-u/pledge/index.mdx',
  changedBy: 'さくら大学 国際課',
  changedAt: '2026-11-24T05:05:00Z',
  current: fileVersion.parse('a'.repeat(40)),
  text: null,
};

describe('a conflict', () => {
  it('says which office saved what when, in the time of Japan', () => {
    expect(conflictLines([conflict])).toEqual([
      'さくら大学 国際課が11月24日 14:05に記事の本文と入力欄を保存しました。',
    ]);
  });

  it('names a file, and tells when one was taken away', () => {
    const path = 'content/case-studies/sakura-u/pledge/誓約書.pdf';
    expect(conflictLines([{ ...conflict, path, current: null }])).toEqual([
      'さくら大学 国際課が11月24日 14:05に添付ファイル「誓約書.pdf」を削除しました。',
    ]);
  });

  it('is told where nobody knows who it was', () => {
    expect(conflictLines([{ ...conflict, changedBy: null, changedAt: null }])).toEqual([
      'ほかの部署が記事の本文と入力欄を保存しました。',
    ]);
  });
});

it('an entry’s text is told apart from what lies beside it', () => {
  expect(isText('content/glossary/deemed-export.yaml')).toBe(true);
  expect(isText('content/surveys/sakura-u/a/data.csv')).toBe(false);
});
