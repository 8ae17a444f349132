import { expect, it } from 'vitest';
import { checkWorld, fixtureWorld } from './fixtures/worlds.ts';
import { jsonReport, textReport } from './report.ts';

it('lists problems by file, with the count and the address of the help', () => {
  expect(textReport(checkWorld(fixtureWorld('inconsistent-fields')))).toMatchInlineSnapshot(`
    "case-studies/sakura-u/no-review/index.mdx:1  [review-missing] （注意）「次の見直し」（reviewBy）がありません。次に見直す日を 2027-10-31 のように書いてください。行事や調査の記録であれば、「見直しの目安」（reviewBasis）を event にしてください。

    case-studies/sakura-u/no-theme/index.mdx:10  [theme-missing] （注意）サブテーマの「安全保障輸出管理（貿易管理）」に対応するテーマがありません。「テーマ」（themes）にtechnology-leakage（技術流出防止マネジメント）を加えてください。

    case-studies/sakura-u/other-folder/index.mdx:4  [institution-mismatch] 「機関」（institution）は「momiji-u」ですが、この記事は「sakura-u」のフォルダーにあります。どちらかに合わせてください。

    case-studies/sakura-u/reversed/index.mdx:6  [dates-reversed] 「更新日」（updated）の「2025-12-31」が、「掲載日」（published）の「2026-01-10」より前になっています。どちらかを直してください。

    institutions/momiji-u.yaml:6  [dates-reversed] 「終了年度」（modelTerms.to）の「2015」が、「開始年度」（modelTerms.from）の「2016」より前になっています。どちらかを直してください。

    5個のファイルに、誤り 3件、注意 2件があります。
    詳しい直し方は、ポータルの /help/problems/#コード にあります（例：/help/problems/#review-missing）。
    "
  `);
});

it('says so where there is no problem', () => {
  expect(textReport([])).toBe('問題はありません。\n');
});

it('gives other programs exactly five fields', () => {
  expect(jsonReport(checkWorld(fixtureWorld('wrong-headings')).slice(0, 1))).toMatchInlineSnapshot(`
    "[
      {
        "code": "heading-order",
        "severity": "error",
        "path": "case-studies/sakura-u/order/index.mdx",
        "line": 13,
        "message": "見出しの「課題」は「体制」より前に置いてください。"
      }
    ]
    "
  `);
  expect(JSON.parse(jsonReport([]))).toEqual([]);
});
