import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanAttachment } from '../../clean-attachment.ts';
import { contentTypes, relations, rootRelations } from '../fixtures/package-files.ts';
import { docx, p } from '../fixtures/word-files.ts';
import { cleanOffice } from './clean-office.ts';

const secret = '秘匿語';
const namesIn = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

/** A Word file with properties that somebody added, and a part that only they lead to. */
const withProperties = (): Uint8Array =>
  docx({
    body: p('公開する文'),
    files: {
      '[Content_Types].xml': contentTypes({
        'word/document.xml':
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'docProps/custom.xml':
          'application/vnd.openxmlformats-officedocument.custom-properties+xml',
      }),
      '_rels/.rels': rootRelations('word/document.xml').replace(
        '</Relationships>',
        relations(['rId7', 'custom-properties', 'docProps/custom.xml']).replace(
          /^[\s\S]*?<R[^>]*>/,
          '',
        ),
      ),
      'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="_AuthorEmail"><v>${secret}</v></property></Properties>`,
      'docProps/_rels/custom.xml.rels': relations(['x', 'image', 'only.png']),
      'docProps/only.png': secret,
    },
  });

describe('a cleaned Office file', () => {
  test('has lost what nobody sees, with what only it led to and what names it', async () => {
    const cleaned = await cleanAttachment(withProperties(), '.docx');
    expect(cleaned?.taken).toEqual([
      { kind: 'records', places: ['文書のプロパティ（ユーザー設定）'] },
    ]);
    const parts = unzipSync(cleaned?.bytes ?? new Uint8Array());
    expect(Object.keys(parts).filter((name) => /custom|only/.test(name))).toEqual([]);
    for (const part of Object.values(parts)) {
      const text = new TextDecoder().decode(part);
      expect(text).not.toContain(secret);
      expect(text).not.toMatch(/custom|only/);
    }
  });

  test('keeps every other part byte for byte, begins with its types, and stays the same', () => {
    const before = withProperties();
    const after = cleanOffice(before, '.docx') ?? new Uint8Array();
    expect(namesIn(after).slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    const parts = unzipSync(before);
    for (const [name, part] of Object.entries(unzipSync(after))) {
      if (!/Content_Types|_rels\/\.rels/.test(name)) expect(part).toEqual(parts[name]);
    }
    expect(cleanOffice(after, '.docx')).toEqual(after);
  });
});
