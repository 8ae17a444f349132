import { describe, expect, it } from 'vitest';
import { unlikeFields } from './unlike-fields.ts';

const mine = `---
title: 題名
themes:
  - technology-leakage
updated: 2026-11-23
---

本文
`;

describe('what somebody else has stored', () => {
  it('is shown where it differs, in the words of the form', () => {
    const stored = `---
title: 別の題名
themes:
  - conflict-of-interest
contact:
  office: 国際課
  phone: 00-0000
updated: 2026-11-24
---

本文
`;
    expect(unlikeFields('case-studies', stored, mine)).toBe(
      '【題名】\n別の題名\n\n【テーマ】\n利益相反マネジメント\n\n【問い合わせ先】\n窓口の名称：国際課、電話：00-0000',
    );
  });

  it('is shown as empty where only the other version has something', () => {
    expect(unlikeFields('case-studies', '---\ntitle: 題名\n---\n', mine)).toBe(
      '【テーマ】\n（空欄）\n\n【本文】\n（空欄）',
    );
  });

  it('is nothing where only the day of the save differs', () => {
    expect(unlikeFields('case-studies', mine.replace('11-23', '11-24'), mine)).toBe('');
  });
});
