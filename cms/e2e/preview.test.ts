import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import type { AttachmentReader } from '../../src/attachments/reading.ts';
import { axeViolations } from '../../src/browser/axe-violations.ts';
import { openWindow } from '../../src/browser/launch-browser.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { projectRoot } from '../../src/project-root.ts';
import { addressOf } from '../../src/schema/addresses.ts';
import { attachmentCacheFolder } from '../../src/settings.ts';
import { filesOfLink, linkAddress, sheetAddresses } from '../gateway/approval-links/addresses.ts';
import {
  aboveVersion,
  belowVersion,
  type Decision,
} from '../gateway/approval-links/decision-page.ts';
import { saidPage } from '../gateway/approval-links/said-page.ts';
import { decisionSheet, saidSheet } from '../gateway/approval-links/style-sheets.ts';
import { words as linkWords } from '../gateway/approval-links/words.ts';
import {
  createPreview,
  type Draft,
  draftStyleSheet,
  type Preview,
} from '../gateway/preview/preview.ts';
import { entry } from '../gateway/repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../gateway/repository/git-repository.ts';
import type { Repository } from '../gateway/repository/repository.ts';

/** A sound world of two fictitious universities, with every kind of content and of component. */
const world = join(projectRoot, 'src/check/fixtures/sound/content');
const case1 = 'case-studies/sakura-u/accepting-students';
const everything = [
  case1,
  'best-practices/momiji-u/training',
  'guidelines/sakura-u/export-rules',
  'symposia/sakura-u/forum',
  'surveys/sakura-u/desks',
  'scenes/accepting-students',
  'glossary/deemed-export',
  'institutions/sakura-u',
  'institutions/momiji-u',
  'pages/first-year',
];

let home: string;
let site: string;
let repository: Repository;
let preview: Preview;
let reader: AttachmentReader;
let browser: Browser;
let server: Server;
let origin: string;
/** What the server answers below /page/. */
const pages = new Map<string, string>();

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'preview-'));
  site = inject('builtOnce').siteFolder;
  const contentDir = join(home, 'content');
  cpSync(world, contentDir, { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: home });
  git('init', '-q', '-b', 'main');
  git('add', 'content');
  git('-c', 'user.name=a', '-c', 'user.email=a@a.invalid', 'commit', '-qm', 'はじめの内容');

  repository = await openGitRepository({ folder: home });
  reader = createAttachmentReader({ cacheFolder: attachmentCacheFolder() });
  preview = createPreview({
    repository,
    reader,
    settings: {
      edition: 'public',
      basePath: '/',
      siteUrl: undefined,
      contentDir,
    },
    projectRoot,
    siteFolder: site,
  });
  browser = await lendBrowser();
  server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await preview?.close();
  await reader?.close();
  repository?.close();
  if (home) rmSync(home, { recursive: true });
});

const types: Record<string, string> = {
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript',
};

