import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/source/front-matter.ts';
import { approvedText } from './approval-text.ts';

const approval = { on: '2026-12-01', office: '研究担当理事室' };
const approved = (text: string, wanted = approval) =>
  approvedText(Buffer.from(text), wanted)?.toString() ?? null;

describe('an approved text', () => {
  it('has the approval after the origin, and nothing else is touched', () => {
    expect(
      approved('---\ntitle: 誓約書 # 注\norigin: contributed\nnotes: []\n---\n\n---\n本文'),
    ).toBe(
      '---\ntitle: 誓約書 # 注\norigin: contributed\napproval:\n  on: 2026-12-01\n  office: 研究担当理事室\nnotes: []\n---\n\n---\n本文',
    );
  });

  it('has one approval, in place of another', () => {
    for (const before of [
      'approval:\n  on: 2026-11-01\n  office: 国際課\n',
      'approval: {on: 2026-11-01, office: 国際課}\n',
      "'approval':\n\n  # まだ\n  on: 2026-11-01\n",
      'approval:\n',
    ]) {
      const text = approved(`---\n${before}title: 誓約書\n---\n`);
      expect(text).toBe(
        '---\ntitle: 誓約書\napproval:\n  on: 2026-12-01\n  office: 研究担当理事室\n---\n',
      );
    }
  });

  it('leaves alone what only begins alike, or stands deeper', () => {
    const text = 'approvals: x\nsources:\n  - approval: y\n';
    expect(approved(`---\n${text}---\n`)).toContain(text);
  });

  it('keeps the ends of its lines, and a mark at its head', () => {
    expect(approved('\uFEFF---\r\ntitle: a\r\n---\r\n本文\r\n')).toBe(
      '\uFEFF---\r\ntitle: a\r\napproval:\r\n  on: 2026-12-01\r\n  office: 研究担当理事室\r\n---\r\n本文\r\n',
    );
  });

  it.each(["a: b # 'c'", '- no', '2026-12-01', 'null', '"x', '研究担当理事室: 一', '%課', '@'])(
    'is read as it was written: %s',
    (office) => {
      const text = approved('---\ntitle: a\n---\n', { ...approval, office }) ?? '';
      expect(readFrontMatter(text).data).toEqual({ title: 'a', approval: { ...approval, office } });
    },
  );

  it('is none where there are no fields', () => {
    for (const text of ['', '本文', '---\ntitle: a\n']) expect(approved(text)).toBeNull();
  });
});
