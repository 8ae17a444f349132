import { describe, expect, it } from 'vitest';
import { becomes } from './fixtures/becomes.ts';
import * as forms from './fixtures/form-files.ts';
import * as guidelines from './fixtures/guideline-files.ts';
import * as rules from './fixtures/rule-files.ts';

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

      ## 附則

      この規程は、令和５年４月１日から施行する。

      → 題名の書式が使われていないため、「さくら大学安全保障輸出管理規程」を題名にしました。違うときは直してください。
      → 見出しの書式ではありませんが、「第1章 総則」、「第2章 体制」、「附 則」を見出しにしました。違うときは直してください。
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
