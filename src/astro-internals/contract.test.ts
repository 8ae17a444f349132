import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { pageScripts, scriptOf } from './page-scripts.ts';
import { styleSheetsOf } from './written-html.ts';

/**
 * What this folder relies on and no documentation of Astro promises. Where a test fails after an upgrade, the module that
 * it names has to learn the new way, and nothing else.
 */
const fixtures = join(import.meta.dirname, 'fixtures');
/** Below the project, so that packages are found from there. */
let folder: string;

beforeAll(() => {
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  folder = mkdtempSync(join(projectRoot, '.cache', 'astro-contract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (script: string, argument: string, env: Record<string, string> = {}) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(fixtures, script), argument],
    {
      cwd: projectRoot,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    },
  );
  return stdout.trim();
};

describe('a built site', () => {
  let site: string;
  let html: string;
  beforeAll(async () => {
    site = join(folder, 'site');
    cpSync(join(fixtures, 'site'), site, { recursive: true });
    // What somebody's shell may hold: own-constants.ts keeps it out of the pages.
    await run('build-site.ts', site, { BASE_URL: '/elsewhere/', PROD: '', NODE_ENV: 'test' });
    html = readFileSync(join(site, 'dist/index.html'), 'utf8');
  }, 120_000);

  test('links its style sheets as written-html.ts reads it', () => {
    const [address, ...others] = styleSheetsOf(html);
    expect(others).toEqual([]);
    expect(address).toMatch(/^\/assets\/[\w.-]+\.css$/);
    expect(readFileSync(join(site, 'dist', address ?? ''), 'utf8')).toContain('navy');
  });

  test('names the modules of scripts as page-scripts.ts reads it', () => {
    const scripts = pageScripts(join(site, 'src'));
    const modules = readdirSync(join(site, 'dist/assets')).filter((name) => name.endsWith('.js'));
    const built = modules.map((name) => {
      const wanted = scriptOf(`/assets/${name}`, scripts).source;
      const said = /'(first|second)'/.exec(wanted)?.[1] ?? '';
      return [said, readFileSync(join(site, 'dist/assets', name), 'utf8').includes(said)];
    });
    expect(built.sort()).toEqual([
      ['first', true],
      ['second', true],
    ]);
  });

  test('takes the constants of pages from no environment, with own-constants.ts', () => {
    expect(html).toContain('<p class="box" data-address="/">/</p>');
  });

  test('stays, without its pages, as staying-site.ts has it', async () => {
    const { files, frame, changed, says } = JSON.parse(await run('stay-site.ts', site));
    const page = (listedAs: string, props: unknown = null) => ({
      listedAs,
      props,
      isAsBuilt: true,
    });
    expect(files).toEqual({
      '404.html': page('404/'),
      'index.html': page(''),
      'terms/pledge/index.html': page('terms/pledge/', { words: 'pledge ' }),
      'terms/誓約書/index.html': page('terms/誓約書/', { words: '誓約書 ' }),
      'data/一覧.csv': { listedAs: null, props: { text: '番号,題名' }, isAsBuilt: true },
    });
    expect(changed.sort()).toEqual(['terms/pledge/index.html', 'terms/誓約書/index.html']);
    expect(says).toBe(true);
    expect(frame).toEqual(['assets']);
  }, 120_000);

  test('wraps what a loader throws so that thrown-in-build.ts finds it', async () => {
    expect(await run('build-site.ts', site, { WORLD_FAILS: '1' })).toBe(
      'さくら大学の規程がありません。',
    );
  }, 120_000);
});

test('a page that is compiled by itself runs without Vite, knows its address and has no script', async () => {
  const outDir = join(folder, 'page');
  await run('compile-page.ts', outDir);
  const { renderPage } = await import(
    /* @vite-ignore */ pathToFileURL(join(outDir, 'page.mjs')).href
  );
  const html = await renderPage('規程', '/practices/');
  expect(html).toContain('<p class="box" data-address="/practices/">規程</p>');
  expect(html).not.toContain('<script');
}, 120_000);
