import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '../../browser/served-site.ts';
import { makeFolder } from '../../folder-edition/make-folder.ts';
import { japaneseDate } from '../../formats/japanese-date.ts';
import { projectRoot } from '../../project-root.ts';
import type { MaterialsList } from '../../schema/materials-list.ts';
import { lendBrowser } from '../lent-browser.ts';
import { openedFiles } from '../opened-files.ts';

/**
 * A guide of さくら省 in two editions: the second is announced on 2027-01-15 and in force from 2027-04-01. The same world is built
 * before and after; what was built before is opened on three days.
 */
const announced = '2027-02-01';
const before = '2027-03-31';
const first = '2027-04-01';
const later = '2028-01-10';

const fields = (own: string) => `---
${own}reviewBasis: law
reviewBy: 2028-01-10
origin: contributed
published: 2027-01-20
updated: 2027-01-20
themes:
  - technology-leakage
subthemes:
  - export-control
`;
const world: Record<string, string> = {
  'institutions/sakura-u.yaml':
    'name: さくら大学\nkana: さくらだいがく\nkind: national\npublished: 2027-01-10\nupdated: 2027-01-10\n',
  'guidelines/sakura-u/guide-1/index.mdx': `${fields('title: 試料送付の指針（第一版）\nsummary: 試料の送付の指針です。\ninstitution: sakura-u\nlevel: ministry\nissuer: さくら省\nedition: 第一版\neffectiveFrom: 2020-04-01\ncheckedCurrent: 2026-10-01\n')}attachments:
  - file: form.csv
    title: 確認表
    kind: form
    rights: CC0
---

第一版の確認のしかたです。
`,
  'guidelines/sakura-u/guide-1/form.csv': '項目,確認\n送付先,済\n',
  'guidelines/sakura-u/guide-2/index.mdx': `${fields('title: 試料送付の指針（第二版）\nsummary: 試料の送付の指針です。\ninstitution: sakura-u\nlevel: ministry\nissuer: さくら省\nedition: 第二版\nannounced: 2027-01-15\neffectiveFrom: 2027-04-01\ncheckedCurrent: 2027-01-15\nsupersedes: guidelines/sakura-u/guide-1\n')}---

第二版の確認のしかたです。
`,
  'guidelines/sakura-u/other/index.mdx': `${fields('title: 装置の指針\nsummary: 装置の指針です。\ninstitution: sakura-u\nlevel: ministry\nissuer: さくら省\n')}---

装置の確認のしかたです。
`,
  'case-studies/sakura-u/pledge/index.mdx': `${fields('title: 送付の前の確認\nsummary: 送付の前に確認します。\ninstitution: sakura-u\nasOf: 2026-05\n')}cites:
  - guideline: guidelines/sakura-u/guide-1
---

## 手順

送付の前に確認します。
`,
};

let workplace: string;
let browser: Browser;
let sites: Record<'before' | 'after', string>;
let served: Record<'before' | 'after', string>;
const stops: (() => Promise<void>)[] = [];
let folder: string;

/** The world as a site of that day: the day of the last commit of its content. */
function build(name: 'before' | 'after', day: string): string {
  const contentDir = join(workplace, 'content');
  // The day of a content is that of its last commit that changed something.
  rmSync(join(contentDir, '.git'), { recursive: true, force: true });
  const moment = `${day}T12:00:00+09:00`;
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@sakura-u.example' };
  const env = {
    ...process.env,
    ...who,
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@sakura-u.example',
    GIT_AUTHOR_DATE: moment,
    GIT_COMMITTER_DATE: moment,
  };
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', day],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: contentDir, env, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  }
  const outDir = join(workplace, name);
  const { status, stderr, stdout } = spawnSync('node', ['src/commands/build.ts'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, EDITION: 'public', CONTENT_DIR: contentDir, OUT_DIR: outDir },
  });
  expect(status, stdout + stderr).toBe(0);
  return outDir;
}

