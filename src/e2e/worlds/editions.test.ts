import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../browser/served-site.ts';
import { projectRoot } from '../../project-root.ts';
import { mostBytesBeforeSendingOn, sentOnTo } from '../../schema/former-addresses.ts';
import type { NearQuery } from '../../search/engine/search-engine.ts';
import type { SearchResponse } from '../../search/engine/search-response.ts';
import type { Suggestion } from '../../search/engine/suggestions.ts';
import { brokenLinks } from '../broken-links.ts';
import { lendBrowser } from '../lent-browser.ts';
import { traces } from '../opened-files.ts';
import { xmlComplaints, xmlOfSite } from '../xml-complaints.ts';

/**
 * A world in which every piece that the public may not see carries NETCANARY or GONECANARY in its words, in the bytes
 * and the text of its files and in their names; a file that nobody may see carries HELDCANARY. Not one byte of them may
 * reach an edition that must not show it.
 */
const world = join(projectRoot, 'src/e2e/fixtures/two-audiences/content');

let workplace: string;
beforeAll(() => {
  workplace = mkdtempSync(join(tmpdir(), 'editions-'));
  cpSync(world, join(workplace, 'content'), { recursive: true });
});
afterAll(() => rmSync(workplace, { recursive: true }));

/** Runs the build as a process of its own. @returns how it ended, and what it said of what went wrong */
async function runBuild(outDir: string, settings: Record<string, string> = {}) {
  const child = spawn('node', ['src/commands/build.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      CONTENT_DIR: join(workplace, 'content'),
      OUT_DIR: outDir,
      ...settings,
    },
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  return { stderr: await textOf(child.stderr), status: await ended };
}

/** Builds an edition into a folder of its name, or of its base path's. */
async function build(edition: string, base = '/'): Promise<string> {
  const outDir = join(workplace, base === '/' ? edition : base);
  const { status, stderr } = await runBuild(outDir, {
    EDITION: edition,
    BASE_PATH: base,
    SITE_URL: 'https://portal.example',
  });
  expect(status, stderr).toBe(0);
  return outDir;
}

/** What holds of both editions, built at once as somebody may who starts both. */
const holdsOfBoth = () => {
  let site: string;
  let network: string;
  beforeAll(async () => {
    [site, network] = await Promise.all([build('public'), build('network')]);
  });

  test('the public edition has no byte of what is for the network or withdrawn', () => {
    expect(traces(site, 'netcanary')).toEqual([]);
    expect(traces(site, 'gonecanary')).toEqual([]);
    expect(traces(site, 'heldcanary')).toEqual([]);
    expect(
      readFileSync(join(site, 'practices/sakura-u/open-practice/index.html'), 'utf8'),
    ).toContain('内輪の取組も参照します');
  });

  test('the network edition shows what is for the network, files included, and nothing withdrawn', () => {
    expect(traces(network, 'gonecanary')).toEqual([]);
    expect(traces(network, 'heldcanary')).toEqual([]);
    expect(traces(network, 'netcanary')).toEqual(
      expect.arrayContaining([
        'practices/sakura-u/netcanary-practice/index.html',
        'practices/sakura-u/netcanary-practice/netcanary-figure.png',
        'practices/sakura-u/netcanary-practice/netcanary-form.pdf',
        'practices/sakura-u/netcanary-practice/files/netcanary-form.pdf/index.html',
        'practices/sakura-u/netcanary-practice/files/netcanary-form.pdf/first-page.webp',
        'practices/sakura-u/netcanary-name/index.html',
        'practices/netcanary-u/public-text/index.html',
        'kits/netcanary-kit/index.html',
        'kits/netcanary-kit/netcanary-list.csv',
        'kits/open-kit/index.html',
        'institutions/netcanary-u/index.html',
        'search/titles.json.gz',
      ]),
    );
  });
};

describe('a cold build', holdsOfBoth);

/** Serves a built site for as long as a reader is on its search page. */
async function onSearchPage<T>(
  outDir: string,
  base: string,
  act: (page: Page, origin: string) => Promise<T>,
): Promise<T> {
  const { origin, stop } = await serveSite(outDir, base);
  const browser = await lendBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}${base}search/`);
    return await act(page, origin);
  } finally {
    await browser.close();
    await stop();
  }
}

/** Asks the site's own engine; as text, because the test runner rewrites an import() that it sees. */
const ask = <T>(page: Page, base: string, call: 'search' | 'near' | 'suggest', typed: string) =>
  page.evaluate<T>(
    `import('${base}search/engine.js').then((engine) => engine.${call}(${JSON.stringify(typed)}))`,
  );

/** What an edition's search answers, in whatever way it is asked. */
const answersTo = (edition: string, questions: readonly string[]) =>
  onSearchPage(join(workplace, edition), '/', async (page) => {
    const answers: { found: string[]; marked: string[]; suggested: string[]; near: string[] }[] =
      [];
    for (const typed of questions) {
      const { results } = await ask<SearchResponse>(page, '/', 'search', typed);
      const suggestions = await ask<Suggestion[]>(page, '/', 'suggest', typed);
      const near = await ask<NearQuery[]>(page, '/', 'near', typed);
      answers.push({
        found: results.filter(({ match }) => match === 'exact').map(({ url }) => url),
        marked: results.filter(({ membersOnly }) => membersOnly).map(({ url }) => url),
        suggested: suggestions.map(({ url }) => url),
        near: near.map(({ words }) => words),
      });
    }
    return answers;
  });

test('what is for the network is found in the network edition, and in no way in the public one', async () => {
  const questions = ['内輪の取組NETCANARY', '内輪の本文', 'うちわご', 'netcanary', 'gyroscope'];
  const [entry, words, reading, all, inFile] = await answersTo('network', questions);
  const own = '/practices/sakura-u/netcanary-practice/';
  expect(entry?.found[0]).toBe(own);
  expect(entry?.suggested).toEqual([own]);
  expect(words?.found).toEqual([own]);
  expect(reading?.suggested).toEqual(['/glossary/netcanary-term/']);
  expect(all?.found).toContain('/practices/netcanary-u/public-text/');
  expect(inFile?.found).toEqual([`${own}netcanary-form.pdf#page=2`]);
  // Each says that only members have it, by itself or because its institution is theirs alone.
  for (const answer of [entry, words, all, inFile]) {
    const theirs = answer?.found.filter((url) => url.includes('netcanary')) ?? [];
    expect(answer?.marked).toEqual(expect.arrayContaining(theirs));
    expect(answer?.marked.every((url) => url.includes('netcanary'))).toBe(true);
  }

  for (const { found, suggested, near } of await answersTo('public', questions)) {
    expect([...found, ...suggested]).toEqual([]);
    expect(near.join().toLowerCase()).not.toContain('netcanary');
  }
});

