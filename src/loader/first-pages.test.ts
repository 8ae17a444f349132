import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import type { AttachmentReading } from '../attachments/reading.ts';
import { examineContent } from '../check/check-content.ts';
import { readContentFolder } from '../source/content-files.ts';
import { editionContent, shownEntries } from './edition-content.ts';
import { firstPagesOf } from './first-pages.ts';

const files = readContentFolder(join(import.meta.dirname, '../e2e/fixtures/two-audiences/content'));
const settings = { basePath: '/', edition: 'public' } as const;
const slides = 'best-practices/sakura-u/open-practice/研修 100% #2.pdf';

/** A picture of one pixel. */
const picture =
  files.get('best-practices/sakura-u/netcanary-practice/netcanary-figure.png')?.bytes() ?? null;

const units = new Map<string, AttachmentReading['unit']>([
  ['.pdf', 'page'],
  ['.docx', 'text'],
  ['.xlsx', 'sheet'],
  ['.png', 'picture'],
]);

/** The files of which an edition has pictures, and the digests of those that were looked at. */
async function picturesOf({ withheld = [] as string[], drawn = picture }) {
  const readings = {
    of({ path }: { path: string }): AttachmentReading | undefined {
      const unit = units.get(posix.extname(path));
      if (!unit) return undefined;
      return { unit, pageCount: 1, pages: [], outline: [], searchable: 'yes', findings: [] };
    },
  };
  const shown = shownEntries(
    examineContent(files, { attachments: readings }).entries.values(),
    settings,
  );
  const content = editionContent({ files, readings, withheld: new Set(withheld) }, shown, settings);
  const asked: string[] = [];
  const pictures = await firstPagesOf(content, {
    firstPage: async (file, ending) => {
      const bytes = file instanceof Uint8Array ? file : file.bytes();
      asked.push(`${ending}${Buffer.from(bytes).toString('latin1')}`);
      return drawn;
    },
  });
  return { pictures, asked: asked.join() };
}

const held = 'best-practices/sakura-u/open-practice/heldcanary.docx';

test('every PDF and Office file that the edition shows has its first page drawn, and no other is looked at', async () => {
  const { pictures, asked } = await picturesOf({ withheld: [held] });
  expect(pictures.get(slides)).toMatchObject({ width: 1, height: 1 });
  expect(pictures.has(slides.replace(/[^/]+$/, '台帳.xlsx'))).toBe(true);
  expect([...pictures.keys()].filter((path) => /canary/.test(path))).toEqual([]);
  expect(asked).toContain('magnetometer');
  expect(asked).toContain('.xlsxPK');
  expect(asked).not.toContain('CANARY');
});

test('a file that is withheld is not drawn', async () => {
  const { pictures, asked } = await picturesOf({ withheld: [slides] });
  expect(pictures.has(slides)).toBe(false);
  expect(asked).not.toContain('magnetometer');
});

test('a file that cannot be drawn has no picture', async () => {
  expect((await picturesOf({ drawn: null })).pictures.size).toBe(0);
});
