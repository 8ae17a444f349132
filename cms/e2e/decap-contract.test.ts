import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { projectRoot } from '../../src/project-root.ts';
import { bundleSettings } from '../editor/build-editor.ts';

let browser: Browser;
let server: Server;
let script: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    ...bundleSettings,
    entryPoints: [join(projectRoot, 'cms/editor/decap/fixtures/contract-probe.ts')],
    format: 'iife',
    outdir: join(projectRoot, '.cache/never-written'),
    write: false,
  });
  script = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  browser = await lendBrowser();
  server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<!doctype html><title>見る</title>'),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('Decap’s store, its drafts and its loading are as decap/ takes them', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(script);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { contractProbe(): Promise<unknown> }).contractProbe(),
  );
  const there = 'content/case-studies/sakura-u/there/index.mdx';
  const draft = 'content/case-studies/sakura-u/draft';
  expect(found).toEqual({
    // One that is missing would make Decap forget a part of its state without a word.
    reducers: expect.arrayContaining([
      'auth',
      'collections',
      'config',
      'entries',
      'entryDraft',
      'mediaLibrary',
      'medias',
      'search',
    ]),
    root: 'function',
    collections: ['case-studies'],
    empty: {
      draft: { collection: 'case-studies', path: '', isNew: true, data: { title: '書き始め' } },
      hasChanged: false,
    },
    typed: { title: '書いた題名', hasChanged: true },
    saved: {
      draft: {
        collection: 'case-studies',
        path: there,
        isNew: false,
        data: { title: '書いた題名', body: '保存の間に書いた', updated: '2026-11-30' },
      },
      hasChanged: true,
    },
    published: {
      draft: {
        collection: 'case-studies',
        path: there,
        isNew: false,
        data: { title: '保存されている題名', body: '本文' },
      },
      hasChanged: false,
    },
    filled: {
      draft: expect.objectContaining({ path: there, data: { title: '残っていた題名' } }),
      hasChanged: true,
    },
    draft: {
      isDraft: true,
      draft: {
        collection: 'case-studies',
        path: `${draft}/index.mdx`,
        isNew: false,
        data: { title: '投稿案の題名' },
      },
      assets: [[`${draft}/手順.pdf`, true]],
    },
    marked: true,
    closed: { draft: null, isThere: false },
  });
  expect(errors).toEqual([]);
  await page.close();
});
