import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serveSite } from '../../src/browser/served-site.ts';
import { entryWeights, heaviestAllowed } from '../../src/e2e/page-weight.ts';
import { firstResults } from '../../src/e2e/search/first-results.ts';
import { templates } from '../../src/e2e/templates.ts';
import { goldenQuestions } from '../../src/search/golden.ts';
import type { Section } from './section.ts';

/** The most bytes that the copy for use without a network is meant to have. */
const largestPack = 4 * 1024 * 1024;

/** The map of institutions is a page of the network edition. */
const notInPublicEdition = new Set(['not found', 'map of institutions']);

/**
 * Looks at the built public edition of the content.
 * @param folder where it is built
 * @param browser a Chromium, which asks the search
 */
export const builtSite = async (folder: string, browser: Browser): Promise<Section[]> => [
  {
    title: '試験が凍結した内容で使うアドレスのうち、今の内容にないもの',
    lines: goneAddresses(folder),
  },
  {
    title: `${heaviestAllowed.toLocaleString()}バイトを超える記事のページ（初めて開くとき、brotli、図を除く）`,
    lines: entryWeights(folder)
      .filter(({ bytes }) => bytes > heaviestAllowed)
      .map(({ path, bytes }) => `/${path}  ${bytes}バイト`),
  },
  {
    title: `通信のない所で使う控えが ${largestPack / 1024 / 1024}MB を超えるとき、その大きさ`,
    lines: packSize(folder)
      .filter((bytes) => bytes > largestPack)
      .map((bytes) => `${bytes}バイト`),
  },
  {
    title: 'よくある問いに、決めた記事が先に出ないもの（src/search/golden.ts）',
    lines: await otherFirstResults(folder, browser),
  },
];

/** The heaviest pages of entries, which tell how near to the bar the content has come. */
export const heaviestPages = (folder: string, count: number): string[] =>
  entryWeights(folder)
    .slice(0, count)
    .map(({ path, bytes }) => `/${path}  ${bytes}バイト`);

const goneAddresses = (folder: string): string[] =>
  [
    ...Object.entries(templates)
      .filter(([name]) => !notInPublicEdition.has(name))
      .map(([, address]) => address),
    ...goldenQuestions.flatMap(({ first }) => first),
  ].filter(
    (address, at, all) =>
      all.indexOf(address) === at &&
      !existsSync(join(folder, decodeURIComponent(address), 'index.html')),
  );

const packSize = (folder: string): number[] => {
  const { bytes } = JSON.parse(readFileSync(join(folder, 'offline/version.json'), 'utf8')) as {
    bytes: number;
  };
  return [bytes];
};

const otherFirstResults = async (folder: string, browser: Browser): Promise<string[]> => {
  const site = await serveSite(folder);
  const page = await browser.newPage();
  try {
    await page.goto(`${site.origin}/search/`);
    const lines: string[] = [];
    for (const { query, first } of goldenQuestions) {
      const found = await firstResults(page, query, first.length);
      const isAsSettled = [...found].sort().join() === [...first].sort().join();
      if (!isAsSettled) lines.push(`「${query}」：${found.join(' ') || '結果なし'}`);
    }
    return lines;
  } finally {
    await page.close();
    await site.stop();
  }
};
