import { expect, it } from 'vitest';
import { people } from '../permissions/fixtures/people.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences as proposals } from '../proposals/sentences.ts';
import { sentenceFor } from './asked-by.ts';
import { sentences } from './sentences.ts';

const all = [...Object.values(sentences), ...Object.values(proposals)].filter(
  (sentence) => typeof sentence === 'string',
);

it('sends nobody of the network’s office to their own office', () => {
  for (const sentence of all) {
    expect(sentenceFor(sentence, people.editor)).not.toMatch(
      /事務局(?:に|を通じて)(?:お|ご|システム)/,
    );
  }
  expect(sentenceFor(sentences.missingFile, people.editor)).toContain(
    '心当たりがないときはシステムの担当者にお問い合わせください。',
  );
  expect(sentenceFor(proposals['no-branch'], people.editor)).toContain(
    'ため公開できませんので、システムの担当者にご連絡ください。',
  );
});

it('leaves what others are told as it is', () => {
  for (const sentence of [...all, refusals.otherInstitution]) {
    expect(sentenceFor(sentence, people.sakura)).toBe(sentence);
    expect(sentenceFor(sentence, null)).toBe(sentence);
  }
});
