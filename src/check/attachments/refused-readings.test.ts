import { expect, it } from 'vitest';
import { findingKinds, isRefused } from '../../attachments/reading.ts';
import { isUnsafe } from '../problem.ts';

it('of nothing that the check keeps out of drafts is anything kept on disk', () => {
  for (const kind of findingKinds) {
    const reading = { findings: [{ kind, places: [] }] };
    expect([kind, isRefused(reading)]).toEqual([kind, isUnsafe({ code: `document-${kind}` })]);
  }
});
