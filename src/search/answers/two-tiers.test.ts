import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SearchEngine } from '../engine/search-engine.ts';
import type { SearchResponse } from '../engine/search-response.ts';
import { fetchFromDisk } from '../fixtures/fetch-from-disk.ts';
import { type SearchWorld, searchWorld } from '../fixtures/search-world.ts';
import type { AnswerWords, PageTable, Vocabulary } from '../index-files.ts';
import type { PageRecord } from '../indexing/page-record.ts';
import { readPage } from '../indexing/read-page.ts';
import { foldedText } from '../text/letters.ts';
import { hasFolded } from '../text/occurrences.ts';
import { spellings } from '../text/spellings.ts';
import { conceptsOf } from './concepts.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';

/** The two tiers, held against a plain reading of every page: for whatever is asked, and not for chosen queries. */

const seed = Number(process.env['SEED'] ?? 20_261_130);
const asked = 150;

let world: SearchWorld;
let engine: SearchEngine;
let pages: { url: string; text: string }[];
let lexicon: Lexicon;
let stems: string[];

beforeAll(async () => {
  vi.stubGlobal('fetch', vi.fn(fetchFromDisk));
  world = await searchWorld();
  engine = await world.openEngine();
  pages = readdirSync(world.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.startsWith('search/'))
    .flatMap((name) => {
      const path = name.replace(/(^|\/)index\.html$/, '$1');
      const address = `/${path.split('/').map(encodeURIComponent).join('/')}`;
      return readPage(readFileSync(join(world.folder, name), 'utf8'), address);
    })
    .map((record) => ({ url: record.url, text: foldedText(linesOf(record).join('\n')) }));
  const file = <T>(name: string): T =>
    JSON.parse(gunzipSync(readFileSync(join(world.folder, 'search', name))).toString());
  const vocabulary = file<Vocabulary>('vocabulary.json.gz');
  const table = file<PageTable>('table.json.gz');
  stems = vocabulary.longVowelStems;
  lexicon = lexiconOf(
    vocabulary,
    file<AnswerWords>('words.json.gz'),
    table.facets['institution']?.values ?? [],
  );
}, 60_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.remove();
});

const linesOf = ({ title, page = 1, sections, words }: PageRecord): string[] => [
  ...(page === 1 ? [title] : []),
  ...sections.flatMap(({ heading, text }) => [heading, text]),
  ...words,
];

/** The same numbers for the same seed (mulberry32). */
const random = (() => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
})();

/** Pieces of the pages' own texts and words of no page, put together as questions and as rows of words. */
const someQuery = (): string => {
  const piece = () => {
    const { text } = pages[random(pages.length)] as { text: string };
    const from = random(Math.max(1, text.length - 6));
    return text.slice(from, from + 2 + random(5)).replace(/\s/gu, '');
  };
  const absent = ['新幹線', '督励状', 'ラップトップ', 'quartz', '在留資格', '３０億円'];
  const parts = Array.from({ length: 1 + random(4) }, () =>
    random(4) === 0 ? (absent[random(absent.length)] ?? '') : piece(),
  );
  return parts.join([' ', 'の', 'を', 'に'][random(4)]);
};

const isExact = (response: SearchResponse) =>
  response.results.map(({ match }) => match === 'exact');

test(`no near page comes before an exact one, and each names what it lacks (seed ${seed})`, async () => {
  let near = 0;
  for (let round = 0; round < asked; round += 1) {
    const query = someQuery();
    const response = await engine.search(query, { limit: 50, synonyms: false });
    const inOrder = isExact(response);
    expect(inOrder, query).toEqual([...inOrder].sort((a, b) => Number(b) - Number(a)));
    expect(inOrder.filter(Boolean).length, query).toBe(response.exactTotal);
    const concepts = conceptsOf(query, lexicon);
    for (const { url, match, missing } of response.results) {
      if (match === 'exact') continue;
      near += 1;
      const address = world.addressOf(url);
      const page = pages.find((one) => decodeURIComponent(one.url) === address);
      const lacking = concepts
        .filter(
          ({ forms: [typed = ''] }) =>
            !spellings(typed, stems).some((form) => hasFolded(page?.text ?? '', foldedText(form))),
        )
        .map(({ text }) => text);
      expect(missing.toSorted(), `${query} on ${address}`).toEqual(lacking.toSorted());
    }
  }
  expect(near).toBeGreaterThan(asked);
});

test('a question that names what no page has is answered by no quote', async () => {
  const lines = pages.flatMap(({ text }) => text.split('\n')).filter((line) => line.length > 20);
  const quoted: string[] = [];
  for (const line of lines.slice(0, 60)) {
    // Of a line in other words, no page has every word.
    const question = `${line.slice(0, 20)}のはどこですか。`;
    if ((await engine.search(question)).quotes.length > 0) quoted.push(question);
  }
  expect(quoted.length).toBeGreaterThan(0);
  for (const question of quoted) {
    const { lacking, quotes } = await engine.search(`${question}保育園の空き`);
    expect(lacking, question).toContain('保育園');
    expect(quotes, question).toEqual([]);
  }
});

test('what fills a page with exact results asks for nothing of near ones', async () => {
  const fresh = await world.openEngine();
  const before = vi.mocked(fetch).mock.calls.length;
  await fresh.search('大学', { limit: 2 });
  const files = vi
    .mocked(fetch)
    .mock.calls.slice(before)
    .map(([url]) => String(url));
  expect(files.filter((file) => /near\.js|words\.json/.test(file))).toEqual([]);
  await fresh.search('大学 新幹線');
  expect(
    vi
      .mocked(fetch)
      .mock.calls.map(([url]) => String(url))
      .join(' '),
  ).toContain('words.json');
});
