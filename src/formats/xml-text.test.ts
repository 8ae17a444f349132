import { expect, test } from 'vitest';
import { holdableInXml, xmlText } from './xml-text.ts';

test('what XML cannot hold is left out, and nothing else', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    const isHeld =
      [0x9, 0xa, 0xd].includes(code) ||
      (code >= 0x20 && code < 0xd800) ||
      (code > 0xdfff && code < 0xfffe);
    if (holdableInXml(`a${character}b`) !== (isHeld ? `a${character}b` : 'ab')) {
      throw new Error(`U+${code.toString(16)}`);
    }
  }
  expect(holdableInXml('𠮷野家 👨‍👩‍👧')).toBe('𠮷野家 👨‍👩‍👧');
  expect(holdableInXml('\ud842𠮷\udfb7\ud842')).toBe('𠮷');
});

test('signs of markup stand as references, the end of a section too', () => {
  expect(xmlText('a]]>b & <c d="e">')).toBe('a]]&gt;b &amp; &lt;c d=&quot;e&quot;&gt;');
});
