import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendingOn } from '../schema/former-addresses.ts';
import { pagesOf } from './pages-of-site.ts';

let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'pages-of-site-'));
  const page = (path: string, head: string) => {
    mkdirSync(join(site, path), { recursive: true });
    writeFileSync(join(site, path, 'index.html'), `<!doctype html><head>${head}</head>`);
  };
  page('', '<title>さくら大学の取組</title>');
  page('glossary/deemed-export', '<title>みなし輸出</title>');
  page(
    'glossary/earlier-name',
    `<meta http-equiv="refresh" content="${sendingOn('/glossary/deemed-export/')}">`,
  );
});
afterAll(() => rmSync(site, { recursive: true }));

test('a page that sends everybody on is none that anybody reads, and no audit waits on it', () => {
  expect(pagesOf(site)).toEqual(['/', '/glossary/deemed-export/']);
});
