import { describe, expect, it } from 'vitest';
import type { ReadDocument, ReadOptions } from '../word/document-import.ts';
import { checkAsPractice } from '../word/fixtures/check-as-practice.ts';
import * as forms from './fixtures/form-files.ts';
import * as guidelines from './fixtures/guideline-files.ts';
import * as minutes from './fixtures/minutes-files.ts';
import * as notices from './fixtures/notice-files.ts';
import * as rules from './fixtures/rule-files.ts';
import * as sheets from './fixtures/sheet-files.ts';
import * as slides from './fixtures/slide-files.ts';
import { readDocument } from './read-document.ts';

const readFile = async (
  file: Uint8Array,
  headings: NonNullable<ReadOptions['headings']>,
  sheet = 0,
): Promise<ReadDocument> => {
  const chosen = await readDocument(file, { headings });
  const read = chosen.kind === 'sheets' ? chosen.take(sheet) : chosen;
  if (read.kind === 'refused') throw new Error(read.reason);
  return read;
};

/** What a document becomes, as a person reads it: the title, the text, and what is told. */
const becomes = async (
  file: Uint8Array,
  headings: NonNullable<ReadOptions['headings']> = 'free',
  sheet = 0,
): Promise<string> => {
  const { title, body, notKept } = await readFile(file, headings, sheet);
  return `【${title}】\n\n${body}\n${notKept.map((sentence) => `\n→ ${sentence}`).join('')}`;
};

describe('rules', () => {
  it('keep chapters, articles that count on through them, paragraphs from 2, items and ア', async () => {
    expect(await becomes(rules.articlesThroughChapters())).toMatchInlineSnapshot(`
      "【さくら大学安全保障輸出管理規程】

      令和５年４月１日制定

      ## 第1章　総則

      （目的）

      第1条　この規程は、安全保障輸出管理に関し必要な事項を定める。

      （定義）

      第2条　この規程において、次の各号の用語の意義は、当該各号に定めるところによる。

      1. 教職員等　本学の役員及び教職員
      2. 学生等　次に掲げる者\\
         ア　学部及び大学院の学生\\
         イ　研究生及び科目等履修生
      3. 取引　技術の提供及び貨物の輸出

      2) 前項の取引には、仲介を含む。

      ## 第2章　体制

      （最高責任者）

      第3条　最高責任者は、学長とする。

      2. 最高責任者は、統括責任者を置く。
      3. 統括責任者は、理事とする。

      附　則

      この規程は、令和５年４月１日から施行する。

      → 題名の書式が使われていないため、「さくら大学安全保障輸出管理規程」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「第1章 総則」、「第2章 体制」を見出しにしました。違うときは直してください。
      → 箇条書きの番号の形（「(1)」）は「1.」「2.」になりました。本文で番号を引いていれば直してください。"
    `);
  });

  it('stay as they were typed', async () => {
    expect(await becomes(rules.typedByHand())).toMatchInlineSnapshot(`
      "【さくら大学研究インテグリティの確保に関する規程】

      ## 第一章　総則

      第１条　この規程は、研究インテグリティの確保について定める。

      第２条　この規程における用語の意義は、次の各号に定めるところによる。

      一　研究者　本学において研究に従事する者

      二　外国の機関等　次に掲げるもの

      （ア）外国の政府

      （イ）外国の法人

      ２　前項第一号の研究者には、学生を含む。

      ## 第二章　体制

      第３条　本学に、委員会を置く。

      ２　委員会の委員は、学長が指名する。

      → 題名の書式が使われていないため、「さくら大学研究インテグリティの確保に関する規程」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「第一章 総 則」、「第二章 体 制」を見出しにしました。違うときは直してください。"
    `);
  });

  it('keep 一 and イ as they are, since others refer to them', async () => {
    expect(await becomes(rules.kanjiItems())).toMatchInlineSnapshot(`
      "【利益相反マネジメント規則（案）】

      第一条　委員会は、次の各号に掲げる者で組織する。

      一　研究担当理事

      二　部局長のうちから学長が指名する者

      イ　任期は二年とする。

      ロ　再任を妨げない。

      三　その他学長が必要と認める者

      第二条　申告は、次のいずれかの時に行う。

      ①　採用されたとき

      ②　状況が変わったとき
      "
    `);
  });

  it('count on below headings as Word does', async () => {
    expect(await becomes(rules.headedChapters())).toMatchInlineSnapshot(`
      "【営業秘密管理細則】

      ## 第1章 総則

      1. 目的を定める。
      2. 対象は次のとおりとする。
         1. 設計図
         2. 実験ノート

      ## 第2章 管理

      3. 管理者を置く。
      4. 表示の方法は、別表のとおりとする。

      ## 第3章 雑則

      5. 別に定める。
      "
    `);
  });

  it('are compared in two columns, line by line', async () => {
    expect(await becomes(rules.comparison())).toMatchInlineSnapshot(`
      "【さくら大学名誉教授称号授与規程 新旧対照表】

      | 新 | 旧 |
      | --- | --- |
      | 第２条　称号は、２０年以上勤務した者に授与する。<br />２　審査は、評議会が行う。 | 第２条　称号は、２５年以上勤務した者に授与する。<br />２　審査は、教授会が行う。 |
      | 附　則　この規程は、令和７年４月１日から施行する。 | （新設） |

      → 題名の書式が使われていないため、「さくら大学名誉教授称号授与規程 新旧対照表」を題名にしました。違うときは直してください。"
    `);
  });

  it('may leave levels out', async () => {
    expect(await becomes(rules.skippedLevels())).toMatchInlineSnapshot(`
      "【毒物及び劇物取扱要領】

      1. 保管\\
         ①　鍵をかける。\\
         ②　量を記録する。
      2. 廃棄
         1. 業者に渡す。\\
            2-1　写しを残す。
      3. 報告

      → 題名の書式が使われていないため、「毒物及び劇物取扱要領」を題名にしました。違うときは直してください。"
    `);
  });
});

