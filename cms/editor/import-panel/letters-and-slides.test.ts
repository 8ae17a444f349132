import { describe, expect, it } from 'vitest';
import { becomes, readFile } from './fixtures/becomes.ts';
import * as minutes from './fixtures/minutes-files.ts';
import * as notices from './fixtures/notice-files.ts';
import * as sheets from './fixtures/sheet-files.ts';
import * as slides from './fixtures/slide-files.ts';
import { readDocument } from './read-document.ts';

describe('minutes', () => {
  it('keep numbered topics, lists below them, and 以上 at the end', async () => {
    expect(await becomes(minutes.minutes())).toMatchInlineSnapshot(`
      "【令和７年度第１回研究インテグリティ委員会　議事要旨】

      日　時　令和７年５月１２日（月）１０時～１１時

      場　所　本部棟第１会議室

      出席者　研究担当理事、各部局長

      議題1　委員会の運営について

      資料１により説明があり、了承された。

      議題2　申告の様式について

      次の意見があった。

      - 記入の例がほしい。
      - 期限を延ばしてほしい。

      以上

      → 題名の書式が使われていないため、「令和７年度第１回研究インテグリティ委員会 議事要旨」を題名にしました。違うときは直してください。"
    `);
  });

  it('have what stands in brackets as headings', async () => {
    expect(await becomes(minutes.record())).toMatchInlineSnapshot(`
      "【懇談会議事録】

      ## 開会

      （委員長）ただ今から始めます。

      ## 意見交換

      （委員）申告の時期を見直してはどうか。

      （事務局）検討します。

      ## 閉会

      （委員長）これで終わります。

      → 題名の書式が使われていないため、「懇談会議事録」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「【開会】」、「【意見交換】」、「【閉会】」を見出しにしました。違うときは直してください。"
    `);
  });

  it('are no headings where nothing stands below', async () => {
    expect(await becomes(minutes.agenda())).toMatchInlineSnapshot(`
      "【第３回 連絡会 議事次第】

      １　開会

      ２　議事

      （１）規程の改正

      （２）その他

      ３　閉会

      配付資料

      資料１　[規程](https://www.sakura-u.example/rules/)

      資料２　様式

      → 題名の書式が使われていないため、「第３回 連絡会 議事次第」を題名にしました。違うときは直してください。"
    `);
  });

  it('keep readings, and the words of a box beside a table', async () => {
    expect(await becomes(minutes.withTextBox())).toMatchInlineSnapshot(`
      "【勉強会のまとめ】

      <ruby>該非<rt>がいひ</rt></ruby>判定の考え方を共有した。

      確かめることは次の二つである。

      要点：用途と需要者

      | 区分 | 見るところ |
      | --- | --- |
      | 用途 | 何に使うか |

      → テキストボックスの文は、その位置の段落にしました（「要点：用途と需要者」）。"
    `);
  });
});

describe('notices', () => {
  it('take the subject as title, and keep what stands above it together', async () => {
    expect(await becomes(notices.notice())).toMatchInlineSnapshot(`
      "【海外出張時の機器の持出しについて（通知）】

      ７さ大研推第１２３号\\
      令和７年６月２日\\
      各 部 局 長　殿\\
      研究推進部長

      このことについて、下記のとおり取り扱いますので、お知らせします。

      記

      １　対象　ノートパソコン、測定装置

      ２　開始　令和７年７月１日

      以上

      （担当）研究推進課

      → 題名の書式が使われていないため、「海外出張時の機器の持出しについて（通知）」を題名にしました。違うときは直してください。"
    `);
  });

  it('find a subject that is not set apart', async () => {
    expect(await becomes(notices.request())).toMatchInlineSnapshot(`
      "【研究インテグリティに関する自己点検の実施について（依頼）】

      事　務　連　絡\\
      令和7年10月1日\\
      各研究科事務担当　御中\\
      研究推進課長

      標記のことについて、次のとおり実施します。

      記

      1. 提出期限　令和7年10月31日（金）
      2. 提出先　研究推進課

      以上

      → 題名の書式が使われていないため、「研究インテグリティに関する自己点検の実施について（依頼）」を題名にしました。違うときは直してください。"
    `);
  });

  it('take what 件名 says', async () => {
    expect(await becomes(notices.message())).toMatchInlineSnapshot(`
      "【輸出管理の講習会のお知らせ】

      宛先：教職員各位

      講習会を次の日程で開きます。

      - 6月3日（火）14時　本部棟
      - 6月5日（木）10時　オンライン

      → 題名の書式が使われていないため、「輸出管理の講習会のお知らせ」を題名にしました。違うときは直してください。
      → 「・」などの記号で始まる行を箇条書きにし、記号を外しました（「6月3日（火）14時 本部棟」）。"
    `);
  });

  it('have questions as headings', async () => {
    expect(await becomes(notices.questions())).toMatchInlineSnapshot(`
      "【よくある質問について】

      令和７年４月１日

      ## 申告はいつ出しますか

      毎年４月に出します。

      ## 様式はどこにありますか

      学内のページにあります。

      さくら大学研究推進課

      → 題名の書式が使われていないため、「よくある質問について」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「■申告はいつ出しますか」、「■様式はどこにありますか」を見出しにしました。違うときは直してください。"
    `);
  });
});

