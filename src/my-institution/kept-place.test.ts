import { describe, expect, test } from 'vitest';
import {
  forgetPlace,
  keepPlace,
  keptPlace,
  nothingKept,
  placeInForce,
  readInstitution,
  readPlace,
} from './kept-place.ts';

const store = (kept: Record<string, string> = {}) => {
  const values = new Map(Object.entries(kept));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    values,
  };
};
const refusing = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

describe('an address', () => {
  test('says what is in the closed list, each once, in one order', () => {
    expect(readPlace('no-medical,private,private')).toEqual(['private', 'no-medical']);
  });

  test.each([
    '',
    ',,,',
    '<script>',
    'private%00',
    'constructor,__proto__,toString',
    `${'x'.repeat(10_000)},private`,
  ])('that says anything else says nothing: %.30s', (text) => {
    expect(readPlace(text)).toEqual([]);
  });

  test.each(['../x', 'Sakura', 'a b', '-a', 'a'.repeat(81)])(
    '%.20s names no institution',
    (text) => {
      expect(readInstitution(text)).toBe('');
    },
  );
});

describe('a browser', () => {
  const said = { place: ['private'], institution: 'sakura-u' } as const;

  test('keeps what was said until it is told to forget, one for each edition', () => {
    const storage = store();
    expect(keepPlace('/', storage, said)).toBe(true);
    expect(keptPlace('/', storage)).toEqual(said);
    expect(keptPlace('/network/', storage)).toEqual(nothingKept);
    forgetPlace('/', storage);
    expect(keptPlace('/', storage)).toEqual(nothingKept);
    expect(storage.values.size).toBe(0);
  });

  test('that keeps something strange keeps nothing', () => {
    const storage = store({ 'my-institution:/': '{"place":"private"} "><img>' });
    expect(keptPlace('/', storage)).toEqual(nothingKept);
  });

  test('that refuses is taken at its word', () => {
    for (const storage of [null, refusing]) {
      expect(keptPlace('/', storage)).toEqual(nothingKept);
      expect(keepPlace('/', storage, said)).toBe(false);
      forgetPlace('/', storage);
    }
  });
});

describe('what orders a page', () => {
  const kept = { place: ['private'], institution: '' } as const;

  test('is what the address says before what is kept', () => {
    expect(placeInForce('?place=national,medical', kept).place).toEqual(['national', 'medical']);
    expect(placeInForce('?scene=training', kept).place).toEqual(['private']);
    expect(placeInForce('?place=nonsense', kept).place).toEqual(['private']);
  });

  test('is nothing where the address switches it off', () => {
    expect(placeInForce('?place=none', kept)).toEqual({
      place: [],
      isOff: true,
      kept: ['private'],
    });
  });
});
