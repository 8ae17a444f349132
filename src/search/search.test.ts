import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { pagefindSignature } from './engine/index-fetch.ts';
import type { SearchEngine } from './engine/search-engine.ts';
import type { SearchOptions } from './engine/search-response.ts';
import { fetchFromDisk } from './fixtures/fetch-from-disk.ts';
import { type SearchWorld, searchWorld } from './fixtures/search-world.ts';
import { readPagefindMeta } from './pagefind-meta.ts';

let world: SearchWorld;
let engine: SearchEngine;

beforeAll(async () => {
  vi.stubGlobal('fetch', vi.fn(fetchFromDisk));
  world = await searchWorld();
  engine = await world.openEngine();
}, 60_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.remove();
});

/** The last part of each address that has every word, in order. */
const found = async (query: string, options?: SearchOptions): Promise<string[]> =>
  (await engine.search(query, options)).results
    .filter(({ match }) => match === 'exact')
    .map(({ url }) => world.addressOf(url).split('/').filter(Boolean).at(-1) ?? '');
const found1 = async (query: string) => (await found(query, { synonyms: false })).sort().join(' ');

describe('what counts as the same', () => {
  test.each([
    ['a word across inline tags', '安全保障輸出管理', 'pledge security-export-control'],
    ['a part of a compound', '障輸出', 'pledge security-export-control'],
    ['a single letter', '督', 'pledge'],
    ['the word under a reading', '督促が', 'pledge'],
    ['full-width letters in the text', 'coiと一本化', 'coi-declaration'],
    ['full-width letters in the query', 'ＩＳＯ２７００１', 'guidance'],
    ['half-width katakana', 'ﾊﾞｽの運行', 'coi-declaration'],
    ['ハ is not バ', 'ハス', 'guidance'],
    ['katakana for hiragana', 'ノ花', 'guidance'],
    ['a long vowel that the text does not have', 'サーバー', 'pledge'],
    ['the same inside a term', 'サーバーに置いた', 'pledge'],
    ['a space between Latin and Japanese', 'HTML フォーム', 'pledge'],
    ['3か月 for 3ヶ月', '3か月', 'guidance'],
    ['a Western year for an era', '2015年に始めた', 'pledge'],
    ['an era for a Western year', '平成27年3月', 'guidance'],
    ['an era alone', '平成', 'pledge'],
    ['a line break in the source', '利益相反の審査', 'coi-declaration'],
    ['a whole number', '第4条', 'guidance'],
  ])('%s: %s', async (_, query, expected) => {
    expect(await found1(query)).toBe(expected);
  });

  test.each([
    'ヘッダーのことば',
    'フッターのことば',
    '無視されることば',
    '秘伝のことば',
    'とくそく',
    '促とくそく',
    '輸出理',
    '新幹線',
    '第4条の読み方を',
    '申告兼業',
    '管理考え',
  ])('%s is not found', async (query) => {
    expect(await engine.search(query)).toMatchObject({ exactTotal: 0 });
    expect(await found(query)).toEqual([]);
  });
});

describe('the query', () => {
  test('a word that is excluded brings nothing near it either', async () => {
    const { results, nearTotal } = await engine.search('自己申告 -兼業');
    expect(nearTotal).toBe(0);
    expect(results.map(({ url }) => world.addressOf(url)).join()).not.toContain('coi-declaration');
    expect((await engine.search('「自己申告の画面」')).nearTotal).toBe(0);
  });
  test('white space means and', async () => {
    expect(await found1('兼業　自己申告')).toBe('coi-declaration');
    expect(await found('兼業 新幹線')).toEqual([]);
  });
  test('quotation marks hold a phrase together', async () => {
    expect(await found1('"open science"')).toBe('guidance');
    expect(await found1('「science open」')).toBe('');
  });
  test('a Latin word is found by its beginning, and whole in quotation marks', async () => {
    expect(await found1('coin')).toBe('coi-declaration');
    expect(await found1('"coin"')).toBe('');
  });
  test('a minus excludes', async () => {
    expect(await found1('兼業 －委員会')).toBe('duty-conflict');
    expect(await found1('-兼業')).toBe('');
  });
});