test('every XML of an edition is read by a parser, the sitemap of a site with an address too', async () => {
  const browser = await lendBrowser();
  try {
    const files = xmlOfSite(join(workplace, 'network'));
    expect(files.map(([path]) => path)).toEqual(
      expect.arrayContaining(['feed.xml', 'sitemap-0.xml', 'sitemap-index.xml']),
    );
    expect(await xmlComplaints(await browser.newPage(), files)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a former address leads on, and nothing but its own page knows of it', () => {
  const site = join(workplace, 'public');
  const former = 'practices/sakura-u/first-practice/index.html';
  const { document } = parseHTML(readFileSync(join(site, former), 'utf8'));
  const address = '/practices/sakura-u/open-practice/';
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    `https://portal.example${address}`,
  );
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(sentOnTo(document.documentElement.outerHTML)).toBe(address);
  expect(document.querySelector(`main a[href="${address}"]`)?.textContent).toBe('公開の取組');
  expect(traces(site, 'first-practice')).toEqual([former]);
  expect(traces(site, 'first-word')).toEqual(['glossary/first-word/index.html']);
});

describe('a site below a base path, on the cache of one that is not', () => {
  const base = '/portal/';
  let site: string;
  beforeAll(async () => {
    site = await build('public', base);
  });
  afterAll(() => rmSync(site, { recursive: true }));

  test('has no byte of what is for the network or withdrawn', () => {
    for (const canary of ['netcanary', 'gonecanary', 'heldcanary']) {
      expect(traces(site, canary)).toEqual([]);
    }
  });

  test('sends on below it', () => {
    const former = join(site, 'practices/sakura-u/first-practice/index.html');
    expect(sentOnTo(readFileSync(former, 'utf8').slice(0, mostBytesBeforeSendingOn))).toBe(
      '/portal/practices/sakura-u/open-practice/',
    );
  });

  test('has no broken link or anchor', () => {
    expect(brokenLinks(site, base)).toEqual([]);
  });

  test('takes no constant of the build from the environment, where the test runner has them', () => {
    expect(process.env).toMatchObject({ BASE_URL: '/', PROD: '', NODE_ENV: 'test' });
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('content-security-policy');
  });

  test('finds and links below it', async () => {
    await onSearchPage(site, base, async (page, origin) => {
      const { results } = await ask<SearchResponse>(page, base, 'search', '誓約書');
      expect(results.map(({ url }) => url)).toContain('/portal/practices/sakura-u/open-practice/');
      expect(results.filter(({ url, href }) => !`${url} ${href}`.startsWith(base))).toEqual([]);
      const inFile = await ask<SearchResponse>(page, base, 'search', 'magnetometer');
      expect(inFile.results.map(({ href }) => decodeURIComponent(href))).toEqual([
        '/portal/practices/sakura-u/open-practice/研修 100％ ＃2.pdf#page=7',
      ]);
      const suggested = await ask<Suggestion[]>(page, base, 'suggest', 'せいやくしょ');
      expect(suggested.map(({ url }) => url)).toEqual(['/portal/glossary/pledge/']);

      await page.goto(`${origin}${base}search/?q=公開の取組`);
      await page.locator('.search-results h2 a').first().click();
      await page.locator('.search-marks').waitFor();
      expect(new URL(page.url()).pathname).toBe('/portal/practices/sakura-u/open-practice/');
      expect((await page.locator('h1 mark').allTextContents()).join('')).toBe('公開の取組');
    });
  });
});

const textOfEntry = (entry: string) =>
  join(workplace, `content/best-practices/sakura-u/${entry}/index.mdx`);

describe('a warm build, after one below a base path and the change of a title', () => {
  beforeAll(() => {
    const entry = textOfEntry('open-practice');
    const text = readFileSync(entry, 'utf8');
    writeFileSync(entry, text.replace('title: 公開の取組', 'title: 公開だったLATECANARY'));
  });
  holdsOfBoth();

  test('has the new title', () => {
    for (const edition of ['public', 'network']) {
      expect(traces(join(workplace, edition), 'latecanary')).not.toEqual([]);
    }
  });

  test('has no broken link', () => {
    expect(brokenLinks(join(workplace, 'public'))).toEqual([]);
  });
});

describe('files of the public edition', () => {
  const own = '/practices/sakura-u/open-practice/';
  const slides = `${own}${encodeURIComponent('研修 100％ ＃2.pdf')}`;
  const sheets = `${own}files/${encodeURIComponent('台帳.xlsx')}/`;
  const documentAt = (path: string) =>
    parseHTML(readFileSync(join(workplace, 'public', path, 'index.html'), 'utf8')).document;

  test('are found page by page by what stands in them, where their entry is not', async () => {
    const questions = ['magnetometer', '遠心分離機', '集計', 'Slide'];
    const [seventh, cell, sheet, slide] = await answersTo('public', questions);
    expect(seventh?.found).toEqual([`${slides}#page=7`]);
    expect(cell?.found).toEqual([`${sheets}#page-2`]);
    expect(sheet?.found).toEqual([`${sheets}#page-2`]);
    expect(slide?.found).toHaveLength(6);
  });

  test('show the same card in the text and among the attachments', () => {
    const cards = [...documentAt(own).querySelectorAll('.file')]
      .map(({ outerHTML }) => outerHTML)
      .filter((card) => card.includes('貸出台帳の様式'));
    expect(cards).toHaveLength(2);
    expect(cards[0]).toBe(cards[1]);
    expect(cards[0]).toContain('Excel　2シート　');
  });

  test('are named and led to by nothing where they are withheld', () => {
    const withheld = 'このファイルは確認中のため、掲載を見合わせています。';
    const text = documentAt(own).querySelector('article')?.textContent ?? '';
    expect(text.split(withheld)).toHaveLength(3);
    expect(text).toContain(`確認中の資料（${withheld}）もあります。`);
  });

  test('open at their addresses, whatever their names are', async () => {
    const { origin, stop } = await serveSite(join(workplace, 'public'));
    const links = [...documentAt(own).querySelectorAll('.file a, article a[href*="#page="]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    const pages = links.filter((link) => link.endsWith('/')).map((link) => decodeURI(link));
    const inPages = pages.flatMap((path) =>
      [...documentAt(path).querySelectorAll('main a, main img')].map(
        (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
      ),
    );
    try {
      expect(links).toContain(`${slides}#page=3`);
      expect(inPages).toEqual(
        expect.arrayContaining([
          slides,
          `${slides}#page=7`,
          expect.stringMatching(/\/first-page\.webp$/),
        ]),
      );
      for (const link of new Set([...links, ...inPages])) {
        const answer = await fetch(new URL(link, origin));
        expect(answer.status, link).toBe(200);
        if (link.startsWith(slides)) {
          expect(answer.headers.get('content-type')).toBe('application/pdf');
          expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain('Seventh');
        }
      }
    } finally {
      await stop();
    }
  });
});

test('what was told in confidence is shown with the kind of its institution alone', () => {
  const read = (path: string) => readFileSync(join(workplace, 'public', path), 'utf8');
  const page = read('practices/henshubu/late-report/index.html');
  expect(page).toContain('編集部預かり（国立大学）');
  expect(page).not.toContain('/institutions/henshubu/');
  const told = { address: '/practices/henshubu/late-report/', institution: '編集部預かり' };
  const { items } = JSON.parse(read('practices/index.json')) as { items: object[] };
  expect(items).toContainEqual(
    expect.objectContaining({
      ...told,
      facets: expect.objectContaining({ kind: ['national'], model: [] }),
    }),
  );
  const data = JSON.parse(read('data/practices.json')) as { items: object[] };
  expect(data.items).toContainEqual(
    expect.objectContaining({
      institution: null,
      institutionName: '編集部預かり',
      institutionKind: '国立大学',
    }),
  );
  expect(read('feed.xml')).toContain('持出しの届出が帰国の後になった（編集部預かり）');
});

test('an approval is shown as the day and the office, never as a person', () => {
  const page = readFileSync(
    join(workplace, 'public/practices/sakura-u/mailed-case/index.html'),
    'utf8',
  );
  expect(page).toContain('事務局による代行投稿');
  expect(page).toMatch(/決裁<.*2026年11月1日（令和8年）.*さくら大学 研究推進課/s);
});

test('a warm public build follows an entry that becomes network-only, and one that becomes public', async () => {
  const [leaving, coming] = [textOfEntry('open-practice'), textOfEntry('netcanary-practice')];
  const [shown, hidden] = [readFileSync(leaving, 'utf8'), readFileSync(coming, 'utf8')];
  const scene = () => readFileSync(join(workplace, 'public/scenes/training/index.html'), 'utf8');
  expect(traces(join(workplace, 'public'), 'latecanary')).not.toEqual([]);
  expect(scene()).not.toContain('/practices/sakura-u/netcanary-practice/');

  writeFileSync(leaving, shown.replace('origin:', 'audience: network\norigin:'));
  writeFileSync(coming, hidden.replace('audience: network', 'audience: public'));
  expect(traces(await build('public'), 'latecanary')).toEqual([]);
  expect(scene()).toContain('/practices/sakura-u/netcanary-practice/');
  writeFileSync(coming, hidden);
});

test('a build with a content problem lists it in Japanese and leaves the previous site as it was', async () => {
  const before = readFileSync(join(workplace, 'public/index.html'), 'utf8');
  const entry = join(workplace, 'content/pages/terms/index.mdx');
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, text.replace('title: 利用規約', 'titel: 利用規約'));
  const { status, stderr } = await runBuild(join(workplace, 'public'));
  writeFileSync(entry, text);
  expect(status).toBe(1);
  expect(stderr).toContain('pages/terms/index.mdx:2');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(workplace, 'public/index.html'), 'utf8')).toBe(before);
  // From what each site was made stands beside it (site-process/site-record.ts).
  const left = readdirSync(workplace).filter((name) => !name.endsWith('.pages.json'));
  expect(left.sort()).toEqual(['content', 'network', 'public']);
});
