import { expect, test } from 'vitest';
import { contentFilesOf } from '../source/content-files.ts';
import { noReadings } from './attachments/attachment-readings.ts';
import { checkContent, examineContent } from './check-content.ts';
import { createKeptExamination } from './kept-examination.ts';

const term = (name: string, more = '') =>
  `term: ${name}\nreading: よみ\ndefinition: 説明です。\nsources:\n  - title: 例\npublished: 2026-11-22\nupdated: 2026-11-22\n${more}`;
const scene = (body: string) =>
  `---\ntitle: 研修\nsummary: 研修のときです。\norder: 1\nquestion: 何から？\nsteps:\n  - check: 確かめる\n    says: [glossary/pledge]\npublished: 2026-11-22\nupdated: 2026-11-22\n---\n${body}\n`;

/** Contents that follow each other, sound and not. */
const contents: Record<string, string>[] = [
  { 'glossary/pledge.yaml': term('誓約書'), 'scenes/training/index.mdx': scene('本文。') },
  {
    'glossary/pledge.yaml': term('誓約書'),
    'scenes/training/index.mdx': scene('[台帳](../../glossary/ledger.yaml)の本文。'),
  },
  {
    'glossary/pledge.yaml': term('誓約書'),
    'glossary/ledger.yaml': term('台帳'),
    'scenes/training/index.mdx': scene('[台帳](../../glossary/ledger.yaml)の本文。'),
  },
  {
    'glossary/pledge.yaml': term('台帳'),
    'glossary/ledger.yaml': term('台帳'),
    'scenes/training/index.mdx': scene('[台帳](../../glossary/ledger.yaml)の本文。'),
    'scenes/training/空.csv': '',
  },
  { 'glossary/ledger.yaml': term('台帳', 'colour: 青\n'), 'stray.txt': 'x' },
  { 'glossary/ledger.yaml': term('台帳') },
];

test('what an examination finds after each change is what a check of the whole content finds', () => {
  const kept = createKeptExamination();
  let before: Record<string, string> = {};
  let found = 0;
  const wasRead: string[][] = [];
  for (const content of contents) {
    const files = contentFilesOf(content);
    const changed = new Set([...Object.keys(before), ...Object.keys(content)]);
    for (const path of changed) if (before[path] === content[path]) changed.delete(path);
    const { problems, entries, read } = kept.examine(files, changed, noReadings);
    expect(problems).toEqual(checkContent(files));
    expect([...entries.keys()]).toEqual([...examineContent(files).entries.keys()]);
    wasRead.push([...read.keys()]);
    found += problems.length;
    before = content;
  }
  expect(found).toBeGreaterThan(5);
  const scene = 'scenes/training/index.mdx';
  // A file beside an entry has it read again.
  expect(wasRead.slice(1, 4)).toEqual([
    [scene],
    ['glossary/ledger.yaml'],
    ['glossary/pledge.yaml', scene],
  ]);
});

test('an entry is read again with the tree of its body', () => {
  const kept = createKeptExamination();
  const files = contentFilesOf(contents[0] ?? {});
  const { entries } = kept.examine(files, files.keys(), noReadings);
  const path = 'scenes/training/index.mdx';
  expect(entries.get(path)?.body).toBeNull();
  expect(kept.readAgain(files, path)?.body).not.toBeNull();
  expect(kept.readAgain(files, 'scenes/none/index.mdx')).toBeUndefined();
});
