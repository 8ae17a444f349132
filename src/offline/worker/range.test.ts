import { describe, expect, test } from 'vitest';
import { answerWithFile, readRange } from './range.ts';
import { safeHeaders } from './safe-headers.ts';

describe('a Range header', () => {
  test.each([
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=2-5', { from: 2, to: 5 }],
    ['bytes=2-', { from: 2, to: 9 }],
    ['bytes=2-99', { from: 2, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-99', { from: 0, to: 9 }],
  ])('%s of ten bytes is a part', (header, part) => {
    expect(readRange(header, 10)).toEqual(part);
  });

  test.each([
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,4-5',
    'items=0-1',
    'bytes=a-b',
  ])('%s is ignored', (header) => {
    expect(readRange(header, 10)).toBe('whole');
  });

  test.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s of ten bytes is not there', (header) => {
    expect(readRange(header, 10)).toBe('unsatisfiable');
  });
});

describe('a saved file', () => {
  const content = new Blob(['0123456789']);
  const ask = async (headers: Record<string, string> = {}) => {
    const answer = answerWithFile(content, safeHeaders('a.pdf'), 'tag', new Headers(headers));
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  test('is answered whole, and says that parts may be asked for', async () => {
    const { status, headers, text } = await ask();
    expect([status, text]).toEqual([200, '0123456789']);
    expect(Object.fromEntries(headers)).toEqual({
      'accept-ranges': 'bytes',
      'content-length': '10',
      etag: '"tag"',
      ...safeHeaders('a.pdf'),
    });
  });

  test('is answered in part', async () => {
    const { status, headers, text } = await ask({ range: 'bytes=-4' });
    expect([status, text]).toEqual([206, '6789']);
    expect(headers.get('content-range')).toBe('bytes 6-9/10');
    expect(headers.get('content-length')).toBe('4');
  });

  test('has nothing behind its end', async () => {
    const { status, headers, text } = await ask({ range: 'bytes=10-' });
    expect([status, text, headers.get('content-range')]).toEqual([416, '', 'bytes */10']);
  });

  test('is answered whole where a part of another content is asked for', async () => {
    const range = 'bytes=0-3';
    expect(await ask({ range, 'if-range': '"tag"' })).toMatchObject({ status: 206 });
    expect(await ask({ range, 'if-range': '"other"' })).toMatchObject({ status: 200 });
  });
});
