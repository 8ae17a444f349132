import { expect, it } from 'vitest';
import { attachmentEndings } from '../../../src/schema/body.ts';
import { attachment } from '../../../src/schema/entry.ts';
import { attachmentRow } from './attachment-row.ts';

it('takes title and kind from the name of a file', () => {
  expect(attachmentRow('誓約書（様式1）.docx')).toEqual({
    file: '誓約書（様式1）.docx',
    title: '誓約書（様式1）',
    kind: 'form',
  });
});

it('knows a kind for every file that may lie beside an entry', () => {
  for (const ending of attachmentEndings) {
    const row = { ...attachmentRow(`a${ending}`), rights: '無断転載禁止' };
    expect(attachment.safeParse(row).success).toBe(true);
  }
});