/** The built site, the pages of drafts under the gateway's policy, and a draft's own files. */
const serve: Parameters<typeof createServer>[1] = (request, response) => {
  const path = decodeURI(request.url ?? '');
  response.setHeader('content-security-policy', "default-src 'self'");
  if (pages.has(path)) return response.setHeader('content-type', 'text/html').end(pages.get(path));
  if (path === draftStyleSheet.address) {
    return response.setHeader('content-type', 'text/css').end(draftStyleSheet.text);
  }
  if (path === sheets.decision || path === sheets.said) {
    const sheet = path === sheets.said ? saidSheet() : decisionSheet();
    return response.setHeader('content-type', 'text/css').end(sheet);
  }
  const file = path.startsWith('/admin/files/')
    ? join(world, path.slice('/admin/files/'.length))
    : path.startsWith('/approve/a/files/')
      ? join(world, case1, path.slice('/approve/a/files/'.length))
      : join(site, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  return response.end(readFileSync(file));
};

const draftOf = async (path: string, purpose: Draft['purpose'] = 'preview'): Promise<Draft> => {
  const address = entry(path);
  const files = await repository.readAll(
    await repository.list(await repository.published(), address),
  );
  return { entry: address, files, purpose, version: 3, date: new Date('2026-11-24T03:00:00Z') };
};

const sheets = sheetAddresses('/');
/** The same as somebody sees it who holds a link to it. */
const decisionOf = async (path: string, sent: Decision['sent']): Promise<Draft> => {
  const draft = await draftOf(path, 'decision');
  const decision: Decision = {
    address: linkAddress('/', 'a'),
    link: {
      madeAt: '2026-11-23T01:00:00Z',
      until: '2026-11-30T14:59:59.999Z',
      begunOn: '2026-11-20',
    },
    institution: 'さくら大学',
    office: '研究推進課',
    called: 'この取組',
    version: draft.version,
    audience: 'public',
    today: '2026-11-24',
    sent,
  };
  const around = {
    filesAt: filesOfLink('/', 'a'),
    styleSheet: sheets.decision,
    above: String(await aboveVersion(decision)),
    below: String(await belowVersion(decision)),
  };
  return { ...draft, around };
};

/** Puts a page where the browser finds it. */
const put = async (name: string, draft: Draft): Promise<string> => {
  pages.set(`/page/${name}`, (await preview.render(draft)) ?? '');
  return `${origin}/page/${name}`;
};

const mainOf = (html: string) =>
  /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/<script[^>]*><\/script>/g, '');

const addressOfEntry = (path: string): string => {
  const [, ...id] = path.split('/');
  return addressOf(entry(path).collection, id.join('/'));
};

/** What a site makes of files beside giving them out, and a draft has not: their own pages, pictures, bundles, calendars. */
const withoutMadeOfFiles = (html: string | undefined): string | undefined =>
  html
    // Which kinds have a picture depends on what the machine has.
    ?.replace(/<img src="[^"]*\/first-page\.webp"[^>]*>/g, '')
    .replace(/<i aria-hidden="true">(?:PDF|Word|Excel|PowerPoint)<\/i>/g, '')
    .replace(/<a href="[^"]*\/files\/[^"]+\/">本文を読む<span[^>]*>[^<]*<\/span><\/a>/g, '')
    .replace(/<div class="file bundle"[^>]*>.*?<\/div><\/div>/gs, '')
    .replace(/<li><i aria-hidden="true">ZIP<\/i>.*?<\/li>/gs, '')
    // Of a scene, where they were all that there is to take.
    .replace(
      /<section class="side" id="files"[^>]*><h2>[^<]*<\/h2><ul[^>]*><\/ul><\/section>/g,
      '',
    );

