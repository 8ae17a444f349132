import { expect, it } from 'vitest';
import { attachmentEndings } from '../../../src/schema/body.ts';
import { attachment } from '../../../src/schema/entry.ts';
import { attachmentRow, attachmentRowInPlace, rowsWith } from './attachment-row.ts';

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

it('keeps what somebody wrote about a file for the one that takes its place', () => {
  const written = { ...attachmentRow('手順.docx'), rights: '無断転載禁止' };
  expect(attachmentRowInPlace('手順書.pdf', written, '手順.docx')).toEqual({
    file: '手順書.pdf',
    title: '手順書',
    kind: 'document',
    rights: '無断転載禁止',
  });
  const titled = { ...written, title: '受入れの手順', kind: 'data' } as const;
  expect(attachmentRowInPlace('手順書.pdf', titled, '手順.docx')).toMatchObject({
    file: '手順書.pdf',
    title: '受入れの手順',
    kind: 'data',
  });
  expect(attachmentRowInPlace('a.pdf', null, 'b.pdf')).toEqual(attachmentRow('a.pdf'));
});

it('has one row for a file that is chosen twice, and what was written about it', () => {
  const written = { ...attachmentRow('手順.docx'), rights: '無断転載禁止' };
  expect(rowsWith([written], '手順.docx', () => null)).toEqual([written]);
  expect(rowsWith([], '手順.docx', () => written)).toEqual([written]);
  expect(rowsWith([written], 'a.pdf', () => null)).toEqual([written, attachmentRow('a.pdf')]);
});
