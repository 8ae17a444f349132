import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/source/body.ts';
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

/** What stands in the texts of a file, run by run: of Word, PowerPoint or Excel. */
const runsIn = (file: Uint8Array): string[] =>
  Object.entries(unzipSync(file))
    .filter(([name]) => /(?:document|notes|slides\/slide\d+|sheet\d+)\.xml$/.test(name))
    .flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/<(?:w:|a:)?t(?: [^>]*)?>([^<]*)<\//g)])
    .map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));

const wordsOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
/** What the body says in another way: marks of lists, brackets of headings. */
const marks = /^[・■]|^【(.+)】$/u;

it.each(Object.values(kinds).flatMap(Object.entries<OfficeDocument>))(
  '%s: no word is lost that is not told',
  async (name, { file, headings = 'free' }) => {
    const { title, body, notKept } = await readFile(file(), headings);
    const { tree } = readBody(body);
    const kept = squeezed(title + (tree ? wordsOf(tree) : '') + notKept.join(''));
    const lost = runsIn(file())
      .map((run) => squeezed(run).replace(marks, '$1'))
      .filter((run) => !kept.includes(run));
    expect(lost).toEqual(left[name] ?? []);
  },
);

/** An index, what nobody filled in, and letters of a font that are written as the signs that they show. */
const left: Readonly<Record<string, readonly string[]>> = {
  '規程: an index that was typed, one book, chapters down to 款': [
    '第1章通則(第1条・第2条)',
    '第2章体制(第3条)',
  ],
  'チェックリスト: boxes of five kinds, chosen words, an open field': ['部署を選んでください。'],
  '届: letters in circles, readings and choices by fields of older versions, letters of a symbol font':
    ['\uF0A8'],
  '報告書: an index by a field, references, numbered captions, both kinds of notes': ['3'],
  'LibreOffice: names of its own styles, lists by styles, an index of its own': ['1目的2'],
};
