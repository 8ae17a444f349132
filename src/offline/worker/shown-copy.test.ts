import { expect, test } from 'vitest';
import { asShownCopy } from './shown-copy.ts';

const strip = (reason: string) =>
  `<p class="saved-copy" role="note">2026年11月23日時点の控えを表示しています（${reason}）。</p>`;

test('a page of the copy says of which day it is, above its header and behind the link to its text', () => {
  const page =
    '<body><a class="skip">本文へ移動</a><header class="top"></header><main></main></body>';
  expect(asShownCopy(page, '2026-11-23', 'unreachable')).toBe(
    page.replace('<header', `${strip('つながっていません')}<header`),
  );
  expect(asShownCopy(page, '2026-11-23', 'slow')).toContain(strip('回線が遅いため'));
});

test('a page without a header says it too', () => {
  expect(asShownCopy('<p>本文</p>', '2026-11-23', 'slow')).toBe(
    `${strip('回線が遅いため')}<p>本文</p>`,
  );
});

test('links to files are opened rather than downloaded past the worker', () => {
  const links =
    '<a href="/a.pdf" download>a</a><a download="b.docx" class="x" href="/b.docx">b</a><a href="/download/">c</a>';
  expect(asShownCopy(`<main>${links}</main>`, '2026-11-23', 'slow')).toContain(
    '<main><a href="/a.pdf">a</a><a class="x" href="/b.docx">b</a><a href="/download/">c</a></main>',
  );
});

test('what makes sense with a network alone is left out', () => {
  const page = (way: string, item: string) =>
    `<main>${way}<p>本文</p></main><ul><li>用語集</li>${item}</ul>`;
  const shown = asShownCopy(
    page(
      '<form data-online class="members-line" method="post" action="/admin/session/end"><span>参加機関の方</span><button>サインアウト</button></form>' +
        '<p data-online data-pagefind-ignore><a href="/admin/">投稿する</a></p>',
      '<li data-online><a href="/admin/">投稿する</a></li>',
    ),
    '2026-11-23',
    'unreachable',
  );
  expect(shown).toBe(strip('つながっていません') + page('', ''));
});