describe('synonyms', () => {
  test('a term finds what means the same, and says so', async () => {
    const { expanded } = await engine.search('輸出管理');
    expect(expanded).toContain('安全保障貿易管理');
    expect(await found('利益相反')).toContain('coi-declaration');
    expect(await found('りえきそうはん')).toContain('conflict-of-interest');
  });
  test('they can be turned off', async () => {
    const { expanded } = await engine.search('COI', { synonyms: false });
    expect(expanded).toEqual([]);
    expect(await found('利害相反', { synonyms: false })).toEqual(['conflict-of-interest']);
  });
  test('an abbreviation does not bring longer words', async () => {
    const { results } = await engine.search('利害相反');
    expect(results.map(({ excerpt }) => excerpt).join()).not.toContain('<mark>Coi</mark>ncidence');
  });
  test('words near in meaning are offered, not searched for', async () => {
    const { related, results } = await engine.search('利益相反');
    expect(related).toEqual(['責務相反']);
    expect(results.map(({ title }) => title)).not.toContain('責務相反');
  });
});

describe('scenes', () => {
  test('come first by the words that people use', async () => {
    expect(await found('研究生')).toEqual(['accepting-students']);
    expect((await found('COI'))[0]).toBe('annual-declaration');
  });
  test('but after the page with the very title that was typed', async () => {
    expect(await found('責務相反')).toEqual(['duty-conflict', 'annual-declaration']);
  });
  test('answer a question that no page repeats', async () => {
    const { results } = await engine.search('来月、研究生を受け入れて装置を使わせる。何が要る？');
    expect(results[0]).toMatchObject({
      match: 'partial',
      title: '留学生等の受入れ',
      sceneWords: ['研究生', '装置を使わせる'],
    });
  });
  test('do not answer for a word inside another', async () => {
    expect(await found('中国料理')).toEqual([]);
  });
});

describe('what comes from a place like the reader’s', () => {
  const query = '大学';
  const ofPractices = async (options: SearchOptions) =>
    (await found(query, options)).filter((name) => ['pledge', 'coi-declaration'].includes(name));
  test('stands first, whichever was first before', async () => {
    expect((await ofPractices({ near: ['national'] }))[0]).toBe('coi-declaration');
    expect((await ofPractices({ near: ['private'] }))[0]).toBe('pledge');
  });
  test('and nothing is found or lost by it', async () => {
    const plain = await engine.search(query);
    const near = await engine.search(query, { near: ['national'] });
    expect(near).toMatchObject({ total: plain.total, facets: plain.facets });
    const urls = ({ results }: typeof plain) => results.map(({ url }) => url).sort();
    expect(urls(near)).toEqual(urls(plain));
  });
  test('but not before scenes, the very title that was typed, or the order by date', async () => {
    expect((await found('COI', { near: ['national'] }))[0]).toBe('annual-declaration');
    expect(await found('責務相反', { near: ['national'] })).toEqual(await found('責務相反'));
    const byDate = { sort: 'date' } as const;
    expect(await found(query, { ...byDate, near: ['national'] })).toEqual(
      await found(query, byDate),
    );
  });
  test('an inexact result stays behind every exact one', async () => {
    for (const near of [['national'], ['private']] as const) {
      const { results } = await engine.search('装置 誓約書 研究生', { near });
      const firstPartial = results.findIndex(({ match }) => match === 'partial');
      const exact = results.filter(({ match }) => match === 'exact');
      if (firstPartial >= 0) expect(firstPartial).toBe(exact.length);
    }
  });
});