describe('a draft that says what is published', () => {
  test.each(everything)('has the very page that is built: %s', async (path) => {
    const address = addressOfEntry(path);
    const built = readFileSync(join(site, address, 'index.html'), 'utf8');
    const shown = (await preview.render(await draftOf(path))) ?? '';
    const ownFiles = new RegExp(`/admin/files/${path}/`, 'g');
    expect(withoutMadeOfFiles(mainOf(shown)?.replace(ownFiles, address))).toBe(
      withoutMadeOfFiles(mainOf(built)),
    );
    const sheets = (html: string) =>
      [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
    // A draft may hold what its published page does without.
    const ofAnyText = sheets(readFileSync(join(site, '404.html'), 'utf8'));
    const all = [...new Set([...sheets(built), ...ofAnyText])];
    expect(sheets(shown)).toEqual([...all, draftStyleSheet.address]);
  });
});

const screens = [
  { width: 1280, dark: false },
  { width: 375, dark: true },
];

describe('in a browser', () => {
  const drafts: [string, () => Promise<Draft>][] = [
    ['preview', () => draftOf(case1)],
    ['approval', () => draftOf(case1, 'approval')],
    [
      'decision to be mended',
      () =>
        decisionOf(case1, {
          typed: { on: '2026-11-25', office: '', reason: '' },
          complaints: {
            on: linkWords.complaints.future,
            office: linkWords.complaints.noOffice,
            reason: linkWords.complaints.noReason,
          },
        }),
    ],
    ['unfinished', async () => withText(await draftOf(case1), unfinished)],
    ['withheld', async () => withText(await draftOf(case1), `${unfinished}\n<b>太字</b>`)],
  ];
  const unfinished = '---\nsummary: 途中です。\naudience: everyone\n---\n\n## 課題\n\n途中です。\n';
  const withText = (draft: Draft, text: string): Draft => ({
    ...draft,
    files: draft.files.map((file) =>
      file.address.part === 'text' ? { ...file, bytes: Buffer.from(text) } : file,
    ),
  });

  test.each(drafts)('axe finds nothing, and nothing scrolls sideways: %s', async (name, draft) => {
    const address = await put(name, await draft());
    for (const { width, dark } of screens) {
      const window = await openWindow(browser, { width, dark });
      const page = await window.newPage();
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.goto(address);
      // The theme changes nothing but the colours.
      expect(await axeViolations(page, dark ? 'color-contrast' : undefined)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(refused).toEqual([]);
      await window.close();
    }
  });

  test('what is said in place of a page can be read by everyone', async () => {
    const said = { sentence: linkWords.gone, next: linkWords.goneNext };
    pages.set('/page/said', String(await saidPage(said, sheets.said)));
    for (const { width, dark } of screens) {
      const window = await openWindow(browser, { width, dark });
      const page = await window.newPage();
      await page.goto(`${origin}/page/said`);
      expect(await axeViolations(page, dark ? 'color-contrast' : undefined)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await window.close();
    }
  });

  test('a version that is decided on has its figure, and its decision is reached by keys', async () => {
    const window = await openWindow(browser, { width: 1280, script: false });
    const page = await window.newPage();
    await page.goto(await put('decided', await decisionOf(case1, null)));
    const shown: string[] = [];
    do {
      await page.keyboard.press('Tab');
      const focused = page.locator('[name]:focus');
      shown.push((await focused.count()) > 0 ? ((await focused.getAttribute('name')) ?? '') : '');
    } while (shown.length < 60 && !(shown.at(-1) === 'answer' && shown.includes('reason')));
    // The day has a stop for each of its parts.
    const inOrder = shown.filter((name, index) => name !== '' && name !== shown[index - 1]);
    expect(inOrder).toEqual(['on', 'office', 'answer', 'reason', 'answer']);
    const figure = page.locator('.prose figure img');
    expect(await figure.getAttribute('src')).toMatch(/^\/approve\/a\/files\//);
    await window.close();
  });

  test('it stands in a frame of the same origin, with its figure', async () => {
    const address = await put('framed', await draftOf(case1));
    pages.set('/page/frame', `<!doctype html><iframe src="${address}" width="800"></iframe>`);
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    await page.goto(`${origin}/page/frame`);
    const frame = page.frameLocator('iframe');
    await frame.locator('.draft-sign').waitFor();
    expect(await frame.locator('main h1').textContent()).toContain(
      '留学生を受け入れる前に確認する',
    );
    const figure = frame.locator('.prose figure img');
    await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(() => figure.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await window.close();
  });

  test('the version for approval is printed with its head and without the site’s frame', async () => {
    const window = await openWindow(browser, { width: 1280 });
    const page = await window.newPage();
    await page.goto(await put('printed', await draftOf(case1, 'approval')));
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.top', '.foot', '.crumb', '.approval-how', '.near']) {
      for (const part of await page.locator(selector).all())
        await part.waitFor({ state: 'hidden' });
    }
    for (const selector of ['.draft-sign', '.approval-decision', 'main h1']) {
      await page.locator(selector).waitFor();
    }
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await window.close();
  });
});
