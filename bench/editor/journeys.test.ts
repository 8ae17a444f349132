import { describe, expect, it } from 'vitest';
import { makeMoves, marksIn } from '../../cms/e2e/random-journeys/make-moves.ts';
import { createMarkBook } from '../../cms/e2e/random-journeys/mark-book.ts';
import { readMoves, writtenMoves } from '../../cms/e2e/random-journeys/move.ts';
import { seededRandom } from '../seeded-random.ts';
import { readOptions } from './options.ts';

describe('the moves of a journey', () => {
  it('are the same for the same seed, and can be written down and read', () => {
    const moves = makeMoves(seededRandom(3), 3);
    expect(makeMoves(seededRandom(3), 3)).toEqual(moves);
    expect(readMoves(writtenMoves(moves))).toEqual(moves);
  });

  it('of many seeds make every kind of move, and no mark twice', () => {
    const all = Array.from({ length: 300 }, (_, seed) =>
      makeMoves(seededRandom(seed), seed),
    ).flat();
    expect(new Set(all.map((move) => move.do)).size).toBe(23);
    const marks = all.flatMap((move) => ('mark' in move ? [move.mark] : []));
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks.flatMap(marksIn)).toEqual(marks);
    expect(marksIn(`あ${marks[0]}、${marks[1]}${marks[2]}。`)).toEqual(marks.slice(0, 3));
  });
});

describe('the book of marks', () => {
  const stored = (marks: readonly string[], files: readonly string[] = []) => ({
    everywhere: new Set([...marks, ...files]),
    files: new Set(files),
  });

  it('waits for what is neither stored nor taken away, and for a file itself', () => {
    const book = createMarkBook();
    book.made('mkamk', 0, 'new');
    book.made('mkbmk', 0, 'new');
    book.made('mkcmk', 0, 'new', true);
    const waiting = (marks: Parameters<typeof book.outstanding>[0]) =>
      book.outstanding(marks).map(({ mark }) => mark);
    expect(waiting(stored(['mkamk', 'mkcmk']))).toEqual(['mkbmk', 'mkcmk']);
    book.dropped(['mkbmk']);
    expect(waiting(stored(['mkamk'], ['mkcmk']))).toEqual([]);
  });

  it('knows what is given away: what is another’s and was never stored, or is not published yet', () => {
    const book = createMarkBook();
    book.made('mkamk', 0, 'new');
    book.made('mkbmk', 0, 'new');
    book.stored(new Set(['mkbmk']));
    const given = (...[to, published]: [0 | 1 | 2, Set<string> | null]) =>
      book.givenAway(['mkamk', 'mkbmk', 'mkzmk'], to, published).map(({ mark }) => mark);
    expect(given(0, null)).toEqual([]);
    expect(given(1, null)).toEqual(['mkamk']);
    expect(given(2, new Set())).toEqual(['mkamk', 'mkbmk']);
  });
});

it('the options say what to give instead', () => {
  expect(readOptions([], () => 5)).toMatchObject({ seed: 5, sequences: 200, replay: null });
  expect(() => readOptions(['--sequences', 'many'], () => 5)).toThrow('above 0');
});
