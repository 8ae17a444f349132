import { describe, expect, it } from 'vitest';
import { flawIn } from './json-body.ts';

describe('a text that is to be parsed', () => {
  it.each([
    '{}',
    '[[[1]]]',
    JSON.stringify({ a: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[', b: '"\\"{{{' }),
    JSON.stringify({ emoji: '👩‍🔬', line: 'a\nb' }),
    '"\\ud83d\\ude00"',
    '"\\\\ud800"',
    `${'['.repeat(32)}${']'.repeat(32)}`,
    JSON.stringify({ text: ','.repeat(9000) }),
    // What is no JSON is for the parser to say.
    '"\\uZZZZ"',
    '"\\',
    ']]]]',
  ])('%s has no flaw', (text) => {
    expect(flawIn(text)).toBeNull();
  });

  it.each(['[', '{"a":', '[{"a":[', '"a",[[', '{"[":[{'])(
    'of %j again and again nests too deep',
    (text) => {
      expect(flawIn(text.repeat(33))).toBe('unreadable');
      expect(flawIn(text.repeat(100_000))).toBe('unreadable');
    },
  );

  it.each(['0,', '"a":1,', '{},', '[],'])('of %j again and again has too many parts', (text) => {
    expect(flawIn(`{"a":[${text.repeat(6000)}0]}`)).toBe('unreadable');
  });

  it.each([
    '"\\ud83d"',
    '"\\ude00"',
    '"\\ude00\\ud83d"',
    '"\\ud83da\\ude00"',
    '"\\ud83d\\n\\ude00"',
    '"\\ud83d\\ud83d\\ude00"',
    '{"\\uDBFF":1}',
    '["\\ud83d","\\ude00"]',
    '"\\ud83d\\\\ude00"',
  ])('%s has half a sign', (text) => {
    expect(flawIn(text)).toBe('half-sign');
  });

  it('says of a half sign what parsing would find', () => {
    let seed = 7;
    const random = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * most);
    };
    const parts = ['a', '\\ud83d', '\\ude00', '\\\\', '\\"', '\\u0041', '\\n', '😀', 'あ'];
    for (let round = 0; round < 2000; round++) {
      const inner = Array.from({ length: 1 + random(5) }, () => parts[random(parts.length)]).join(
        '',
      );
      const whole: string = JSON.parse(`"${inner}"`);
      // A half beside a whole sign that was written as it is can be no escape.
      expect([inner, flawIn(`"${inner}"`)]).toEqual([
        inner,
        whole.isWellFormed() ? null : 'half-sign',
      ]);
    }
  });
});
