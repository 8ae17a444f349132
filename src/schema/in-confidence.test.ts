import { expect, test } from 'vitest';
import { approval } from './entry.ts';
import { guideline } from './guideline.ts';
import { practice } from './practice.ts';

test('an approval is a day and an office, both of them', () => {
  expect(approval.safeParse({ on: '2026-11-01', office: '研究推進課' }).success).toBe(true);
  for (const wrong of [
    { on: '2026-11-01' },
    { office: '研究推進課' },
    { on: '2026-11-31', office: '研究推進課' },
    { on: '2026-11-01', office: ' ' },
    { on: '2026-11-01', office: '研究推進課', person: '山田' },
  ]) {
    expect(approval.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  }
});

test('only a practice can tell the kind of an institution without its name', () => {
  expect('institutionKind' in practice.shape).toBe(true);
  expect('institutionKind' in guideline.shape).toBe(false);
});

test('every new field has the label and the hint that the form shows', () => {
  const fields = [
    practice.shape.approval,
    practice.shape.institutionKind,
    ...Object.values(approval.shape),
  ];
  for (const field of fields) {
    expect(field.meta()?.label).toMatch(/\S/);
    expect(field.meta()?.hint).toMatch(/。/);
  }
});