describe('results', () => {
  test('say what they are, with the match marked in the author’s own letters', async () => {
    const { results } = await engine.search('html フォーム');
    expect(results[0]).toMatchObject({
      title: '留学生の誓約書をオンラインで集める',
      kind: '取組',
      institution: 'さくら大学',
      date: '2023-01-27',
      themes: ['技術流出防止マネジメント'],
    });
    expect(results[0]?.excerpt).toBe('<mark>HTMLフォーム</mark>で送る。');
    expect(results[0]?.href).toMatch(/\/practices\/sakura-u\/pledge\/\?q=html/);
  });
  test('name the headings under which more is found', async () => {
    const { results } = await engine.search('様式 帰国');
    expect(results[0]?.headings.map(({ url, title }) => [world.addressOf(url), title])).toEqual([
      ['/practices/sakura-u/pledge/#trouble', 'つまずき'],
    ]);
  });
  test('put the page whose title was typed first', async () => {
    expect((await found('利益相反'))[0]).toBe('conflict-of-interest');
    expect((await found('留学生等の受入れ'))[0]).toBe('accepting-students');
  });
  test('show a page of a PDF, which opens there', async () => {
    const { results, exactTotal } = await engine.search('暗号装置');
    expect(exactTotal).toBe(1);
    expect(results[0]).toMatchObject({
      title: 'シンポジウムの資料',
      page: 7,
      place: '7ページ',
      kind: '資料',
      institution: 'さくら大学',
    });
    expect(world.addressOf(results[0]?.url ?? '')).toBe(
      '/symposia/sakura-u/2016/slides.pdf#page=7',
    );
    expect(results[0]?.href).toBe(results[0]?.url);
    expect(await found('シンポジウムの資料')).toHaveLength(1);
    expect(await found('文字のないページ')).toEqual([]);
    expect(await found('資料のまわりのことば')).toEqual([]);
  });
  test('show a sheet, which opens in the text of its file with the words marked', async () => {
    const { results } = await engine.search('遠心分離機');
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ title: '貸出台帳', place: 'シート「集計」' });
    const { pathname, searchParams, hash } = new URL(results[0]?.href ?? '', 'http://site');
    expect(world.addressOf(pathname)).toBe('/symposia/sakura-u/2016/files/台帳 100％.xlsx/');
    expect([searchParams.get('q'), hash]).toEqual(['遠心分離機', '#page-2']);
    expect(await found('記入例')).toEqual(['#page-1']);
    expect(await found('シート')).toEqual([]);
  });
  test('show a Word file once, with the heading under which it is found', async () => {
    const { results } = await engine.search('蛍光ペン はじめに');
    expect(results).toHaveLength(1);
    expect(results[0]).not.toHaveProperty('page');
    expect(results[0]?.headings.map(({ url, title }) => [world.addressOf(url), title])).toEqual([
      ['/symposia/sakura-u/2016/files/手引.docx/#heading-1', '押印欄'],
    ]);
  });
  test('stand in the order of their dates on request, the undated last', async () => {
    const { results } = await engine.search('大学', { sort: 'date', synonyms: false });
    expect(results.map(({ date }) => date)).toEqual(['2023-01-27', 'FY2015', undefined, undefined]);
  });
  test('come in pages', async () => {
    const all = await found('大学');
    expect(await found('大学', { offset: 1, limit: 2 })).toEqual(all.slice(1, 3));
    expect((await engine.search('大学', { limit: 0 })).total).toBe(all.length);
  });
});

describe('facets', () => {
  test('count what choosing a value would leave', async () => {
    const { facets } = await engine.search('管理 大学', { synonyms: false });
    for (const [name, counts] of Object.entries(facets)) {
      for (const [value, count] of Object.entries(counts)) {
        const filters = { [name]: [value] };
        expect((await engine.search('管理 大学', { synonyms: false, filters })).total).toBe(count);
      }
    }
  });
  test('narrow, one value of each is enough', async () => {
    const filters = { kind: ['取組', '用語'], theme: ['利益相反マネジメント'] };
    const narrowed = await found('兼業', { filters });
    expect(narrowed.sort()).toEqual(['coi-declaration', 'duty-conflict']);
    expect(await found('兼業', { filters: { nothing: ['x'] } })).toEqual([]);
  });
  test('alone list what they leave', async () => {
    expect((await found('', { filters: { kind: ['場面'] } })).sort()).toEqual([
      'accepting-students',
      'annual-declaration',
    ]);
    expect(await found('')).toEqual([]);
  });
});

describe('where nothing is found', () => {
  test('queries that find something are offered', async () => {
    expect(await engine.near('研究生規程')).toEqual([
      { words: '研究生', total: 1 },
      { words: '規程', total: 1 },
    ]);
    expect(await engine.near('新幹線')).toEqual([]);
    expect(await engine.near('誓約書の様式について')).toContainEqual({
      words: '誓約書 様式',
      total: 1,
    });
  });
});

describe('suggestions', () => {
  test('know terms by their reading, scenes by their words, and titles', async () => {
    const suggest = async (typed: string) =>
      (await engine.suggest(typed)).map(({ kind, text }) => `${kind} ${text}`);
    expect(await suggest('りえき')).toEqual(['term 利益相反']);
    expect(await suggest('研究生')).toEqual([
      'scene 留学生等の受入れ',
      'question 来月、研究生を受け入れて装置を使わせる。何が要る？',
      'question 中国からの研究生を10月から受け入れたいのですが、手続きを教えてください',
    ]);
    expect(await suggest('ガイダンス')).toEqual(['title 輸出管理ガイダンス 第4条の読み方']);
    expect(await suggest('、')).toEqual([]);
  });
});