describe('guidelines', () => {
  it('have headings of one level, whether Word calls them so or not', async () => {
    expect(await becomes(guidelines.mixedHeadings())).toMatchInlineSnapshot(`
      "【研究データの取扱いに関するガイドライン】

      ## １．趣旨

      研究データを守るための考え方を示します。

      ## ２．対象

      本学の研究者が扱うデータです。

      ## ３．責任

      研究代表者が責任を持ちます。

      ## ４．手続

      届出は窓口で受け付けます。

      → 見出しの書式ではありませんが、「１．趣旨」、「２．対象」、「４．手続」を見出しにしました。違うときは直してください。"
    `);
  });

  it('have headings by 1, 1.1 and 1.1.1', async () => {
    expect(await becomes(guidelines.decimalHeadings())).toMatchInlineSnapshot(`
      "【持出し機器の管理要領】

      ## １　目的

      機器の紛失を防ぐ。

      ## ２　管理

      ### 2.1　貸出し

      担当課が台帳に記す。

      ### 2.2　返却

      #### 2.2.1　確認

      動作を確かめる。

      #### 2.2.2　消去

      データを消す。

      ## ３　雑則

      別に定める。

      → 題名の書式が使われていないため、「持出し機器の管理要領」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「１ 目 的」、「２ 管理」、「2.1 貸出し」、「2.2 返却」、「2.2.1 確認」、「2.2.2 消去」、「３ 雑 則」を見出しにしました。違うときは直してください。"
    `);
  });

  it('have Ⅰ above １, and a merged head in a table', async () => {
    expect(await becomes(guidelines.romanHeadings())).toMatchInlineSnapshot(`
      "【公募要項】

      ## Ⅰ．概要

      外為法[^1]を踏まえて募集します。

      ## Ⅱ．応募

      ### １　期間

      令和７年６月２日から同月３０日まで

      ### ２　金額

      | 区分 | 上限額 | 上限額 |
      | --- | --- | --- |
      | 区分 | １年目 | ２年目 |
      | 一般 | 100万円 | 50万円 |
      | 一般 | ２年目は、１年目の評価による。 |  |

      ## Ⅲ．その他

      質問は窓口へお寄せください。

      [^1]: 外国為替及び外国貿易法

      → 題名の書式が使われていないため、「公募要項」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「Ⅰ．概要」、「Ⅱ．応募」、「１ 期間」、「２ 金額」、「Ⅲ．その他」を見出しにしました。違うときは直してください。
      → 表の結合されたセルは、見出しになる短い言葉だけをそれぞれのマスに書き、ほかは一度だけ書きました（「区分」）。"
    `);
  });

  it('of a practice keep the end of the whole at the end', async () => {
    expect(
      await becomes(guidelines.practiceHeadingsAmongOthers(), 'practice'),
    ).toMatchInlineSnapshot(`
      "【海外出張の届出の手引】

      ## 課題

      届出が遅れていました。

      ### ２．方針

      様式を一つにします。

      ## 手順

      - 届を出す
      - 課が確かめる

      ## 問い合わせ先

      研究推進課

      以　上

      令和７年５月１日

      → 取組の見出しに合わせ、「１．課題」を「課題」、「３．問い合わせ先」を「問い合わせ先」、「４．手順」を「手順」に変えました。
      → 取組の見出しにない「２．方針」は、すぐ前の取組の見出しの下に置きました。
      → 見出しの順番が取組の決まり（課題、経緯・根拠、対象・基準、体制、手順、様式、つまずき、工数・費用、問い合わせ先）と違うため、その順に並べ替えました。"
    `);
  });
});

