import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import {
  type KeptAt,
  keptAt,
  type ReadText,
  serveKeptPage,
} from '../editor/kept/fixtures/kept-page.ts';
import { keepingSentences } from '../editor/kept/words.ts';
import { goJourney, startPortalFor } from './random-journeys/go-journeys.ts';
import { writtenMoves } from './random-journeys/move.ts';

/** The same journeys each time; `npm run bench:editor` goes others. */
const seed = 7;

let browser: Browser;
beforeAll(async () => {
  browser = await lendBrowser();
});
afterAll(() => browser?.close());

describe('journeys by chance', () => {
  it('lose nothing that was typed, and give nothing away', async () => {
    const numbers = [1];
    const portal = await startPortalFor(numbers, inject('builtOnce'));
    try {
      const wrong: unknown[] = [];
      for (const number of numbers) {
        const random = seededRandom(seed * 100_003 + number);
        const { moves, faults } = await goJourney({ browser, portal, number, random });
        if (faults.length > 0) wrong.push({ number, faults, moves: writtenMoves(moves) });
      }
      expect(wrong, `seed ${seed}: npm run bench:editor -- --seed ${seed} --sequences 6`).toEqual(
        [],
      );
      expect(portal.troubles).toEqual([]);
    } finally {
      await portal.close();
    }
  });
});

