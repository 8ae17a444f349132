import { expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { sentences as ofProposals, stepRefused } from '../proposals/sentences.ts';
import { sentences as ofRequests } from './sentences.ts';
import { toldTo } from './told-to.ts';

const all: string[] = [ofRequests, ofProposals]
  .flatMap((of) => Object.values(of))
  .flatMap((of) => {
    if (typeof of === 'string') return [of];
    if (typeof of === 'function') return [(of as (...given: unknown[]) => string)('1', '2', '3')];
    return Object.values(of) as string[];
  });

it('tells nobody to turn to themselves', () => {
  expect(all.filter((sentence) => sentence.includes('事務局に')).length).toBeGreaterThan(15);
  for (const sentence of [...all, stepRefused('draft', 'approve')]) {
    expect(toldTo(people.editor, sentence)).not.toMatch(
      /事務局(?:を通じて|に(?:お問い合わせ|ご連絡|ご相談|お知らせ))/,
    );
    expect(toldTo(people.sakura, sentence)).toBe(sentence);
    expect(toldTo(null, sentence)).toBe(sentence);
  }
  expect(toldTo(people.editor, ofProposals['no-branch'])).toBe(
    'サイトを動かしているパソコンで作業が行われているため公開できませんので、システムの担当者にご連絡ください。',
  );
});
