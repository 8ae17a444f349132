import { describe, expect, it } from 'vitest';
import { checkAsPractice } from '../word/fixtures/check-as-practice.ts';
import { readFile } from './fixtures/becomes.ts';
import { formDocuments } from './fixtures/offices/form-documents.ts';
import { headingDocuments } from './fixtures/offices/heading-documents.ts';
import { letterDocuments } from './fixtures/offices/letter-documents.ts';
import type { OfficeDocument } from './fixtures/offices/office-document.ts';
import { otherWriters } from './fixtures/offices/other-writers.ts';
import { ruleDocuments } from './fixtures/offices/rule-documents.ts';
import { sheetDocuments } from './fixtures/offices/sheet-documents.ts';
import { slideDocuments } from './fixtures/offices/slide-documents.ts';

const kinds: Readonly<Record<string, Readonly<Record<string, OfficeDocument>>>> = {
  rules: ruleDocuments,
  forms: formDocuments,
  headings: headingDocuments,
  'letters and reports': letterDocuments,
  'other programs': otherWriters,
  slides: slideDocuments,
  sheets: sheetDocuments,
};

describe.each(Object.entries(kinds))('%s', (_kind, documents) => {
  it.each(Object.entries(documents))('%s', async (_name, document) => {
    const { file, headings = 'free', sheet = 0, told = [] } = document;
    const { title, body, notKept } = await readFile(file(), headings, sheet);
    expect(`【${title}】\n\n${body}`).toBe(`【${document.title}】\n\n${document.becomes}`);
    for (const sentence of told) expect(notKept.join('\n')).toMatch(sentence);
    expect(notKept.filter((sentence) => !told.some((each) => each.test(sentence)))).toEqual([]);
  });
});

it('each passes the check as it is', async () => {
  for (const [name, { file }] of Object.values(kinds).flatMap(Object.entries<OfficeDocument>)) {
    const read = await readFile(file(), 'practice');
    expect([name, await checkAsPractice(read)]).toEqual([name, []]);
  }
});