describe('the texts that a browser keeps', () => {
  const who = 'さくら大学 研究推進課';
  const entry = 'case-studies/sakura-u/pledge';
  const text = (title: string, revision = 1, more = {}) => ({
    who,
    entry,
    revision,
    data: { title },
    basedOn: { 'content/case-studies/sakura-u/pledge/index.mdx': null },
    savedAt: Date.now(),
    ...more,
  });
  let served: Awaited<ReturnType<typeof serveKeptPage>>;
  let context: BrowserContext;
  beforeAll(async () => {
    served = await serveKeptPage();
  });
  afterAll(() => served?.close());
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());
  const opened = async (path = '/', daysAhead = 0) =>
    keptAt(await context.newPage(), served.address + path, daysAhead);

  it('are there for their own person after the page is gone, with their files', async () => {
    const first = await opened();
    await first.put(text('一'), [
      { name: '様式.pdf', holds: '様式' },
      { name: '要らない.pdf', holds: '要らない' },
    ]);
    await first.put(text('二', 2), [{ name: '様式.pdf', holds: '直した様式' }]);
    await first.page.close();
    const second = await opened();
    expect(await second.of(who, entry)).toMatchObject({
      revision: 2,
      data: { title: '二' },
      basedOn: { 'content/case-studies/sakura-u/pledge/index.mdx': null },
      files: [{ name: '様式.pdf', holds: '直した様式' }],
    });
    for (const other of ['さくら大学 研究推進', 'さくら大学 国際課', '', `${who} `]) {
      expect(await second.of(other, entry)).toBeNull();
      expect(await second.all(other)).toEqual([]);
    }
    expect(await second.of(who, 'case-studies/sakura-u')).toBeNull();
  });

  it('are there though they were kept while the page went away', async () => {
    const first = await opened();
    const keepOnLeaving = ({ page }: KeptAt, title: string) =>
      page.evaluate(
        (given) =>
          addEventListener(
            'pagehide',
            () =>
              void (window as unknown as { kept: { leave(text: object): void } }).kept.leave({
                ...given,
                files: [],
              }),
          ),
        text(title),
      );
    await keepOnLeaving(first, '次の画面へ');
    await first.page.goto('about:blank');
    const second = await opened();
    const titles = async () => (await second.all(who)).map(({ data }) => data['title']);
    // The browser takes a moment to see that a page is gone.
    await expect.poll(titles).toEqual(['次の画面へ']);
    const third = await opened();
    await keepOnLeaving(third, '閉じた');
    await third.page.close();
    await expect.poll(titles).toContain('閉じた');
  });

  it('are there though the store was never reached any more, each for its own person', async () => {
    const first = await opened();
    await first.put(text('保存先に届いた', 1));
    const [kept] = await first.all(who);
    await first.page.evaluate(
      (given) => {
        const write = (text: { who: string; entry: string; page?: string | undefined }) =>
          localStorage.setItem(
            `portal-kept-last:${JSON.stringify([text.who, text.entry, text.page])}`,
            JSON.stringify(text),
          );
        const { files: _, ...stored } = given;
        write({ ...stored, revision: 2, data: { title: '最後の一字まで' } } as typeof stored);
        write({ ...stored, who: 'さくら大学 国際課', data: { title: '別の人' } } as typeof stored);
        localStorage.setItem('portal-kept-last:[]', '{');
      },
      { base: null, ...kept } as ReadText,
    );
    await first.page.close();
    const second = await opened();
    const titles = async () => (await second.all(who)).map(({ data }) => data['title']);
    await expect.poll(titles).toEqual(['最後の一字まで']);
    expect(await second.page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('are let go only where nothing newer was kept than what was confirmed', async () => {
    const { put, of, drop } = await opened();
    await put(text('一', 1));
    await put(text('二', 2));
    await drop({ who, entry }, 1);
    expect(await of(who, entry)).toMatchObject({ data: { title: '二' } });
    await drop({ who, entry }, 2);
    expect(await of(who, entry)).toBeNull();
  });

  it('of two tabs stay apart, and are offered elsewhere only once their tab is closed', async () => {
    const [first, second] = [await opened(), await opened()];
    await first.put(text('左のタブ'));
    await second.put(text('右のタブ'));
    expect(await first.of(who, entry)).toMatchObject({ data: { title: '左のタブ' } });
    expect(await second.of(who, entry)).toMatchObject({ data: { title: '右のタブ' } });
    await first.page.close();
    await expect
      .poll(async () => (await second.all(who)).map(({ data }) => data['title']))
      .toEqual(['右のタブ', '左のタブ']);
    await second.drop({ who, entry }, 1);
    const offered = await second.of(who, entry);
    expect(offered).toMatchObject({ data: { title: '左のタブ' } });
    // What the page keeps next leaves the offered text where it is, until it is handed in itself.
    await second.put(text('右のタブの続き', 2));
    await second.drop({ who, entry }, 2);
    expect(await second.of(who, entry)).toMatchObject({ data: { title: '左のタブ' } });
    if (offered) await second.drop({ who, entry, page: offered.page ?? '' });
    expect(await second.all(who)).toEqual([]);
  });

  it('are cleared away when nobody came back for 90 days', async () => {
    const first = await opened();
    await first.put(text('一'), [{ name: '様式.pdf', holds: '様式' }]);
    await first.page.close();
    expect(await (await opened('/', 89)).all(who)).toHaveLength(1);
    expect(await (await opened('/', 91)).all(who)).toEqual([]);
  });

  it('are kept without their files where these are too large, and it is said', async () => {
    const { page, put, of } = await opened();
    const session = await context.newCDPSession(page);
    const quota = { origin: served.address, quotaSize: 200_000 };
    await session.send('Storage.overrideQuotaForOrigin', quota);
    const large = { name: '大きい.pdf', holds: '0123456789', times: 200_000 };
    expect(await put(text('一'), [large])).toEqual({
      why: 'files',
      sentence: keepingSentences.files,
    });
    expect(await of(who, entry)).toMatchObject({ data: { title: '一' }, files: [] });
    const letters = Array.from({ length: 300_000 }, (_, place) => (place * 7919).toString(36));
    expect(await put(text(letters.join(''), 2))).toEqual({
      why: 'full',
      sentence: keepingSentences.full,
    });
    expect(await of(who, entry)).toMatchObject({ data: { title: '一' } });
  });

  it('are said not to be kept where the browser has no store, and when another tab has a newer one', async () => {
    const apart = await opened('/apart');
    expect(await apart.put(text('一'))).toMatchObject({ why: 'unavailable' });
    expect(await apart.of(who, entry)).toBeNull();
    expect(await apart.all(who)).toEqual([]);
    await apart.drop({ who, entry });

    const { page, put, of } = await opened();
    await put(text('一'));
    const openedAs = (version: number) =>
      page.evaluate(
        (number) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('portal-kept', number);
            request.onsuccess = () => resolve(request.result.close());
            request.onerror = () => reject(request.error);
          }),
        version,
      );
    await openedAs(99);
    expect(await put(text('二', 2))).toEqual({ why: 'newer', sentence: keepingSentences.newer });
    await expect(of(who, entry)).rejects.toThrow();

    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('portal-kept').onsuccess = resolve;
        }),
    );
    // The store that somebody emptied is made anew.
    expect(await put(text('三', 3))).toBeNull();
    expect(await of(who, entry)).toMatchObject({ data: { title: '三' } });
  });
});
