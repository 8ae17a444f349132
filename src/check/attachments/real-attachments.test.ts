import { describe, expect, it } from 'vitest';
import { createAttachmentReader } from '../../attachments/attachment-reader.ts';
import { type FindingKind, findingKinds } from '../../attachments/reading.ts';
import { checkContent } from '../check-content.ts';
import { realReadings } from '../fixtures/readings.ts';
import * as small from '../fixtures/small-attachments.ts';
import { soundWorldWith } from '../fixtures/worlds.ts';
import { isUnsafe } from '../problem.ts';
import { readAttachments } from './read-attachments.ts';

const folder = 'case-studies/sakura-u/accepting-students';

/** The sound world with one document more. */
const worldWith = (name: string, bytes: Uint8Array) =>
  soundWorldWith({ [`${folder}/${name}`]: bytes });

/** What is said of a document, by code, beside that no entry uses it. */
const codesOf = async (name: string, bytes: Uint8Array): Promise<string[]> => {
  const world = worldWith(name, bytes);
  const problems = checkContent(world, { attachments: await realReadings(world) });
  return problems.map(({ code }) => code).filter((code) => code !== 'attachment-unused');
};

const found: readonly [FindingKind, name: string, Uint8Array][] = [
  ['tracked-changes', '手順.docx', small.trackedDocx],
  ['comments', '手順.docx', small.remarkedDocx],
  ['hidden-text', '手順.docx', small.concealingDocx],
  ['hidden-slides', '講演.pptx', small.hiddenPptx],
  ['covered-content', '講演.pptx', small.overlaidPptx],
  ['hidden-rows', '名簿.xlsx', small.shortenedXlsx],
  ['hidden-columns', '名簿.xlsx', small.narrowedXlsx],
  ['hidden-sheets', '名簿.xlsx', small.hiddenXlsx],
  ['macros', '手順.docx', small.macroDocx],
  ['script', '案内.pdf', small.actingPdf],
  ['embedded-files', '手順.docx', small.carryingDocx],
  ['outside-link', '手順.docx', small.fetchingDocx],
  ['photograph-place', '実験室.jpg', small.placedJpeg],
  ['photograph-place', '手順.docx', small.illustratedDocx],
  ['password', '案内.pdf', small.lockedPdf],
  ['password', '手順.docx', small.lockedDocx],
  ['old-format', '手順.docx', small.oldDoc],
  ['damaged', '案内.pdf', small.cutPdf],
  ['damaged', '手順.docx', small.cutDocx],
  ['records', '手順.docx', small.namedDocx],
  ['alternative-text', '手順.docx', small.captionedDocx],
  ['unknown-part', '手順.docx', small.strangeDocx],
  ['unusual-part', '手順.docx', small.oddDocx],
  ['authors', '手順.docx', small.signedDocx],
  ['notes', '講演.pptx', small.annotatedPptx],
  ['print-only', '名簿.xlsx', small.headedXlsx],
  ['scan', '案内.pdf', small.scannedPdf],
  ['unmapped-text', '案内.pdf', small.numberedPdf],
  ['earlier-content', '案内.pdf', small.continuedPdf],
  ['partly-unmapped', '案内.pdf', small.partlyNumberedPdf],
  ['tracked-changes', '一式.zip', small.zipOf({ '様式.docx': small.trackedDocx })],
  ['unchecked-files', '一式.zip', small.zipOf({ '中.zip': small.zipOf({}) })],
];

describe('an attachment beside an entry', () => {
  it.each(found)('with %s has that said of it, and nothing else: %s', async (kind, name, bytes) => {
    expect(await codesOf(name, bytes)).toEqual([`document-${kind}`]);
  });

  it.each([
    ['手順.docx', small.soundDocx],
    ['名簿.xlsx', small.soundXlsx],
    ['案内.pdf', small.soundPdf],
    ['実験室.jpg', small.soundJpeg],
    ['一式.zip', small.zipOf({ '様式.docx': small.soundDocx, '案内.pdf': small.soundPdf })],
  ])('has nothing said of it where nothing is in it: %s', async (name, bytes) => {
    expect(await codesOf(name, bytes)).toEqual([]);
  });

  it('is given up where it takes too long', async () => {
    const world = worldWith('案内.pdf', small.soundPdf);
    const limits = { seconds: 0, megabytes: 700 };
    const reader = createAttachmentReader({ cacheFolder: null, limits });
    try {
      const problems = checkContent(world, { attachments: await readAttachments(world, reader) });
      expect(problems.map(({ code }) => code)).toContain('document-too-complex');
      expect(problems.filter(isUnsafe)).not.toEqual([]);
    } finally {
      await reader.close();
    }
  });

  it('may hold anything that is ever found', () => {
    const met = new Set([...found.map(([kind]) => kind), 'too-complex']);
    expect(findingKinds.filter((kind) => !met.has(kind))).toEqual([]);
  });
});
