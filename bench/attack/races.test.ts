import { expect, it } from 'vitest';
import { raceOnLinkedEntries } from './races.ts';

it('whoever is faster, what is published passes the check', async () => {
  const { broken, answers } = await raceOnLinkedEntries({ seed: 20261129, pairs: 6 });
  expect(broken).toEqual([]);
  expect(answers['published']).toBeGreaterThan(0);
});
