import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/source/body.ts';
import { checkAsPractice } from '../word/fixtures/check-as-practice.ts';
import { type Converted, convertHtml, convertPlain } from './convert.ts';
import type { Clipboard } from './fixtures/clipboard.ts';
import { hostile } from './fixtures/hostile-clipboards.ts';
import { allClipboards } from './fixtures/make-clipboards.ts';
import { parseCopy } from './fixtures/parse-copy.ts';

const options = { headings: 'section', parse: parseCopy } as const;
const copied = ({ html, text = '' }: Clipboard) =>
  html === undefined ? convertPlain(text, options, true) : convertHtml(html, options);
const convert = (clipboard: Clipboard): Converted => {
  const converted = copied(clipboard);
  if (!converted) throw new Error('too much');
  return converted;
};

describe('a copy', () => {
  it.each(Object.entries(allClipboards))('%s', (_name, clipboard) => {
    const { body, notKept } = convert(clipboard);
    expect(body).toBe(clipboard.becomes);
    const told = clipboard.told ?? [];
    for (const sentence of told) expect(notKept.join('\n')).toMatch(sentence);
    expect(notKept.filter((sentence) => !told.some((each) => each.test(sentence)))).toEqual([]);
  });

  it('passes the check of the site, each and all of them', async () => {
    const copies = Object.values(allClipboards).map(convert);
    for (const { body } of copies) expect(readBody(body).problems).toEqual([]);
    // Notes and headings of several would be each other's.
    const alone = copies.map(({ body, figures }) => ({
      body: `## 課題\n\n${body.replace(/^## .*$/gm, '').trim()}`,
      figures,
    }));
    for (const copy of alone) expect(await checkAsPractice(copy)).toEqual([]);
  });
});

describe('a copy that means harm, or broke', () => {
  it.each(Object.entries(hostile))(
    '%s',
    async (_name, { html, has = '', hasNot, isTooMuch = false }) => {
      const converted = convertHtml(html, options);
      expect(converted === null).toBe(isTooMuch);
      if (!converted) return;
      const { body, figures } = converted;
      expect(body).toContain(has);
      if (hasNot) expect(body).not.toMatch(hasNot);
      expect(figures).toEqual([]);
      expect(readBody(body).problems).toEqual([]);
      expect(await checkAsPractice({ body: `## 課題\n\n${body}`, figures })).toEqual([]);
    },
  );
});