describe('forms', () => {
  it('keep cells to write in, with the advice to attach the file', async () => {
    expect(await becomes(forms.requestForm())).toMatchInlineSnapshot(`
      "【安全保障輸出管理　事前確認シート】

      様式第２号（第５条関係）\\
      令和　　年　　月　　日\\
      学　長　殿

      | 氏　名 |  | 所　属 |  |
      | --- | --- | --- | --- |
      | 相手の国 |  |  |  |
      | 渡すもの |  |  |  |

      ※別紙がある場合は添付すること。

      → 題名の書式が使われていないため、「安全保障輸出管理 事前確認シート」を題名にしました。違うときは直してください。
      → 書き込む欄のある表は、空のマスのままの表になります（「氏 名」）。書き込んでもらう様式は、ファイルのまま添付してください。"
    `);
  });

  it('tell of empty rows', async () => {
    expect(await becomes(forms.emptyRows())).toMatchInlineSnapshot(`
      "【持出し機器一覧表】

      | 番号 | 機器 | 用途 |
      | --- | --- | --- |
      | 1 |  |  |

      → 題名の書式が使われていないため、「持出し機器一覧表」を題名にしました。違うときは直してください。
      → 表の空の行は除きました（「番号」）。書き込んでもらう様式は、ファイルのまま添付してください。"
    `);
  });

  it('tell of boxes and tables without a word', async () => {
    expect(await becomes(forms.emptyBoxes())).toMatchInlineSnapshot(`
      "【誓約書】

      私は、規程を守ることを誓約します。

      理由

      署名欄

      → 題名の書式が使われていないため、「誓約書」を題名にしました。違うときは直してください。
      → 何も書かれていない表や枠は除きました（「理由」の次、「署名欄」の次）。書き込んでもらう様式は、ファイルのまま添付してください。"
    `);
  });

  it('say a note across all columns once', async () => {
    expect(await becomes(forms.checkSheet())).toMatchInlineSnapshot(`
      "【チェックシート】

      | 確認する点 | 確認する点 | 結果 |
      | --- | --- | --- |
      | 1 | 相手は一覧にあるか | □はい　□いいえ |
      | 2 | 用途は明らかか | □はい　□いいえ |
      | 一つでも「いいえ」があるときは、研究推進課に連絡してください。判断が出るまで渡してはいけません。 |  |  |

      → 題名の書式が使われていないため、「チェックシート」を題名にしました。違うときは直してください。
      → 表の結合されたセルは、見出しになる短い言葉だけをそれぞれのマスに書き、ほかは一度だけ書きました（「確認する点」）。"
    `);
  });

  it('say a long note once that goes down over rows', async () => {
    expect(await becomes(forms.longNoteDown())).toMatchInlineSnapshot(`
      "【該非判定の記入例】

      別紙１

      | 項目 | 記入例 | 注意 |
      | --- | --- | --- |
      | 品名 | 測定装置 | 仕様書の写しを添え、型番と製造者が分かるようにしてください。 |
      | 型番 | AB-1 |  |
      | 用途 | 研究 |  |

      → 題名の書式が使われていないため、「該非判定の記入例」を題名にしました。違うときは直してください。
      → 表の結合されたセルは、見出しになる短い言葉だけをそれぞれのマスに書き、ほかは一度だけ書きました（「項目」）。"
    `);
  });

  it('keep lines to write on', async () => {
    expect(await becomes(forms.linesToFillIn())).toMatchInlineSnapshot(`
      "【海外渡航届】

      氏名：＿＿＿＿＿＿＿＿

      渡航先：＿＿＿＿＿＿

      期間：令和　年　月　日から　月　日まで

      提出先　研究推進課

      → 題名の書式が使われていないため、「海外渡航届」を題名にしました。違うときは直してください。"
    `);
  });
});

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

      → 題名の行が見つからないため、「予定」（プロパティの題名か、シートの名前）を題名にしました。違うときは直してください。
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

it('every document passes the check as it is', async () => {
  const all = [rules, guidelines, forms, minutes, notices, slides, sheets].flatMap((kind) =>
    Object.entries(kind),
  );
  expect(all).toHaveLength(30);
  for (const [name, make] of all) {
    const read = await readFile(make(), 'practice');
    expect([name, await checkAsPractice(read)]).toEqual([name, []]);
  }
});
