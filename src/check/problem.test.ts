import { expect, it } from 'vitest';
import { createContentChecker } from './content-checker.ts';
import { sentenceAtForm } from './problem.ts';

it.each([
  ['published', '「掲載日」（published）が空です。', '「掲載日」が空です。'],
  [
    'sources.0.url',
    '「出典」1件目の「URL」（sources.url）が空です。',
    '「出典」1件目の「URL」が空です。',
  ],
  ['summary', '「要約」（summary）の「輸出管理（EAR）」が…', '「要約」の「輸出管理（EAR）」が…'],
  [
    'body',
    '「輸出管理（EAR）」という見出しはありません。',
    '「輸出管理（EAR）」という見出しはありません。',
  ],
  [undefined, 'ファイル名（PDF）が…', 'ファイル名（PDF）が…'],
])(
  'a problem of %s is told without the key of the file, and nothing else',
  (field, message, told) => {
    expect(sentenceAtForm({ message, field })).toBe(told);
  },
);

it('knows the keys as the check writes them', () => {
  const path = 'glossary/pledge.yaml';
  const bytes = Buffer.from('term: 誓約書\nreading: ローマ字\n');
  const problems = createContentChecker(new Map()).problemsOf(
    'glossary/pledge',
    new Map([
      [
        path,
        {
          path,
          kind: 'file' as const,
          size: bytes.length,
          bytes: () => bytes,
          head: (length: number) => bytes.subarray(0, length),
        },
      ],
    ]),
  );
  const ofFields = problems.filter(({ field }) => field !== undefined && field !== 'body');
  expect(ofFields.length).toBeGreaterThan(1);
  for (const problem of ofFields) expect(sentenceAtForm(problem)).not.toMatch(/（[a-z]+）/i);
});
