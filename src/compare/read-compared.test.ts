import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { cellLines } from './cell-lines.ts';
import { cleanParts } from './clean-cell.ts';
import { type ComparedColumn, comparisonOf } from './comparison-table.ts';
import { readCompared } from './read-compared.ts';

const id = 'practices/sakura-u/travel';
const attribute = (value: unknown) => JSON.stringify(value).replaceAll('"', '&quot;');
const kept = (more: object = {}) => ({
  address: `/${id}/`,
  title: '出張の確認',
  label: '事例',
  owner: 'さくら大学',
  when: '2023年1月',
  summary: '',
  sources: [{ title: '規程集', date: '', url: 'https://sakura-u.example/rules' }],
  files: [],
  ...more,
});
const page = (body: string, { facts = '', item = kept(), head = '' } = {}) =>
  parseHTML(`<html><body><main>
<div data-search="${attribute({ facets: { institutionKind: ['私立大学'], subtheme: ['安全保障輸出管理'] } })}">
<h1>出張の<wbr>確認</h1>${head}<div class="strip"><span>公開情報から編集部が要約</span><span>確認日 <b>2026年11月22日</b></span><span>機関未確認</span>
<button class="keep" data-keep="${attribute(item)}"></button></div>
<article><div class="prose">${body}</div></article>
<aside><dl><div><dt>出典</dt><dd><a href="https://sakura-u.example/rules">規程集</a></dd></div>${facts}</dl></aside>
</div></main></body></html>`).document as unknown as Document;

const { document } = parseHTML('<html></html>') as unknown as { document: Document };
const column = (read: ComparedColumn['read']): ComparedColumn => ({
  id,
  address: `https://portal.example/${id}/`,
  read,
});
const cellsOf = (source: Document): Record<string, string> => {
  const { rows } = comparisonOf([column(readCompared(source, id) ?? 'gone')], document);
  return Object.fromEntries(
    rows.map(({ label, cells: [cell] }) => [
      label,
      typeof cell === 'string'
        ? cell
        : (cell ?? []).map((node) => (node as Element).outerHTML ?? node.textContent).join(''),
    ]),
  );
};

describe('an entry is read from its own page', () => {
  test('what it is and whose', () => {
    expect(readCompared(page('<h2>課題</h2><p>一</p>'), id)).toMatchObject({
      title: '出張の確認',
      owner: 'さくら大学',
      ownerKind: '私立大学',
      isPractice: true,
      subthemes: ['安全保障輸出管理'],
      provenance: ['公開情報から編集部が要約', '機関未確認'],
      hasSources: true,
    });
  });

  test('that it is an older edition, while that is so', () => {
    const head =
      '<div class="page-head"><div class="notice"><h2>旧版です</h2><p>新しい版：…</p></div><div class="notice" hidden><h2>まだ施行されていません</h2></div></div>';
    expect(readCompared(page('', { head }), id)?.notice).toBe('旧版です');
  });

  test('a page of another entry, of a file or of nothing is none', () => {
    const other = kept({ address: '/practices/momiji-u/other/' });
    expect(readCompared(page('', { item: other }), id)).toBeNull();
    expect(readCompared(page('', { item: { ...kept(), isFile: true } as never }), id)).toBeNull();
    expect(readCompared(parseHTML('<p>404</p>').document as unknown as Document, id)).toBeNull();
  });

  test('each heading with what stands under it, up to the next', () => {
    const cells = cellsOf(
      page(
        '<h2 id="a">課題</h2>\n<p>一<a href="/glossary/mta/" class="term">MTA</a></p><h2>手順</h2><ol start="2"><li>二</li></ol><h3>細目</h3><p>三</p>',
      ),
    );
    expect(cells).toMatchObject({
      課題: '<p>一<a href="https://portal.example/glossary/mta/">MTA</a></p>',
      手順: '<ol start="2"><li>二</li></ol><p><strong>細目</strong></p><p>三</p>',
      時点: '<p>2023年1月</p>',
      出典: '<p><a href="https://sakura-u.example/rules">規程集</a></p><small>確認日 2026年11月22日</small>',
    });
  });

  test('headings that are set as terms in rows', () => {
    const cells = cellsOf(page('<dl><div><dt>体制</dt><dd>二部署で<b>分担</b></dd></div></dl>'));
    expect(cells['体制']).toBe('二部署で<b>分担</b>');
  });

  test('whom to ask, once, whether the text or the form says it', () => {
    const facts = '<div><dt>問い合わせ先</dt><dd>研究推進課</dd></div>';
    expect(cellsOf(page('', { facts }))['窓口']).toBe('<p>研究推進課</p>');
    const both = page('<h2>問い合わせ先</h2><p>窓口は研究推進課。</p>', { facts });
    expect(cellsOf(both)['窓口']).toBe('<p>窓口は研究推進課。</p>');
  });

  test('its files stand with the forms', () => {
    const file = { address: '/a.docx', title: '確認票', name: 'a.docx', bytes: 1, checksum: 'x' };
    const item = kept({ files: [file] });
    expect(cellsOf(page('', { item: item as never }))['様式']).toBe(
      '<p>添付：<a href="https://portal.example/a.docx">確認票</a></p>',
    );
  });
});

