import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOffice } from '../../src/attachments/office/read-office.ts';
import { readPdf } from '../../src/attachments/pdf/read-pdf.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { type AskProvenance, type KitFile, officeFiles, slideFiles } from './kit-files.ts';
import { partText } from './office-package.ts';
import type { Part } from './slides/deck.ts';
import { briefingSlides } from './works/briefing-slides.ts';
import { kits } from './works/kits.ts';

/** What is said of the origin does not come from content/ here: whether the files there are up to date, `npm run report:content` says. */
const madeUp: AskProvenance = (kit, from) => ({
  kitTitle: `${kit}の様式例`,
  kitAddress: `/kits/${kit}/`,
  hasChoices: true,
  day: '2031年4月5日',
  moment: new Date('2031-04-05T03:00:00Z'),
  sources: from.map((path) => ({
    title: `「${path}」の題名`,
    owner: 'さくら大学',
    address: `/${path}/`,
  })),
});

const withoutSpace = (text: string): string => text.replace(/[\s□☐]/gu, '');

describe.each(kits)('$id', (kit) => {
  let made: KitFile[];
  beforeAll(async () => {
    made = await officeFiles(kit, madeUp);
  });

  test('is made alike twice', async () => {
    const again = await officeFiles(kit, madeUp);
    expect(made.map(({ name }) => name)).toEqual(kit.documents.map(({ file }) => file));
    for (const [place, { name, bytes }] of made.entries()) {
      expect(Buffer.compare(bytes, again[place]?.bytes ?? new Uint8Array()), name).toBe(0);
    }
  });

  test('says in each file whose it is, of which day and from what, and hides nothing', () => {
    for (const [place, { name, bytes }] of made.entries()) {
      const ending = name.endsWith('.xlsx') ? '.xlsx' : '.docx';
      const { findings, pages } = readOffice(bytes, ending);
      expect(findings, name).toEqual([]);
      const text = withoutSpace(pages.map((page) => page.text).join(''));
      const { sources } = madeUp(kit.id, kit.documents[place]?.from ?? []);
      for (const said of [
        '編集部作成。特定の機関の様式ではありません。2031年4月5日時点の内容です。',
        '許可の要否は自機関の担当部署と経済産業省に確認してください',
        'CC0 1.0',
        ...sources.flatMap((source) => [source.title, source.address]),
      ]) {
        expect(text, name).toContain(withoutSpace(said));
      }
      const properties = partText(bytes, 'docProps/core.xml');
      expect(properties).toContain('2031-04-05T03:00:00Z</dcterms:created>');
      expect(properties).not.toMatch(/creator|lastModifiedBy/);
    }
  });

  test('says in each table which cells are heads, the labels of a form too', () => {
    for (const { name, bytes } of made) {
      const { pages } = readOffice(bytes, name.endsWith('.xlsx') ? '.xlsx' : '.docx');
      const rows = pages.flatMap(({ text }) =>
        text.split('\n').filter((line) => line.includes('\t')),
      );
      const blocks = pages.flatMap((page) => page.blocks ?? []);
      const tables = blocks.flatMap((block) => ('table' in block ? [block.table] : []));
      for (const table of tables) {
        expect(
          table.rows.flat().some(({ head }) => head),
          name,
        ).toBe(true);
      }
      // A row outside of a table would be read without its heads.
      expect(
        blocks.filter((block) => 'line' in block && block.line.includes('\t')),
        name,
      ).toEqual([]);
      expect(rows.length === 0 || tables.length > 0, name).toBe(true);
    }
  });

  test('marks in each file what has to be replaced', () => {
    for (const document of kit.documents) {
      if (document.kind !== 'word') continue;
      const bytes = made.find(({ name }) => name === document.file)?.bytes ?? new Uint8Array();
      const text = withoutSpace(
        readOffice(bytes, '.docx')
          .pages.map((page) => page.text)
          .join(''),
      );
      for (const { mark } of document.replace) {
        // Where it is explained, and where it is to be replaced.
        for (const one of mark.match(/【[^】]*】/g) ?? []) {
          const times = text.split(withoutSpace(one)).length - 1;
          expect(times, `${document.file}：${one}`).toBeGreaterThanOrEqual(2);
        }
      }
    }
  });
});

/** The words of a part as they are drawn. */
const wordsOf = (part: Part): string[] => {
  switch (part.kind) {
    case 'text':
    case 'note':
      return part.text.split('\n');
    case 'list':
      return [...part.items];
    case 'quote':
      return [part.text, part.by ?? ''];
    case 'columns':
      return part.columns.flatMap(({ head, text }) => [head, text]);
    case 'table':
      return [...part.head, ...part.rows.flat()];
    case 'bars':
      return [part.caption, ...part.bars.map(({ label, value }) => `${label}${value}${part.unit}`)];
    case 'tenths':
      return [part.caption, part.label];
  }
};

describe('slides', () => {
  let browser: Browser;
  let made: KitFile[];
  beforeAll(async () => {
    browser = await launchBrowser('whole browser');
    made = await slideFiles(briefingSlides, madeUp, browser);
  }, 60_000);
  afterAll(() => browser?.close());

  test.each(briefingSlides.decks)(
    '$file has on each page what its slide says',
    async ({ file, slides, from }) => {
      const bytes = made.find(({ name }) => name === file)?.bytes ?? new Uint8Array();
      const { pages, pageCount, findings } = await readPdf(bytes);
      expect(findings).toEqual([]);
      expect(pageCount).toBe(slides.length + 2);
      for (const [place, { heading, parts }] of slides.entries()) {
        const text = withoutSpace(pages[place + 1]?.text ?? '');
        for (const words of [heading, ...parts.flatMap(wordsOf)]) {
          expect(text, `page ${place + 2}`).toContain(withoutSpace(words));
        }
      }
      const last = withoutSpace(pages.at(-1)?.text ?? '');
      for (const { title, address } of madeUp(briefingSlides.id, from).sources) {
        expect(last).toContain(withoutSpace(title));
        expect(last).toContain(address);
      }
    },
    60_000,
  );
});
