import { describe, expect, it } from 'vitest';
import { head, pack } from '../fixtures/package-files.ts';
import { docx, p, r, wordParts } from '../fixtures/word-files.ts';
import { readOffice } from '../read-office.ts';

const found = (bytes: Uint8Array) => {
  const reading = readOffice(bytes, '.docx');
  expect(JSON.stringify(reading.pages)).not.toContain('SECRET');
  return reading.findings.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`));
};
const sign = '<w:r><w:footnoteReference w:id="1"/></w:r>';
const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;

describe('notes', () => {
  it('without a sign in the text are found', () => {
    const footnotes = note(1, '見える注') + note(2, 'SECRET');
    expect(found(docx({ body: p(r('文') + sign), footnotes }))).toEqual([
      'earlier-content 本文に番号のない脚注',
    ]);
  });

  it('are found where their sign is hidden', () => {
    const body = p(r('文') + sign.replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>'));
    expect(found(docx({ body, footnotes: note(1, 'SECRET') }))).toEqual([
      'earlier-content 本文に番号のない脚注',
    ]);
  });

  it('are sound with their signs, also in other notes', () => {
    const footnotes = `<w:footnote w:id="1">${p(r('注') + sign.replace('"1"', '"2"'))}</w:footnote>${note(2, '注の注')}`;
    expect(found(docx({ body: p(r('文') + sign), footnotes }))).toEqual([]);
  });
});

describe('headers and footers', () => {
  /** A file with a header of a type, and settings. */
  const withHeader = (type: string, text: string, section = '', settings = ''): Uint8Array => {
    const parts = wordParts({
      body: p('本文'),
      header: p(text),
      relations: [['settings', 'settings', 'settings.xml']],
      files: {
        'word/settings.xml': `${head}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${settings}</w:settings>`,
      },
    });
    const document = String(parts['word/document.xml'])
      .replace('w:type="default"', `w:type="${type}"`)
      .replace('</w:sectPr>', `${section}</w:sectPr>`);
    return pack({ ...parts, 'word/document.xml': document });
  };
  const unused =
    'earlier-content 使っていないヘッダー（「先頭ページのみ別指定」か「奇数/偶数ページ別指定」のもの）';

  it('of pages that there are not are found', () => {
    expect(found(withHeader('first', 'SECRET'))).toEqual([unused]);
    expect(found(withHeader('even', 'SECRET'))).toEqual([unused]);
    expect(found(withHeader('first', 'SECRET', '<w:titlePg w:val="0"/>'))).toEqual([unused]);
  });

  it('are sound where a page shows them, or where they say nothing of their own', () => {
    expect(found(withHeader('default', '柱'))).toEqual([]);
    expect(found(withHeader('first', '柱', '<w:titlePg/>'))).toEqual([]);
    expect(found(withHeader('even', '柱', '', '<w:evenAndOddHeaders/>'))).toEqual([]);
    expect(found(withHeader('first', '本文'))).toEqual([]);
    expect(found(withHeader('first', '- 1 -'))).toEqual([]);
  });
});
