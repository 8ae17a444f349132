import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compareIndexes } from '../fixtures/compare-indexes.ts';
import { fetchFromDisk } from '../fixtures/fetch-from-disk.ts';

/** An index that followed its pages, held against one that was made anew, whatever has changed and whatever is asked. */

const seed = Number(process.env['SEED'] ?? 20_261_130);

beforeAll(() => vi.stubGlobal('fetch', vi.fn(fetchFromDisk)));
afterAll(() => vi.unstubAllGlobals());

test(`nobody can tell an index with an overlay from one that was made anew (seed ${seed})`, async () => {
  let asked = 0;
  let overlays = 0;
  await compareIndexes(
    { seed, rounds: 4, pages: 40, questions: 100 },
    ({ told, joined, answers }) => {
      for (const answer of answers)
        expect(answer.joined, `${told}: ${answer.asked}`).toBe(answer.fresh);
      asked += answers.length;
      overlays += readdirSync(join(joined, 'search')).includes('overlay') ? 1 : 0;
    },
  );
  expect(asked).toBe(400);
  expect(overlays).toBeGreaterThan(2);
}, 60_000);