describe('slides', () => {
  it('become headings, lists, a table and a figure', async () => {
    expect(await becomes(slides.explanation())).toMatchInlineSnapshot(`
      "【研究インテグリティの確保に向けて】

      さくら大学　研究推進課

      ## 申告の流れ

      - 研究者が出す
        - 年に一度
          - ４月
      - 課が確かめる

      <Figure src="図1.png" alt="研究者から課、委員会へと進む流れ" />

      ## 手順と期限

      1. 様式を書く
      2. 出す

      ①　電子

      ②　紙

      期限

      | 部局 | ４月末 |
      | --- | --- |
      | 本部 | ５月末 |

      → 表の一番上の、横いっぱいに結合された行を、表の前の段落にしました（「期限」）。
      → 発表者ノートは取り込みません（スライド2）。読んでほしいことがあれば、本文に書き足してください。"
    `);
  });

  it('tell of what cannot come over', async () => {
    expect(await becomes(slides.withChart())).toMatchInlineSnapshot(`
      "【件数の推移】

      ## 問い合わせ先

      **研究推進課**の[ページ](https://www.sakura-u.example/)

      → グラフ・SmartArt・図形は取り込めませんでした（スライド1）。コピーして「図（PNG）」として貼り付けてください。"
    `);
  });

  it('fit the headings of a practice', async () => {
    expect(await becomes(slides.practice(), 'practice')).toMatchInlineSnapshot(`
      "【出張の届出をまとめた取組】

      ## 課題

      - 届出が二通りあった

      ### 今後の予定

      - 来年度に見直す

      ## 体制

      - 二つの課が当たる

      → 取組の見出しにない「今後の予定」は、すぐ前の取組の見出しの下に置きました。
      → 見出しの順番が取組の決まり（課題、経緯・根拠、対象・基準、体制、手順、様式、つまずき、工数・費用、問い合わせ先）と違うため、その順に並べ替えました。"
    `);
  });
});

describe('sheets', () => {
  it('have one row of heads, and numbers as they are shown', async () => {
    expect(await becomes(sheets.tally())).toMatchInlineSnapshot(`
      "【受入れの確認の件数】

      | 区分 | 部局 | 件数／2023年度 | 件数／2024年度 |
      | --- | --- | --- | --- |
      | 留学生 | 理学部 | 1,200 | 1,350 |
      | 留学生 | 工学部 | 980 | 1,100 |
      | 研究者 | 理学部 | 31 | 40 |

      注：各年度の３月３１日現在

      → 題名の書式が使われていないため、「受入れの確認の件数」を題名にしました。違うときは直してください。
      → 表の結合されたセルは、見出しになる短い言葉だけをそれぞれのマスに書き、ほかは一度だけ書きました（「区分」）。
      → 見出しが何行かに分かれた表は、見出しを1行にまとめました（「区分」）。"
    `);
  });

  it('show days and values, and tell what was never worked out', async () => {
    expect(await becomes(sheets.twoSheets())).toMatchInlineSnapshot(`
      "【予定】

      | 行事 | 日 | 時刻 |
      | --- | --- | --- |
      | 説明会 | 2025年7月1日 | 12:00 |
      | 締切 | 令和7年8月1日 |  |

      → 題名の行が見つからないため、シートの名前「予定」を題名にしました。違うときは直してください。
      → 計算の結果が保存されていない数式があり、空のマスになりました（C3）。Excelで開いて保存し直すと、結果が入ります。
      → 選んだシートのほかは取り込みません（『割合』）。"
    `);
  });

  it('tell how much of a long table is taken', async () => {
    const { body, notKept } = await readFile(sheets.long(), 'free');
    expect(body.split('\n')).toHaveLength(201);
    expect(notKept.join()).toContain('251行2列のうち先頭の200行2列');
  });

  it('are offered where there are several, and each can be taken', async () => {
    const choice = await readDocument(sheets.twoSheets());
    expect(choice.kind === 'sheets' && choice.names).toEqual(['予定', '割合']);
    expect(await becomes(sheets.twoSheets(), 'free', 1)).toContain('| 理学部 | 25.6% |');
  });
});
