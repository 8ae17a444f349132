import { ownWords } from '../own-words.ts';
import type { Provenance } from '../provenance.ts';
import type { Bar, Deck, Part, Slide } from './deck.ts';

/**
 * A set of slides as one HTML page, a printed page for each slide: 16:9, with a slide at its end that tells where it
 * comes from.
 */
export const slidesHtml = (deck: Deck, provenance: Provenance): string => {
  const slides = [...deck.slides, sourcesSlide(provenance)];
  const pages = slides.length + 1;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>${escaped(deck.title.replace('\n', ''))}</title>
<style>${style}</style>
</head>
<body>
<section class="first"><h1>${lines(deck.title)}</h1><p>${escaped(deck.subtitle)}</p>${foot(1, pages, provenance)}</section>
${slides.map((slide, place) => section(slide, place + 2, pages, provenance)).join('\n')}
</body>
</html>
`;
};

const section = (
  { heading, parts }: Slide,
  page: number,
  pages: number,
  provenance: Provenance,
): string =>
  `<section><h2>${escaped(heading)}</h2><div class="parts">${parts.map(part).join('')}</div>${foot(page, pages, provenance)}</section>`;

const foot = (page: number, pages: number, provenance: Provenance): string =>
  `<footer><span>${escaped(ownWords.mark(provenance))}</span><span>${page}／${pages}</span></footer>`;

const part = (one: Part): string => {
  switch (one.kind) {
    case 'text':
      return `<p>${lines(one.text)}</p>`;
    case 'note':
      return `<p class="note">${lines(one.text)}</p>`;
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<blockquote><p>${lines(one.text)}</p>${one.by ? `<cite>${escaped(one.by)}</cite>` : ''}</blockquote>`;
    case 'columns':
      return `<div class="columns">${one.columns
        .map(
          ({ head, tone, text }) =>
            `<div class="${tone ?? 'plain'}"><h3>${escaped(head)}</h3><p>${lines(text)}</p></div>`,
        )
        .join('')}</div>`;
    case 'table':
      return `<table><thead><tr>${one.head
        .map((cell) => `<th scope="col">${escaped(cell)}</th>`)
        .join('')}</tr></thead><tbody>${one.rows
        .map(
          ([first = '', ...rest]) =>
            `<tr><th scope="row"${first.length < shortHead ? ' class="short"' : ''}>${escaped(first)}</th>${rest.map((cell) => `<td${cell.length > longCell ? ' class="long"' : ''}>${lines(cell)}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table>`;
    case 'bars':
      return `<figure><div class="bars">${one.bars
        .map((bar) => barRow(bar, one.whole, one.unit))
        .join('')}</div><figcaption>${escaped(one.caption)}</figcaption></figure>`;
    case 'tenths':
      return `<figure><p class="tenths" aria-hidden="true">${Array.from(
        { length: 10 },
        (_, place) => `<i class="${place < one.filled ? 'filled' : ''}"></i>`,
      ).join(
        '',
      )}</p><p class="big">${escaped(one.label)}</p><figcaption>${escaped(one.caption)}</figcaption></figure>`;
  }
};

/** Of the room that is left beside the numbers; in whole percents, so that it is drawn alike everywhere. */
const barRow = ({ label, value, isOurs }: Bar, whole: number, unit: string): string =>
  `<div class="bar"><span>${escaped(label)}</span><div><i class="${isOurs ? 'ours' : ''}" style="width:${Math.max(1, Math.round((value / whole) * 78))}%"></i><b>${value.toLocaleString('ja-JP')}${escaped(unit)}</b></div></div>`;

const sourcesSlide = (provenance: Provenance): Slide => ({
  heading: 'この資料について',
  parts: [
    { kind: 'text', text: ownWords.whose(provenance) },
    {
      kind: 'note',
      text: `${ownWords.sources}\n${provenance.sources
        .map(({ title, owner, address }) => `・${title}（${owner}）　${address}`)
        .join('\n')}\n${ownWords.addressNote}`,
    },
    {
      kind: 'note',
      text: '引用した寄稿の言葉は、寄稿の筆者のものです。そのほかの編集部の文と図は、CC0 1.0（自由に改変して使えます）です。',
    },
    {
      kind: 'note',
      text: '公開情報の要約であり、機関の公式見解や法的助言ではありません。許可の要否は自機関の担当部署と経済産業省に確認してください。',
    },
  ],
});

/** So many letters do not have to stand in one line of a table. */
const longCell = 16;
const shortHead = 16;

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** Bold in headings alone: each weight of a Japanese font brings its own letters into the file. */
const style = `
@page { size: 1280px 720px; margin: 0; }
* { box-sizing: border-box; margin: 0; }
html { font-family: "Noto Sans CJK JP", sans-serif; color: #1a1a1a; font-size: 31px; line-height: 1.55; line-break: strict; }
section { width: 1280px; height: 720px; padding: 50px 72px 64px; position: relative; break-after: page; overflow: hidden; display: flex; flex-direction: column; }
section:last-child { break-after: auto; }
h2 { font-size: 41px; line-height: 1.35; padding-bottom: 14px; border-bottom: 4px solid #00428c; margin-bottom: 30px; }
.first { justify-content: center; border-left: 28px solid #00428c; }
.first h1 { font-size: 58px; line-height: 1.35; }
.first > p { font-size: 30px; color: #4d4d4d; margin-top: 24px; }
.parts { display: grid; gap: 26px; align-content: start; flex: 1; }
ul { padding-left: 1.1em; display: grid; gap: 16px; }
blockquote { border-left: 6px solid #b3b3b3; padding-left: 26px; font-size: 29px; }
cite { display: block; font-style: normal; font-size: 20px; color: #4d4d4d; margin-top: 4px; }
.note { font-size: 20px; color: #4d4d4d; line-height: 1.55; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 44px; }
.columns > div { border-top: 7px solid #767676; padding-top: 16px; }
.columns > .coi { border-color: #8f0053; }
.columns > .tech { border-color: #006173; }
.columns h3 { font-size: 31px; font-weight: 400; margin-bottom: 8px; }
.columns .coi h3 { color: #8f0053; }
.columns .tech h3 { color: #006173; }
.columns p { font-size: 26px; line-height: 1.6; }
table { border-collapse: collapse; width: 100%; font-size: 27px; }
th, td { text-align: left; vertical-align: top; padding: 12px 16px 12px 0; border-bottom: 1px solid #cccccc; font-weight: 400; }
thead th { color: #4d4d4d; font-size: 20px; padding-top: 0; }
td, th.short { white-space: nowrap; }
td.long { white-space: normal; }
figure { display: grid; gap: 24px; }
figcaption { font-size: 23px; color: #4d4d4d; }
.bars { display: grid; gap: 26px; }
.bar { display: grid; grid-template-columns: 320px 1fr; gap: 24px; align-items: center; }
.bar > div { display: flex; align-items: center; gap: 18px; }
.bar i { display: block; height: 74px; background: #00428c; flex: none; }
.bar i.ours { background: #b3dcf9; }
.bar b { font-size: 36px; font-weight: 400; white-space: nowrap; }
.tenths { display: grid; grid-template-columns: repeat(10, 94px); gap: 16px; }
.tenths i { display: block; height: 94px; background: #e6e6e6; }
.tenths i.filled { background: #00428c; }
.big { font-size: 50px; }
footer { position: absolute; left: 72px; right: 72px; bottom: 22px; display: flex; justify-content: space-between; font-size: 16px; color: #595959; }
`;