beforeAll(async () => {
  workplace = mkdtempSync(join(tmpdir(), 'rule-editions-'));
  for (const [path, text] of Object.entries(world)) {
    mkdirSync(join(workplace, 'content', dirname(path)), { recursive: true });
    writeFileSync(join(workplace, 'content', path), text);
  }
  sites = { before: build('before', announced), after: build('after', first) };
  const servers = { before: await serveSite(sites.before), after: await serveSite(sites.after) };
  stops.push(servers.before.stop, servers.after.stop);
  served = { before: servers.before.origin, after: servers.after.origin };
  const made = await makeFolder({
    siteDir: sites.before,
    base: '/',
    edition: 'public',
    day: announced,
    outDir: join(workplace, 'folder'),
  });
  folder = `${pathToFileURL(made.folder).href}/site`;
  browser = await lendBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const stop of stops) await stop();
  rmSync(workplace, { recursive: true });
});

const file = (name: 'before' | 'after', path: string) =>
  readFileSync(join(sites[name], path), 'utf8');

/** A page as a reader has it on a day. */
async function on<T>(day: string, address: string, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.clock.setFixedTime(new Date(`${day}T12:00:00+09:00`));
    await page.goto(address);
    return await look(page);
  } finally {
    await page.close();
  }
}

/** What is seen of editions on a page: tags, and notices under the title. */
const seen = async (page: Page) => ({
  tags: await page.locator('.page-head .edition:visible').allInnerTexts(),
  notice: (await page.locator('.page-head .notice:visible h2').allInnerTexts()).join(),
});
const rows = (page: Page) => page.locator('.rows h3').allInnerTexts();
const index = (place: string) => (place.startsWith('file:') ? 'index.html' : '');

const isBefore = {
  old: { tags: [], notice: '改正が予告されています' },
  new: { tags: ['予告'], notice: 'まだ始まっていません' },
  citing: { tags: [], notice: '' },
};
const isAfter = {
  old: { tags: ['旧版'], notice: '旧版です' },
  new: { tags: [], notice: '' },
  citing: { tags: [], notice: '関係する法令・指針の改正' },
};

test.each([
  ['the site of before', 'before', before, isBefore],
  ['the site of before', 'before', first, isAfter],
  ['the site of before', 'before', later, isAfter],
  ['the site of after', 'after', first, isAfter],
  ['the folder of before', 'folder', before, isBefore],
  ['the folder of before', 'folder', later, isAfter],
] as const)('%s, %s, says on %s what is in force', async (_, which, day, expected) => {
  const place = which === 'folder' ? folder : served[which];
  const at = (path: string) => on(day, `${place}${path}${index(place)}`, seen);
  expect({
    old: await at('/guidelines/sakura-u/guide-1/'),
    new: await at('/guidelines/sakura-u/guide-2/'),
    citing: await at('/practices/sakura-u/pledge/'),
  }).toEqual(expected);
  const said = await on(day, `${place}/practices/sakura-u/pledge/${index(place)}`, (page) =>
    page.locator('[data-edition-day]').allTextContents(),
  );
  // What is settled says it of no day.
  expect(said).toEqual(which === 'after' ? [] : [`${japaneseDate(day)}の時点`]);
  const timeline = await on(day, `${place}/rules/${index(place)}`, async (page) => ({
    inUse: await page.locator('.in-use li:visible a').allInnerTexts(),
    line: await page
      .locator('.rules > li')
      .evaluateAll((items) =>
        items.map((item) =>
          item.matches('.today') ? '|' : item.querySelector('h3 span')?.textContent,
        ),
      ),
  }));
  expect(timeline).toEqual({
    inUse: [`試料送付の指針（${expected === isBefore ? '第一版' : '第二版'}）`],
    line: expected === isBefore ? ['予告', '|', '現行'] : ['|', '現行', '旧版'],
  });
});

