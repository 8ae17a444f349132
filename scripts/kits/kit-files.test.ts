import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readOffice } from '../../src/attachments/office/read-office.ts';
import { readPdf } from '../../src/attachments/pdf/read-pdf.ts';
import { entryCollections } from '../../src/schema/collections.ts';
import type { Kit } from '../../src/schema/kit.ts';
import { kit as kitSchema } from '../../src/schema/kit.ts';
import { readSource } from '../../src/source/read-source.ts';
import { type KitFile, officeFiles } from './kit-files.ts';
import { partText } from './office-package.ts';
import { provenanceOf } from './provenance.ts';
import type { Part } from './slides/deck.ts';
import { briefingSlides } from './works/briefing-slides.ts';
import { kits } from './works/kits.ts';

const contentDir = join(import.meta.dirname, '..', '..', 'content');
const anew = 'node scripts/kits/make.ts で作り直してください。';

const pageOf = (id: string): Kit =>
  kitSchema.parse(readSource(readFileSync(join(contentDir, 'kits', id, 'index.mdx'), 'utf8')).data);
const laid = (id: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(contentDir, 'kits', id, name)));
const withoutSpace = (text: string): string => text.replace(/[\s□☐]/gu, '');

const documentsOf = [
  ...kits.map(({ id, documents }) => ({ id, documents })),
  { id: briefingSlides.id, documents: briefingSlides.decks },
];

test.each(documentsOf)(
  '$id: the page offers what the script makes, and names every source',
  (own) => {
    const { attachments, drawnFrom } = pageOf(own.id);
    const made = own.documents.map(({ file }) => file);
    expect(attachments.map(({ file }) => file)).toEqual(made);
    expect(readdirSync(join(contentDir, 'kits', own.id)).sort()).toEqual(
      ['index.mdx', ...made].sort(),
    );
    expect(attachments.every(({ rights }) => rights.startsWith('CC0 1.0'))).toBe(true);
    const named = new Set(own.documents.flatMap(({ from }) => from));
    expect([...named].filter((path) => !(drawnFrom as string[]).includes(path))).toEqual([]);
    expect((drawnFrom as string[]).filter((path) => !named.has(path))).toEqual([]);
  },
);

test('no kit is left without a script', () => {
  expect(readdirSync(join(contentDir, 'kits')).sort()).toEqual(
    documentsOf.map(({ id }) => id).sort(),
  );
});

describe.each(kits)('$id', (kit) => {
  let made: KitFile[];
  beforeAll(async () => {
    made = await officeFiles(kit, contentDir);
  });

  test('is made alike twice, and lies in content/ as it is made', async () => {
    const again = await officeFiles(kit, contentDir);
    for (const [place, { name, bytes }] of made.entries()) {
      expect(Buffer.compare(bytes, again[place]?.bytes ?? new Uint8Array()), name).toBe(0);
      expect(Buffer.compare(bytes, laid(kit.id, name)), `${name}：${anew}`).toBe(0);
    }
  });

  test('says in each file whose it is, of which day and from what, and hides nothing', () => {
    for (const [place, { name, bytes }] of made.entries()) {
      const ending = name.endsWith('.xlsx') ? '.xlsx' : '.docx';
      const { findings, pages } = readOffice(bytes, ending);
      expect(findings, name).toEqual([]);
      const text = withoutSpace(pages.map((page) => page.text).join(''));
      const provenance = provenanceOf(contentDir, kit.id, kit.documents[place]?.from ?? []);
      for (const said of [
        '編集部作成。特定の機関の様式ではありません。2026年11月22日時点の内容です。',
        '許可の要否は自機関の担当部署と経済産業省に確認してください',
        'CC0 1.0',
        ...provenance.sources.flatMap((source) => [source.title, source.address]),
      ]) {
        expect(text, name).toContain(withoutSpace(said));
      }
      const properties = partText(bytes, 'docProps/core.xml');
      expect(properties).toContain('2026-11-22T03:00:00Z</dcterms:created>');
      expect(properties).not.toMatch(/creator|lastModifiedBy/);
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

describe.each(briefingSlides.decks)('$file', ({ file, slides, from }) => {
  test('has on each page what its slide says', async () => {
    const { pages, pageCount, findings } = await readPdf(laid(briefingSlides.id, file));
    expect(findings).toEqual([]);
    expect(pageCount).toBe(slides.length + 2);
    for (const [place, { heading, parts }] of slides.entries()) {
      const text = withoutSpace(pages[place + 1]?.text ?? '');
      for (const words of [heading, ...parts.flatMap(wordsOf)]) {
        expect(text, `${place + 2}ページ。${anew}`).toContain(withoutSpace(words));
      }
    }
    const last = withoutSpace(pages.at(-1)?.text ?? '');
    for (const { title, address } of provenanceOf(contentDir, briefingSlides.id, from).sources) {
      expect(last).toContain(withoutSpace(title));
      expect(last).toContain(address);
    }
  });
});

test('a kit’s file never lies in an institution’s entry', () => {
  const own = new Set(documentsOf.flatMap(({ documents }) => documents.map(({ file }) => file)));
  const beside = entryCollections.flatMap((collection) =>
    readdirSync(join(contentDir, collection), { recursive: true, encoding: 'utf8' }),
  );
  expect(beside.length).toBeGreaterThan(100);
  expect(beside.filter((path) => own.has(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  for (const { id } of documentsOf) expect('institution' in pageOf(id)).toBe(false);
});
