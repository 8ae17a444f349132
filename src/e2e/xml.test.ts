import { strFromU8, unzipSync } from 'fflate';
import { toHtml } from 'hast-util-to-html';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atomFeed } from '../feeds/atom.ts';
import { chartFigure, chartRows } from '../loader/chart.ts';
import { wordReport } from '../reading-list/word-report.ts';
import { journeySite } from './built-sites.ts';
import { lendBrowser } from './lent-browser.ts';
import { type NamedXml, xmlComplaints, xmlOfSite } from './xml-complaints.ts';

/** Every XML that is written is read by the browser's own parser, which takes nothing but XML. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await lendBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const complaintsOf = (files: readonly NamedXml[]) => xmlComplaints(page, files);

/** The same texts in every run, of signs that have broken an XML before. */
function hostileTexts(count: number): string[] {
  const signs = [
    ...[
      '\u0000',
      '\u0008',
      '\u000b',
      '\u001b',
      '\u007f',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ufffe',
      '\uffff',
    ],
    ...[
      '\ud842',
      '\udfb7',
      '𠮷',
      '👨‍👩‍👧',
      ']]>',
      '<![CDATA[',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<!DOCTYPE a [',
    ],
    ...[
      '&',
      '&amp;',
      '&#1;',
      '&#xFFFE;',
      '&nbsp;',
      '<',
      '>',
      '"',
      "'",
      '\r',
      '\n',
      '\t',
      '誓約書',
      'a',
      ' ',
    ],
  ];
  let state = 20261129;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(12) }, () => signs[below(signs.length)]).join(''),
  );
}
const texts = hostileTexts(200);
const text = (index: number) => texts[index % texts.length] ?? '';

test('the parser is strict', async () => {
  const broken = ['\u0001', '\ufffe', '&nbsp;', '<b>', '&#1;'].map(
    (sign) => [JSON.stringify(sign), `<a>${sign}</a>`] as const,
  );
  expect(await complaintsOf(broken)).toHaveLength(broken.length);
});

test('the feed, whatever stands in a title', async () => {
  const feeds = texts.map((title, index) => {
    const feed = {
      ...{ title, subtitle: text(index + 1), author: text(index + 2), rights: text(index + 3) },
      ...{ home: '/', self: '/feed.xml' },
      entries: [
        {
          title,
          summary: text(index + 4),
          address: `/practices/${encodeURIComponent('誓約')}/`,
          identity: `/${index}/`,
          published: '2026-10-01',
          updated: '2026-11-22',
          author: text(index + 5),
          categories: [text(index + 6)],
        },
      ],
    };
    return [JSON.stringify(title), atomFeed(feed, undefined)] as const;
  });
  expect(await complaintsOf(feeds)).toEqual([]);
});

test('every part of the Word report, whatever a reader or an entry says', async () => {
  const reports = await Promise.all(
    Array.from({ length: 10 }, async (_, report) => {
      const items = Array.from({ length: 20 }, (_, item) => {
        const at = report * 20 + item;
        return {
          ...{ address: `/${text(at)}`, title: text(at), label: text(at), owner: text(at + 1) },
          ...{ when: text(at + 2), summary: text(at + 3), files: [] },
          sources: [
            { title: text(at + 4), date: text(at + 5), url: `https://a.example/${text(at)}` },
          ],
        };
      });
      const blob = await wordReport({
        title: text(report),
        items,
        site: 'ポータル',
        day: '2026年11月23日',
        absolute: (address) => `https://portal.example${address}`,
      });
      return Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer())))
        .filter(([name]) => /\.(?:xml|rels)$/.test(name))
        .map(([name, bytes]) => [`${report} ${name}`, strFromU8(bytes)] as const);
    }),
  );
  expect(reports.flat().length).toBeGreaterThan(50);
  expect(await complaintsOf(reports.flat())).toEqual([]);
});

test('the drawing of a chart, whatever its table says', async () => {
  const drawings = texts.slice(0, 40).map((unit, index) => {
    const csv = `項目,数\n"${text(index + 1).replaceAll('"', '""')}",3\n"${text(index + 2).replaceAll('"', '""')}",5`;
    const source = { title: text(index), denominator: text(index + 3), unit, csvAddress: '/a.csv' };
    const figure = chartFigure({ ...source, ...chartRows(csv) });
    return [JSON.stringify(unit), toHtml(figure, { closeSelfClosing: true })] as const;
  });
  expect(drawings.filter(([, html]) => html.includes('</svg>'))).toHaveLength(40);
  const svg = /<svg.*<\/svg>/s;
  // It stands in a page of HTML, where the end of a section is words like others.
  const inXml = (html: string) => (svg.exec(html)?.[0] ?? '').replaceAll(']]>', ']]&gt;');
  const read = drawings.map(([unit, html]) => [unit, inXml(html)] as const);
  expect(await complaintsOf(read)).toEqual([]);
});

test('every XML of the built editions', async () => {
  const files = (['public', 'network'] as const).flatMap((edition) =>
    xmlOfSite(journeySite(edition)),
  );
  expect(files.map(([path]) => path)).toContain('feed.xml');
  expect(await complaintsOf(files)).toEqual([]);
});
