import { expect, test } from 'vitest';
import { readSource } from '../source/read-source.ts';
import { headwordFinder } from './glossary-links.ts';
import { type BodyContext, type RenderedBody, renderBody } from './render-body.ts';

const context: BodyContext = {
  headwords: headwordFinder([
    { term: '誓約書', address: '/glossary/pledge/' },
    { term: '特定類型', address: '/glossary/category/' },
    { term: '特定類型該当者', address: '/glossary/person/' },
  ]),
  resolveLink: (href) => (href.includes('hidden') ? null : href.replace('../', '/practices/')),
  isWithheld: (name) => name.includes('確認中'),
  linkedFile: (href) => (/^[a-z]+:|\/$/.test(href) ? null : decodeURI(href).replace('./', '')),
  file: (name) => ({
    address: `/files/${name}`,
    title: `題名 ${name}`,
    kind: 'PDF',
    description: 'PDF　3ページ　12 KB',
    rights: 'CC BY 4.0',
    checksum: 'abc',
    unit: 'page',
    searchable: 'scan',
    page: `/files/files/${name}/`,
    picture: `/files/files/${name}/first-page.webp`,
    pictureSize: { width: 640, height: 360 },
  }),
  pictureSize: () => ({ width: 640, height: 480 }),
  chart: ({ title = '' }) => ({
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [{ type: 'text', value: title }],
  }),
};

function rendered(markdown: string): RenderedBody {
  const { body, problems } = readSource(`---\ntitle: 例\n---\n${markdown}\n`);
  expect(problems).toEqual([]);
  if (!body) throw new Error('no body');
  return renderBody(body, context);
}
const html = (markdown: string) => rendered(markdown).html;

test('emphasis beside Japanese brackets is emphasis', () => {
  expect(html('**「強調」**です')).toBe('<p><strong>「強調」</strong>です</p>');
});

test('headings have the anchors that the check knows, and the words of the screen', () => {
  const { headings, html: page } = rendered('## 体制(窓口)\n\n### 体制(窓口)\n');
  expect(headings).toEqual([
    { depth: 2, slug: '体制窓口', text: '体制（窓口）' },
    { depth: 3, slug: '体制窓口-1', text: '体制（窓口）' },
  ]);
  expect(page).toContain('<h2 id="体制窓口">体制（窓口）</h2>');
});

test('a headword is linked where it is first used, the longest first, never in a link or a heading', () => {
  expect(html('## 誓約書\n\n[誓約書](https://example.jp/)と誓約書と誓約書。特定類型該当者。')).toBe(
    '<h2 id="誓約書">誓約書</h2>\n<p><a href="https://example.jp/">誓約書</a>と' +
      '<a href="/glossary/pledge/" class="term">誓約書</a>と誓約書。' +
      '<a href="/glossary/person/" class="term">特定類型該当者</a>。</p>',
  );
});

test('a link to what the edition does not show becomes its words', () => {
  expect(html('[内輪の取組](../hidden/)と[公開の取組](../open/)')).toBe(
    '<p>内輪の取組と<a href="/practices/open/">公開の取組</a></p>',
  );
});

test('components of the closed list', () => {
  expect(
    html(
      '<Callout kind="caution" title="期限">\n\n4月です。\n\n</Callout>\n\n<Download file="a.pdf" />',
    ),
  ).toMatchInlineSnapshot(`
    "<aside class="callout caution"><p class="callout-title">期限</p><p>4月です。</p></aside>
    <div class="file"><img src="/files/files/a.pdf/first-page.webp" width="640" height="360" alt="「題名 a.pdf」の1ページ目" loading="lazy" decoding="async"><div><a href="/files/a.pdf">題名 a.pdf</a><small>PDF　3ページ　12 KB　CC BY 4.0　本文検索不可</small><div class="ways" data-pagefind-ignore=""><a href="/files/files/a.pdf/">このファイルについて<span class="visually-hidden">：題名 a.pdf</span></a><details><summary>検査値（SHA-256）</summary><code>abc</code></details></div></div></div>"
  `);
  expect(html('<Figure src="図.png" alt="流れ">全体の流れ</Figure>')).toMatchInlineSnapshot(
    `"<figure><img src="/files/図.png" alt="流れ" loading="lazy" width="640" height="480"><figcaption>全体の流れ</figcaption></figure>"`,
  );
  expect(html('<ruby>該非<rt>がいひ</rt></ruby>を判定する。')).toMatchInlineSnapshot(
    `"<p><ruby>該非<rt>がいひ</rt></ruby>を判定する。</p>"`,
  );
});

test('a file that is withheld is named, and led to by nothing', () => {
  const withheld = 'このファイルは確認中のため、掲載を見合わせています。';
  expect(html('<Download file="確認中.pdf" />')).toBe(
    `<p class="file withheld">題名 確認中.pdf<small>${withheld}</small></p>`,
  );
  expect(html('[様式](確認中.pdf)と![流れ](確認中.png)')).toBe(
    `<p>様式<small>（${withheld}）</small>と流れ<small>（${withheld}）</small></p>`,
  );
  expect(html('<Figure src="確認中.png" alt="流れ">説明</Figure>')).toBe(
    `<p class="file withheld">流れ<small>${withheld}</small></p>`,
  );
});

test('a picture is found by the name that its author wrote', () => {
  expect(html('![流れ](<./流れ 1.png>)')).toContain('src="/files/流れ 1.png"');
});

test('tables scroll within themselves, task lists are signs', () => {
  expect(html('| 年度 | 件数 |\n| --- | --: |\n| 2023 | 5 |')).toMatchInlineSnapshot(`
    "<div class="table-scroll" role="region" aria-label="表" tabindex="0"><table>
    <thead>
    <tr>
    <th>年度</th>
    <th class="align-right">件数</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>2023</td>
    <td class="align-right">5</td>
    </tr>
    </tbody>
    </table></div>"
  `);
  expect(html('- [x] 済んだこと\n- [ ] まだのこと')).toMatchInlineSnapshot(`
    "<ul class="contains-task-list">
    <li class="task-list-item"><span class="task" role="img" aria-label="済">☑</span> 済んだこと</li>
    <li class="task-list-item"><span class="task" role="img" aria-label="未">☐</span> まだのこと</li>
    </ul>"
  `);
});

test('footnotes speak Japanese', () => {
  expect(html('本文[^1]。\n\n[^1]: 注です。')).toMatchInlineSnapshot(`
    "<p>本文<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>。</p>
    <section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">脚注</h2>
    <ol>
    <li id="user-content-fn-1">
    <p>注です。 <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="本文の参照箇所1に戻る" class="data-footnote-backref">↩</a></p>
    </li>
    </ol>
    </section>"
  `);
});