test('nothing comes along that works on its own page alone, or that nobody listed', () => {
  const hostile = parseHTML(
    `<div><p id="x" class="y" style="color:red" onclick="x()">文<script>alert(1)</script><button>押</button><a href="javascript:alert(1)">鍵</a><a href="data:text/html,x">値</a><img src="https://evil.example/x.png" alt="外"><img src="/fig.png" alt="図"><svg><a href="/x"></a></svg><iframe src="/"></iframe><custom-tag>字</custom-tag><span class="visually-hidden">隠</span></p><style>p{}</style><table><tr><td colspan="2" rowspan="x">表</td></tr></table></div>`,
  ).document;
  const parts = cleanParts([...(hostile.querySelector('div') as unknown as Element).childNodes], {
    base: 'https://portal.example/practices/sakura-u/travel/',
    into: document,
  });
  expect(parts.map((node) => (node as Element).outerHTML).join('')).toBe(
    '<p>文<span>鍵</span><span>値</span><img loading="lazy" alt="図" src="https://portal.example/fig.png">字</p><table><tr><td colspan="2">表</td></tr></table>',
  );
});

test('a missing page leaves the others side by side', () => {
  const read = readCompared(page('<h2>課題</h2><p>一</p>'), id) ?? 'gone';
  const { columns, absent } = comparisonOf(
    [column('gone'), column(read), column('unread')],
    document,
  );
  expect(columns).toHaveLength(1);
  expect(absent).toBe(
    '1件とも確認した範囲に記載なし：体制、手順、様式、つまずき、工数・費用、窓口',
  );
});

test('what has no source says so in its own words', () => {
  const item = kept({ sources: [] });
  const read = readCompared(page('<h2>課題</h2><p>一</p>', { item }), id) ?? 'gone';
  const other =
    readCompared(page('<h2>経緯・根拠</h2><p>二</p><h2>手順</h2><p>三</p>'), id) ?? 'gone';
  const { rows } = comparisonOf([column(read), column(other)], document);
  expect(rows.map(({ label, cells: [first] }) => [label, first]).slice(1, 3)).toEqual([
    ['経緯・根拠', 'この見出しの記載なし'],
    ['手順', '記載なし'],
  ]);
});

test('a cell becomes lines for a program that knows no HTML', () => {
  const cell = parseHTML(
    '<div><p>前<br>後</p><ul><li>一</li><li>二<ol start="3"><li>細</li></ol></li></ul><table><tr><th>甲</th><td>乙</td></tr></table><p><a href="https://a.example/">元</a>と<ruby>該<rp>(</rp><rt>がい</rt></ruby></p></div>',
  ).document.querySelector('div') as unknown as Element;
  expect(cellLines([...cell.childNodes]).map(({ mark, runs }) => [mark, ...runs])).toEqual([
    ['', { text: '前' }],
    ['', { text: '後' }],
    ['・', { text: '一' }],
    ['・', { text: '二' }],
    ['3. ', { text: '細' }],
    ['', { text: '甲' }, { text: '｜' }, { text: '乙' }],
    [
      '',
      { text: '元', address: 'https://a.example/' },
      { text: 'と' },
      { text: '該' },
      { text: '（がい）' },
    ],
  ]);
});
