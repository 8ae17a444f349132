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
  file: (name) => ({
    address: `/files/${name}`,
    title: `題名 ${name}`,
    kind: 'PDF',
    description: 'PDF　12 KB',
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
    <p class="file"><i aria-hidden="true">PDF</i><a href="/files/a.pdf" download>題名 a.pdf</a><small>PDF　12 KB</small></p>"
  `);
  expect(html('<Figure src="図.png" alt="流れ">全体の流れ</Figure>')).toMatchInlineSnapshot(
    `"<figure><img src="/files/図.png" alt="流れ" loading="lazy" width="640" height="480"><figcaption>全体の流れ</figcaption></figure>"`,
  );
  expect(html('<ruby>該非<rt>がいひ</rt></ruby>を判定する。')).toMatchInlineSnapshot(
    `"<p><ruby>該非<rt>がいひ</rt></ruby>を判定する。</p>"`,
  );
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