describe('bad input', () => {
  const long = '利益相反マネジメントの体制を整える。'.repeat(700).slice(0, 10_000);
  test.each([
    ['10,000 letters', long],
    ['10,000 terms', 'あ '.repeat(5000)],
    ['only punctuation', '、。！？…—・（）'],
    ['only quotation marks', '"""「『』」“”'],
    ['a quotation mark that nothing closes', '"利益相反'],
    ['a minus', '-'],
    ['emoji', '👨‍👩‍👧‍👦🏴‍☠️ ☺️'],
    ['lone surrogates', '\ud800 \udc00利\ud83d'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['regular expressions', '(.*)+$ [a-z]{1,} \\p{L}'],
    ['control characters', '\u0000\u0007\u001b利\u200b益\u202e'],
    ['names of object properties', '__proto__ constructor'],
    ['marks without letters', '\u3099\u309a\u0301'],
    ['an ideograph beyond the first plane', '𠮷𩸽'],
  ])('%s has an answer or a clear no', async (_, query) => {
    const { total, results } = await engine.search(query);
    await engine.near(query);
    await engine.suggest(query);
    expect(results.length).toBeLessThanOrEqual(10);
    expect(results.length).toBeGreaterThanOrEqual(Math.min(total, 10));
  });
  test('a text that is too long to be looked for as it is has near answers, or says so', async () => {
    expect(await engine.search(long)).toMatchObject({ exactTotal: 0, tooLong: false });
    expect(await engine.search('ゝ'.repeat(12_000))).toMatchObject({ total: 0, tooLong: true });
  });
  test('excerpts are escaped', async () => {
    const { results } = await engine.search('大学');
    for (const { excerpt, titleHtml } of results) {
      expect(`${excerpt}${titleHtml}`.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
    }
  });
});

describe('the files', () => {
  test('are not asked for before the first query', async () => {
    const requests = vi.mocked(fetch).mock.calls.length;
    const fresh = await world.openEngine();
    expect(vi.mocked(fetch).mock.calls.length).toBe(requests);
    await fresh.search('大学');
    expect(vi.mocked(fetch).mock.calls.length).toBeGreaterThan(requests);
  });

  const names = () => {
    const all = readdirSync(join(world.folder, 'search'), { recursive: true, encoding: 'utf8' });
    const [page = ''] = all.filter((name) => name.startsWith('pages/'));
    const others = /^(?:index\/.*\.\w+|(?:table|vocabulary)\.json\.gz)$/;
    return [page, ...all.filter((name) => others.test(name))];
  };

  test('when one is damaged, missing or another page, the search says so and recovers', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const name of names()) {
      const path = join(world.folder, 'search', name);
      const whole = readFileSync(path);
      const harms = [whole.subarray(0, whole.length / 2), Buffer.from('<!doctype html>')];
      for (const harm of harms) {
        writeFileSync(path, harm);
        const { search } = await world.openEngine();
        const kind = ['取組', '規程・指針', '場面', '用語', '資料', '様式'];
        const asking = Promise.all([search('の'), search('', { filters: { kind }, limit: 100 })]);
        await expect(asking, name).rejects.toMatchObject({ name: 'SearchUnavailable' });
        writeFileSync(path, whole);
        expect((await search('大学')).total, name).toBeGreaterThan(0);
      }
    }
  }, 30_000);
});

describe('a page that was taken down after the index was made', () => {
  const search = () => join(world.folder, 'search');
  const packed = (path: string) =>
    JSON.parse(gunzipSync(readFileSync(join(search(), path))).toString());
  const textOfPledge = () =>
    readdirSync(join(search(), 'pages')).find((name) =>
      packed(`pages/${name}`).url.includes('pledge'),
    ) ?? '';
  /** Answers for one file of the search otherwise than the disk. */
  const answering = (path: string, answer: () => Response) =>
    vi
      .mocked(fetch)
      .mockImplementation(async (input, init) =>
        String(input).endsWith(path) ? answer() : fetchFromDisk(String(input), init),
      );
  afterEach(() => {
    vi.mocked(fetch).mockImplementation(fetchFromDisk);
  });

  test('is left out by the table that the gateway serves', async () => {
    const [meta = ''] = readdirSync(join(search(), 'index')).filter((name) =>
      name.endsWith('.pf_meta'),
    );
    const { pages } = readPagefindMeta(
      gunzipSync(readFileSync(join(search(), 'index', meta))).subarray(pagefindSignature.length),
    );
    const place = pages.findIndex(({ id }) => textOfPledge() === `${id}.json.gz`);
    const table = gzipSync(JSON.stringify({ ...packed('table.json.gz'), gone: [place] }));
    answering('table.json.gz', () => new Response(table));
    const answer = await (await world.openEngine()).search('安全保障輸出管理');
    expect(answer).toMatchObject({ total: 2, results: [{}, {}] });
    expect(JSON.stringify(answer)).not.toContain('pledge');
  });

  test('is left out of an answer for which the table was fetched before', async () => {
    answering(textOfPledge(), () => new Response('', { status: 410 }));
    const { results } = await (await world.openEngine()).search('安全保障輸出管理');
    expect(results.map(({ url }) => url).filter((url) => url.includes('pledge'))).toEqual([]);
    expect(results).toHaveLength(2);
  });
});
