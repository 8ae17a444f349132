import { expect, test } from 'vitest';
import { lexiconOf } from './lexicon.ts';
import { meantBy } from './misspelling.ts';

const term = (name: string, synonyms: string[] = []) => ({
  url: '',
  term: name,
  reading: '',
  synonyms,
  related: [],
  present: [],
});
const lexicon = lexiconOf(
  {
    terms: [
      term('利益相反', ['利害相反']),
      term('該非判定'),
      term('守秘義務'),
      term('守備義務'),
      term('disclosure'),
    ],
    scenes: [],
    longVowelStems: [],
  },
  { rings: [], okurigana: [], english: [], medical: [], titles: [] },
  [],
);

test.each([
  ['利益相半', '利益相反'],
  ['利益反相', '利益相反'],
  ['利益相', null],
  ['利益相反', null],
  ['該非判', null],
  ['該非の判定', '該非判定'],
  ['該否判定', '該非判定'],
  ['守義義務', null],
  ['共同研究', null],
  ['disclosures', null],
  ['discloshure', 'disclosure'],
])('%s means %s', (typed, meant) => expect(meantBy(typed, lexicon)).toBe(meant));