test('lists have what is in force first, and say what is not', async () => {
  const listed = (which: 'before' | 'after', day: string) =>
    on(day, `${served[which]}/guidelines/`, rows);
  expect(await listed('before', before)).toEqual([
    '試料送付の指針（第一版）',
    '予告 試料送付の指針（第二版）',
    '装置の指針',
  ]);
  expect(await listed('before', first)).toEqual([
    '試料送付の指針（第二版）',
    '旧版 試料送付の指針（第一版）',
    '装置の指針',
  ]);
  expect(await listed('after', first)).toEqual([
    '試料送付の指針（第二版）',
    '旧版 試料送付の指針（第一版）',
    '装置の指針',
  ]);
  // A script makes the rows of a combination, from an index that was written before.
  const narrowed = await on(
    first,
    `${served.before}/guidelines/?level=ministry&theme=technology-leakage`,
    async (page) => {
      await page.locator('.chosen-values a').first().waitFor();
      return rows(page);
    },
  );
  expect(narrowed.slice(0, 2)).toEqual([
    '試料送付の指針（第二版）',
    '旧版 試料送付の指針（第一版）',
  ]);
});

test('the search ranks and marks by the reader’s day, and so does what it suggests', async () => {
  const found = (day: string) =>
    on(day, `${served.before}/search/?q=${encodeURIComponent('試料送付の指針')}`, async (page) => {
      await page.locator('#results h2, [data-part="results"] h2, .rows h2').first().waitFor();
      return (await page.locator('.rows h2').allInnerTexts()).filter((text) =>
        text.includes('指針（'),
      );
    });
  expect(await found(before)).toEqual([
    '試料送付の指針（第一版）',
    '予告 試料送付の指針（第二版）',
  ]);
  expect(await found(first)).toEqual(['試料送付の指針（第二版）', '旧版 試料送付の指針（第一版）']);
  const suggested = (day: string) =>
    on(day, `${served.before}/search/`, (page) =>
      page.evaluate<string[]>(
        `import('/search/engine.js').then(({ suggest }) => suggest('試料送付')).then((all) => all.map(({ text, note }) => text + ' ' + note))`,
      ),
    );
  expect(await suggested(before)).toEqual([
    '試料送付の指針（第一版） 規程・指針',
    '試料送付の指針（第二版） 予告・規程・指針',
  ]);
  expect(await suggested(later)).toEqual([
    '試料送付の指針（第二版） 規程・指針',
    '試料送付の指針（第一版） 旧版・規程・指針',
  ]);
});

test('the feed, and the list of what lies in bundles, say it of the day of the content', () => {
  const feed = (name: 'before' | 'after') =>
    [...file(name, 'feed.xml').matchAll(/<title>([^<]*指針[^<]*)<\/title>/g)].map(
      ([, title]) => title,
    );
  expect(feed('before')).toEqual([
    '試料送付の指針（第一版）（さくら大学）',
    '【予告】試料送付の指針（第二版）（さくら大学）',
    '装置の指針（さくら大学）',
  ]);
  expect(feed('after')).toEqual([
    '試料送付の指針（第二版）（さくら大学）',
    '【旧版】試料送付の指針（第一版）（さくら大学）',
    '装置の指針（さくら大学）',
  ]);
  const bundled = (name: 'before' | 'after') =>
    (JSON.parse(file(name, 'data/materials.json')) as MaterialsList).files.map(
      ({ entry }) => entry.title,
    );
  expect(bundled('before')).toEqual(['試料送付の指針（第一版）']);
  expect(bundled('after')).toEqual(['【旧版】試料送付の指針（第一版）']);
});

test('nothing else changes', () => {
  const texts = (name: 'before' | 'after') =>
    new Map(openedFiles(sites[name]).map(({ path, text }) => [path, text] as const));
  const [old, now] = [texts('before'), texts('after')];
  const changed = [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => path.endsWith('.html') && old.get(path) !== now.get(path))
    .filter((path) => !`${path} ${now.get(path)}`.includes('sakura-u/guide-'));
  // It says of which day it is.
  expect(changed).toEqual(['symposia/index.html']);
});
