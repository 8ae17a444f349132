import { addressOf } from '../../schema/addresses.ts';
import { sitePaths } from '../../schema/body.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Rule, World } from '../world.ts';

/** What may exist only once and exists twice: addresses, terms, records. */
export const duplicates: Rule = (world) => [
  ...takenAddresses(world),
  ...takenTerms(world),
  ...sharedSynonyms(world),
  ...takenRecords(world),
];

function* takenAddresses({ readings }: World): Iterable<Problem> {
  const taken = new Map<string, string>(
    sitePaths.map((address) => [address, '自動で作られるページ']),
  );
  for (const { place } of readings) {
    const address = addressOf(place.collection, place.id);
    const other = taken.get(address);
    if (other === undefined) taken.set(address, place.path);
    else yield problemOf('address-taken', place.path, 1, { address, other });
  }
}

type Term = { path: string; line: number; word: string };

/** Words are the same that differ only in width or in capitals. */
const folded = (word: string): string => word.normalize('NFKC').toLowerCase();

const termsOf = ({ readings }: World, of: 'term' | 'synonyms'): Term[] =>
  readings.flatMap(({ document, source }) => {
    if (document?.collection !== 'glossary') return [];
    const { path, data } = document;
    return of === 'term'
      ? [{ path, line: source.lineOf(['term']), word: data.term }]
      : data.synonyms.map((word, index) => ({
          path,
          line: source.lineOf(['synonyms', index]),
          word,
        }));
  });

function* takenTerms(world: World): Iterable<Problem> {
  const taken = new Map<string, string>();
  for (const { path, line, word } of termsOf(world, 'term')) {
    const other = taken.get(folded(word));
    if (other === undefined) taken.set(folded(word), path);
    else yield problemOf('term-taken', path, line, { word, other });
  }
}

function* sharedSynonyms(world: World): Iterable<Problem> {
  const taken = new Map(termsOf(world, 'term').map(({ path, word }) => [folded(word), path]));
  for (const { path, line, word } of termsOf(world, 'synonyms')) {
    const other = taken.get(folded(word));
    if (other === undefined) taken.set(folded(word), path);
    else yield problemOf('synonym-shared', path, line, { word, other });
  }
}

function* takenRecords({ readings }: World): Iterable<Problem> {
  const taken = new Map<string, string>();
  for (const { document, source } of readings) {
    if (!document || !('records' in document.data)) continue;
    for (const [index, record] of document.data.records.entries()) {
      const other = taken.get(record);
      if (other === undefined) {
        taken.set(record, document.path);
      } else {
        const line = source.lineOf(['records', index]);
        yield problemOf('record-taken', document.path, line, { record, other });
      }
    }
  }
}
