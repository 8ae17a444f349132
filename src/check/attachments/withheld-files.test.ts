import { expect, it } from 'vitest';
import { findingsIn } from '../fixtures/readings.ts';
import { checkWorld, soundWorldWith } from '../fixtures/worlds.ts';
import { withheldFiles } from './withheld-files.ts';

const folder = 'case-studies/sakura-u/accepting-students';
const sheet = `${folder}/事前確認シート.pdf`;

const withheld = (
  ...[changes, attachments]: [Parameters<typeof soundWorldWith>[0], ReturnType<typeof findingsIn>?]
) => [...withheldFiles(checkWorld(soundWorldWith(changes), attachments && { attachments }))];

it('are those that would leak, and those that nobody could open', () => {
  expect(withheld({}, findingsIn('事前確認シート.pdf', { kind: 'comments', places: [] }))).toEqual([
    sheet,
  ]);
  expect(withheld({}, findingsIn('flow.png', { kind: 'photograph-place', places: [] }))).toEqual([
    `${folder}/flow.png`,
  ]);
  expect(withheld({ [sheet]: '' })).toEqual([sheet]);
  expect(withheld({ [sheet]: 'no PDF' })).toEqual([sheet]);
});

it('are not those that only annoy, and nothing that stands on the page itself', () => {
  expect(withheld({}, findingsIn('事前確認シート.pdf', { kind: 'authors', places: [] }))).toEqual(
    [],
  );
  expect(
    withheld({
      [`${folder}/count.csv`]: '',
      [`${folder}/index.mdx`]: '',
      [`${folder}/more.exe`]: '',
    }),
  ).toEqual([]);
});
