import { describe, expect, it } from 'vitest';
import { unsafeInSvg } from './svg-safety.ts';

const xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const drawing = (inside: string, attributes = '') =>
  unsafeInSvg(`<svg ${xmlns} ${attributes}>\n${inside}\n</svg>`);
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a picture of shapes and words', () => {
  it.each([
    '<path d="M0 0L1 1" fill="#123" style="stroke:rgb(0, 0, 0);stroke-width:2px"/>',
    '<g id="図" class="a b" transform="translate(1,2) rotate(3)"><text x="1">利益&amp;相反&#x3042;</text></g>',
    '<style>.a,#b path{fill:none;clip-path:url(#c)}\n/* 印 */ text.d { font: 12px "Noto Sans" }</style>',
    '<style type="text/css">.st0{fill:#FFFFFF;}</style>',
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)"/>',
    '<rect fill=\'url("#a")\'/>',
    '<symbol id="s"><path d=""/></symbol><use href="#s"/><use xlink:href="#s" x="3"/>',
    `<image width="1" height="1" xlink:href="data:image/png;base64,${pixel}"/>`,
    '<filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="2" result="b"/></filter>',
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"><cc:Work rdf:about=""/></rdf:RDF></metadata>',
    '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:zoom="1" pagecolor="#fff"/>',
    '<a href="#b"><title>表</title><desc xml:lang="ja">説明</desc></a>',
    '<!-- 覚え書き -->',
    '<switch><g/></switch>',
  ])('may hold %s', (inside) => {
    expect(drawing(inside)).toBeNull();
  });

  it('may be declared as XML in UTF-8, and say how large it is', () => {
    const root = `<svg ${xmlns} width="210mm" height="297mm" viewBox="0 0 1 1"/>`;
    expect(unsafeInSvg(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->\n${root}\n`)).toBe(
      null,
    );
    expect(unsafeInSvg(`<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>`)).toBeNull();
  });
});

describe('anything else', () => {
  it.each([
    ['<script/>', '<script>'],
    ['<SCRIPT/>', '<SCRIPT>'],
    ['<foreignObject/>', '<foreignObject>'],
    ['<animate attributeName="href" to="javascript:x"/>', '<animate>'],
    ['<set/>', '<set>'],
    ['<feImage href="#a"/>', '<feImage>'],
    ['<unknown/>', '<unknown>'],
    ['<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>', '<p>'],
    ['<p xmlns="http://www.w3.org/1999/xhtml"/>', '<p>'],
    ['<g xmlns=""/>', '<g>'],
    ['<q:script xmlns:q="http://www.w3.org/2000/svg"/>', '<script>'],
    ['<math xmlns="http://www.w3.org/1998/Math/MathML"/>', '<math>'],
    ['<x:y xmlns:x="http://www.w3.org/2001/xml-events"/>', '<y>'],
    ['<g onload="x"/>', 'onload="x"'],
    ['<g onanything="x"/>', 'onanything="x"'],
    ['<g xml:base="http://a.example/"/>', 'xml:base="http://a.example/"'],
    ['<g srcset="a"/>', 'srcset="a"'],
    ['<g src="a"/>', 'src="a"'],
    ['<a href="https://a.example/"/>', 'href="https://a.example/"'],
    ['<a href=""/>', 'href=""'],
    ['<a href="#b" target="_top"/>', 'target="_top"'],
    ['<use href="a.svg#b"/>', 'href="a.svg#b"'],
    ['<use xlink:href="data:image/png;base64,AA=="/>', 'xlink:href="data:image/png;base64,AA=="'],
    ['<image href="data:image/svg+xml;base64,AA=="/>', 'href="data:image/svg+xml;base64,AA=="'],
    ['<image href="data:image/png;base64,AAAA"/>', 'href="data:image/png;base64,AAAA"'],
    ['<image href="a.png"/>', 'href="a.png"'],
    ['<rect fill="url(https://a.example/)"/>', 'fill="url(https://a.example/)"'],
    ['<rect fill="URL( //a.example )"/>', 'fill="URL( //a.example )"'],
    ['<rect fill="image-set(\'a\' 1x)"/>', 'fill="image-set(\'a\' 1x)"'],
    ['<rect fill="u\\72l(a)"/>', 'fill="u\\72l(a)"'],
    ['<rect fill="u/**/rl(a)"/>', 'fill="u/**/rl(a)"'],
    ['<rect style="behavior:url(#a)"/>', 'behavior:url(#a)'],
    ['<rect style="fill:url(a)"/>', 'fill:url(a)'],
    ['<style>@import "a";</style>', '@import "a";'],
    ['<style>@font-face{src:url(a)}</style>', '@font-face'],
    ['<style>a{fill:url(a)}</style>', 'fill:url(a)'],
    ['<style>a{fill:src("a")}</style>', 'fill:src("a")'],
    ['<style>a{b{fill:red}}</style>', 'b{fill:red'],
    ['<style>a[href^="x"]{fill:red}</style>', 'a[href^="x"]'],
    ['<style>a{fill:red</style>', 'a{fill:red'],
    ['<style>/* a</style>', '/*'],
    ['<style><g/></style>', '<g>'],
    ['<style>a{fill<!-- -->:red}</style>', 'a{fill'],
    ['<![CDATA[a]]>', '<![CDATA[a]]> </svg>'],
    ['<?xml-stylesheet href="a"?>', '<?xml-stylesheet href="a"?> </svg>'],
    ['&nbsp;', '&nbsp;'],
    ['&#0;', '&#0;'],
    ['a ]]> b', ']]>'],
    ['<g a=b/>', '<g a=b/> </svg>'],
    ['<g a="<b"/>', 'a="<b'],
    ['<g a="1" a="2"/>', 'a'],
    ['<g x:a="1"/>', 'x:a'],
    ['<g id="1"class="2"/>', '<g id="1"class="2"/> </svg>'],
    ['<g', '<g </svg>'],
    ['<g></path>', '</path> </svg>'],
    ['<!-- a -- b -->', '<!--'],
    ['<svg xmlns:xml="http://a.example/"/>', 'xmlns'],
    ['<use href="#a"/><g id="a"><use href="#a"/></g>', '<use href="#a">'],
  ])('may not stand in it: %s', (inside, found) => {
    const refused = drawing(inside);
    expect(refused?.found).toBe(found);
  });

  it('is told with its line', () => {
    expect(drawing('<g>\n\n<script/></g>')).toEqual({ found: '<script>', line: 4 });
    expect(drawing('a\nb\n&x;')?.line).toBe(4);
  });

  it.each([
    ['<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['<svg/>'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    [`<svg ${xmlns}/><svg ${xmlns}/>`],
    [`<svg ${xmlns}/>a`],
    [`<svg ${xmlns}>`],
    [''],
    [`<?xml version="1.0" encoding="UTF-16"?><svg ${xmlns}/>`],
    [`<svg ${xmlns} width="60000" height="60000"/>`],
    [`<svg ${xmlns} width="1e9"/>`],
  ])('is no picture: %s', (text) => {
    expect(unsafeInSvg(text)).not.toBeNull();
  });

  it('is not drawn without end', () => {
    const level = (name: string, used: string) =>
      `<g id="${name}">${`<use href="#${used}"/>`.repeat(10)}</g>`;
    const bomb = `<rect id="a"/>${['b', 'c', 'd', 'e', 'f'].map((name, index) => level(name, 'abcdef'[index] ?? '')).join('')}`;
    expect(drawing(`<defs>${bomb}</defs><use href="#b"/>`)?.found).toMatch(/^<use href="#/);
    expect(drawing(`<rect id="a"/>${level('b', 'a')}`)).toBeNull();
    expect(drawing('<g>'.repeat(200))?.found).toBe('<g>');
    expect(drawing('<g/>'.repeat(60_000))?.found).toContain('50000');
  });

  it('is found in one walk over as much as is read', () => {
    // Each of these would take minutes where a pattern is tried at every place.
    for (const piece of ['<!--', 'a="', '&', '&#x', '<a', '(', 'a ', ':', '<g ', "'", '/*', ';']) {
      const long = piece.repeat(100_000);
      expect(typeof drawing(long)).toBe('object');
      expect(typeof drawing(`<rect fill="${long}"/>`)).toBe('object');
      expect(typeof drawing(`<rect style="fill:${long}"/>`)).toBe('object');
      expect(typeof drawing(`<style>${long}</style>`)).toBe('object');
    }
  });
});
