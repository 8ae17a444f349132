import { describe, expect, it } from 'vitest';
import type { ReadDocument } from './document-import.ts';
import { docx, p, r, tbl, tr } from './fixtures/ooxml.ts';
import { readWord } from './read-word.ts';

const readFile = async (file: Uint8Array): Promise<ReadDocument> => {
  const word = await readWord(file);
  if (word.kind !== 'read') throw new Error(word.reason);
  return word;
};

it('of several forms of the same thing, that which Office shows is read', async () => {
  const form = (requires: string, choice: string, fallback: string) =>
    `<mc:AlternateContent xmlns:zz="urn:unknown"><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  const text = (words: string) => `<w:t>${words}</w:t>`;
  const body =
    p('始め') +
    p(`<w:r>${form('zz', text('隠れた'), text('見える'))}</w:r>${r('文')}`) +
    p(r('別の') + form('wps', r('新しい文'), r('古い文'))) +
    form('zz', p('隠れた段落'), p('見える段落'));
  const read = await readFile(docx({ body }));
  expect(read.body).toBe('始め\n\n見える文\n\n別の新しい文\n\n見える段落');
});

describe('a title', () => {
  it('says the same however wide it is set', async () => {
    const file = docx({ body: p('提　　案　　書', { centred: true }) + p('文です。') });
    expect((await readFile(file)).title).toBe('提案書');
  });

  it.each([
    ['提　　案　　書', '提案書'],
    ['議 事 要 旨', '議事要旨'],
    ['第２号　様　式', '第２号　様　式'],
    ['研究 推進', '研究 推進'],
  ])('%s by blanks is %s', async (written, title) => {
    const file = docx({ body: p(written, { centred: true }) + p('文です。') });
    expect((await readFile(file)).title).toBe(title);
  });

  it('says the same where tabs set it wide', async () => {
    const signs = ['提', '案', '書'].map((sign) => r(sign)).join('<w:r><w:tab/></w:r>');
    const file = docx({ body: p(signs, { centred: true }) + p('文です。') });
    expect((await readFile(file)).title).toBe('提案書');
  });

  it('is no centred line in the middle of a text, and no caption', async () => {
    const text = p('研究者は、出張の前に届け出ます。').repeat(4);
    const file = docx({
      body: text + p('表１　件数', { centred: true }) + p('はじめに', { centred: true }),
    });
    expect((await readFile(file)).title).toBe('');
  });

  it('is none that only the properties of the file say', async () => {
    const named = { title: '前年度の文書', body: p('文です。') };
    expect((await readFile(docx(named))).title).toBe('');
    const inText = docx({ title: '申告の案内', body: p('申告の案内') + p('文です。') });
    expect(await readFile(inText)).toMatchObject({ title: '申告の案内', body: '文です。' });
  });
});

it('a row that begins further on keeps its cells below their heads', async () => {
  const shifted = tr('3').replace('<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>');
  const file = docx({ body: p('文') + tbl(tr('部局', '件数'), tr('理学部', '2'), shifted) });
  expect((await readFile(file)).body).toContain('| 理学部 | 2 |\n|  | 3 |');
});
