import { expect, it } from 'vitest';
import { checkAsPractice } from '../word/fixtures/check-as-practice.ts';
import { readFile } from './fixtures/becomes.ts';
import * as forms from './fixtures/form-files.ts';
import * as guidelines from './fixtures/guideline-files.ts';
import * as minutes from './fixtures/minutes-files.ts';
import * as notices from './fixtures/notice-files.ts';
import * as rules from './fixtures/rule-files.ts';
import * as sheets from './fixtures/sheet-files.ts';
import * as slides from './fixtures/slide-files.ts';

it('every document passes the check as it is', async () => {
  const all = [rules, guidelines, forms, minutes, notices, slides, sheets].flatMap((kind) =>
    Object.entries(kind),
  );
  expect(all).toHaveLength(30);
  for (const [name, make] of all) {
    const read = await readFile(make(), 'practice');
    expect([name, await checkAsPractice(read)]).toEqual([name, []]);
  }
});
