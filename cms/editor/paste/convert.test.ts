import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/source/body.ts';
import { checkAsPractice } from '../word/fixtures/check-as-practice.ts';
import { type Converted, convertHtml, convertPlain, isTooMuch } from './convert.ts';
import { type Clipboard, clipboards, hostile } from './fixtures/make-clipboards.ts';
import { parseCopy } from './fixtures/parse-copy.ts';

const options = { headings: 'section', parse: parseCopy } as const;
const convert = ({ html, text = '' }: Clipboard): Converted =>
  html === undefined ? convertPlain(text, options, true) : convertHtml(html, options);

describe('a copy', () => {
  it.each(Object.entries(clipboards))('%s', (_name, clipboard) => {
    const { body, notKept } = convert(clipboard);
    expect(body).toBe(clipboard.becomes);
    const told = clipboard.told ?? [];
    for (const sentence of told) expect(notKept.join('\n')).toMatch(sentence);
    expect(notKept.filter((sentence) => !told.some((each) => each.test(sentence)))).toEqual([]);
  });

  it('passes the check of the site, each and all of them', async () => {
    const copies = Object.values(clipboards).map(convert);
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
  it.each(Object.entries(hostile))('%s', async (_name, { html, has = '', hasNot }) => {
    const { body, figures } = convertHtml(html, options);
    expect(body).toContain(has);
    if (hasNot) expect(body).not.toMatch(hasNot);
    expect(figures).toEqual([]);
    if (isTooMuch(body)) return;
    expect(readBody(body).problems).toEqual([]);
    expect(await checkAsPractice({ body: `## 課題\n\n${body}`, figures })).toEqual([]);
  });

  it('is too much where the check would refuse it', () => {
    const cells = '<td>字</td>'.repeat(30);
    const { body } = convertHtml(`<table>${`<tr>${cells}</tr>`.repeat(100)}</table>`, options);
    expect(isTooMuch(body)).toBe(true);
    expect(isTooMuch('文です。')).toBe(false);
  });
});
