import { describe, expect, it } from 'vitest';
import { messagesOf } from './fixtures/worlds.ts';

describe('the words of the problems', () => {
  it('say what is wrong with editions', () => {
    expect(messagesOf('edition-chains')).toMatchInlineSnapshot(`
      "「置き換えた規程・指針」（supersedes）の「guidelines/sakura-u/circle-b」をたどると、この規程・指針に戻ります。最も古い版では空けておいてください。
      「置き換えた規程・指針」（supersedes）の「guidelines/sakura-u/circle-a」をたどると、この規程・指針に戻ります。最も古い版では空けておいてください。
      「施行日」の「2019-04-01」が、置き換えた版の「施行日」の「FY2020」より後になっていません。出典の日付と、版の順番を確かめてください。
      「置き換えた規程・指針」（supersedes）の「guidelines/sakura-u/first」は、guidelines/sakura-u/early/index.mdx も置き換えています。一つ前の版だけを選んでください。"
    `);
  });

  it('say what is wrong in fields, with the value and how to mend it', () => {
    expect(messagesOf('wrong-fields')).toMatchInlineSnapshot(`
      "「用語」（term）がありません。見出しになる言い方です。
      「読み」（reading）がありません。ひらがなで書きます。五十音順に使います。
      「説明」（definition）がありません。一、二文で書きます。
      「出典」（sources）がありません。説明のもとになった資料です。
      「掲載日」（published）がありません。このポータルに載せた日です。
      「更新日」（updated）がありません。このポータルで最後に直した日です。
      この種類の記事に「titel」という項目はありません。「title」の誤りではありませんか。つづりを直すか、この行を消してください。
      「題名」（title）が空です。内容を書くか、不要であればこの行を消してください。
      「要約」（summary）が空です。内容を書くか、不要であればこの行を消してください。
      「掲載日」（published）の「2026-02-30」は日付として読めません。実際にある日を、2026-01-31 のように年-月-日で書いてください。
      「テーマ」（themes）に「export-control」と書かれています。一覧（行頭に「- 」を付けたもの、または [ ] で囲んだもの）で書いてください。
      「サブテーマ」1件目（subthemes）に「export-controll」は選べません。「export-control」の誤りではありませんか。次から選んでください：individual-coi（個人としての利益相反）、institutional-coi（組織としての利益相反）、medical-coi（医学研究の利益相反）、trade-secrets（営業秘密管理）、export-control（安全保障輸出管理（貿易管理））、research-integrity（研究インテグリティ）。
      「公開範囲」（audience）に「everyone」は選べません。次から選んでください：public（公開）、network（ネットワーク限定）。
      「掲載停止」（withdrawn）に「いいえ」と書かれています。true か false のどちらかで書いてください。例：withdrawn: true
      「内容の時点」（asOf）に「2016」と書かれています。引用符（"）で囲み、文字で書いてください。例：asOf: "2016"
      「施行日」（effectiveFrom）の「平成28年」は日付として読めません。分かるところまでを、2016、FY2016（年度）、2016-03、2016-03-30 のいずれかの形で書いてください。
      「出典」1件目の「アドレス」（sources.url）の「javascript:alert(1)」は使えません。https:// か http:// で始まるアドレスを書いてください。
      「出典」1件目の「確認日」（sources.checked）の「2026/01/05」は日付として読めません。実際にある日を、2026-01-31 のように年-月-日で書いてください。
      「出典」1件目（sources）に「page」という項目はありません。「date」の誤りではありませんか。つづりを直すか、この行を消してください。
      「問い合わせ先」の「メール」（contact.email）の「desk」は使えません。office@example.ac.jp のようなメールアドレスを書いてください。
      「添付ファイル」1件目の「ファイル」（attachments.file）の「files/sheet.pdf」は使えません。記事と同じ場所に置いたファイルの名前だけを、sheet.pdf のように書いてください。
      「関連する記事」1件目（related）の「あちらの記事」は使えません。「glossary/名前」や「case-studies/機関/名前」のように、記事や用語の場所を書いてください。
      「調査記録の番号」1件目（records）の「Record_1」は使えません。半角の英小文字、数字、「-」で書いてください。
      「よみ」（kana）の「モミジダイガク」は使えません。ひらがなで書きます。並び順に使います。
      「モデル機関」1件目の「開始年度」（modelTerms.from）の「1915」は使えません。2000以上の整数を書いてください。
      「モデル機関」1件目の「終了年度」（modelTerms.to）の「2016.5」は使えません。半角の整数を書いてください。
      「モデル機関」1件目の「出典」（modelTerms.sources）が空です。内容を書くか、不要であればこの行を消してください。
      「要約」（summary）がありません。一覧に出ます。一、二文で書きます。
      「題名」（title）が301文字あります。300文字以内にしてください。
      「図表」1件目の「回答数（分母）」（figures.denominator）の「0」は使えません。1以上の整数を書いてください。
      「プログラム」1件目の「資料」1件目（sessions.materials）には、ファイル（file）かアドレス（url）の、どちらか一つだけを書いてください。"
    `);
  });

  it('explain YAML to people who have never heard of it', () => {
    expect(messagesOf('unreadable-fields')).toMatchInlineSnapshot(`
      "「title: &a 題名」にある「&」や「*」による参照は使えません。文字として書くときは、値の全体を引用符（"）で囲んでください。
      「summary: *a」にある「&」や「*」による参照は使えません。文字として書くときは、値の全体を引用符（"）で囲んでください。
      「themes: [technology-leakage」を読み取れません。括弧（[ ] または { }）が閉じられていません。
      「title: 手引: 第2版」を読み取れません。値の中に「: 」（半角のコロンと空白）があります。値の全体を引用符で囲んでください。例：title: "手引: 第2版"
      「title：題名」を読み取れません。項目名の後が全角の「：」になっています。半角の「:」と空白にしてください。例：title: 題名
      「title: 題名」のような「項目名: 値」の形になっていません。項目を並べて書いてください。
      先頭に項目がありません。1行目を「---」だけにして、題名などの項目を書き、「---」だけの行で閉じてください。
      「title: "題名」を読み取れません。引用符（" または '）の組が合っていません。値の前後に同じ引用符を付けてください。
      「title: @題名」を読み取れません。値は「@」「\`」「%」「*」などの記号で始められません。値の全体を引用符で囲んでください。例：title: "@ で始まる題名"
      「- title: 資料」を読み取れません。行の先頭の空白にタブは使えません。半角の空白にしてください。
      「!」による型の指定（!!js/function）は使えません。消すか、文字として書くときは、値の全体を引用符（"）で囲んでください。
      項目の「title」が2回あります。一つにまとめてください。
      項目の終わりの「---」がありません。項目と本文の間に、「---」だけの行を置いてください。
      途中に「---」や「...」だけの行、または「%」で始まる指定があります。消して、項目だけを書いてください。
      「__proto__」は項目名に使えません。この行を消してください。
      途中に「---」や「...」だけの行、または「%」で始まる指定があります。消して、項目だけを書いてください。"
    `);
  });

  it('give the Markdown for each tag', () => {
    expect(messagesOf('unsafe-body')).toMatchInlineSnapshot(`
      "リンク先の「javascript:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「javascript:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「JaVaScRiPt:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「vbscript:x」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「//evil.example/」は、行き先が分かりにくいため使えません。「https://」から書き直してください。
      リンク先の「https://www.sakura-u.example@evil.example/」は、行き先が分かりにくいため使えません。「https://」から書き直してください。
      リンク先の「data:text/html,x」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「java%09script:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      リンク先の「file:///etc/passwd」は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。
      画像の「https://evil.example/x.png」は使えません。画像を記事と同じ場所に置き、名前を書いてください。
      画像の「data:image/png;base64,xxxx」は使えません。画像を記事と同じ場所に置き、名前を書いてください。
      見出しの「大見出し」は大見出し（#）です。「##」にしてください。
      見出しの「下線の大見出し」は大見出し（#）です。「##」にしてください。
      覚え書き {/* … */} の途中に空の行があります。空の行を除くか、前後に空の行を置いて、行の先頭から書いてください。
      「<Calout>」という部品はありません。「Callout」の誤りではありませんか。使えるのは Callout、Steps、Figure、Download、Chart、ruby、rt、rp、br です。
      <Callout> の「種類」（kind）に「warning」は選べません。次から選んでください：note、caution。
      <Callout> に「color」は書けません。書けるのは kind、title です。
      <Figure> の「画像」（src）の「./flow.png」は使えません。記事と同じ場所に置いた .png、.jpg、.jpeg、.webp、.svg のファイルの名前だけを書いてください。
      <Figure> に「代替テキスト」（alt）を書いてください。図を見られない人に、図の内容を伝える文です。
      <Figure> の「画像」（src）の「flow.gif」は使えません。記事と同じ場所に置いた .png、.jpg、.jpeg、.webp、.svg のファイルの名前だけを書いてください。
      <Figure> に「代替テキスト」（alt）を書いてください。図を見られない人に、図の内容を伝える文です。
      <Download> の「ファイル」（file）の「sheet.exe」は使えません。記事と同じ場所に置いた .pdf、.docx、.xlsx、.pptx、.csv、.zip のファイルの名前だけを書いてください。
      <Download> の間には何も書けません。<Download … /> のように「/>」で終えてください。
      <Steps> に属性は書けません。「class」を消してください。
      HTMLの「<script>」は使えません。プログラムは使えません。消してください。
      HTMLの「<div>」は使えません。囲みには <Callout> を使ってください。
      HTMLの「<b>」は使えません。太字は **太字** と書いてください。
      HTMLの「<img>」は使えません。画像は <Figure src="図.png" alt="説明" /> と書いてください。
      HTMLの「<!-- -->」は使えません。公開しない覚え書きは {/* ここに書く */} の形で書いてください。
      HTMLの「<u>」は使えません。下線は使えません。強調は **太字** と書いてください。
      段落を英語の「import」で始めることはできません（プログラムの命令とみなされます）。前に言葉を足すか、日本語にしてください。
      段落を英語の「export」で始めることはできません（プログラムの命令とみなされます）。前に言葉を足すか、日本語にしてください。
      半角の波括弧「{1 + 1」は使えません。全角の「｛｝」にするか、「\\{」のように「\\」を付けてください。
      <Callout> の属性に波括弧は使えません。<Callout 属性="値"> のように、引用符で囲んで書いてください。
      <Callout> の属性に波括弧は使えません。<Callout 属性="値"> のように、引用符で囲んで書いてください。
      半角の「<」（<5のとき、または <3 のとき。）がタグとして読めません。文字として見せるときは、全角の「＜」にするか、「\\<」と書いてください。
      半角の「<」（<3 のとき。）がタグとして読めません。文字として見せるときは、全角の「＜」にするか、「\\<」と書いてください。
      改行は <br /> と書いてください（「/」が要ります）。
      アドレスを < > で囲むことはできません。< > を外すか、[言葉](アドレス) と書いてください。
      <Callout> が閉じられていません。中身のないものは <Callout … />、あるものは </Callout> で閉じてください。
      </Steps> に対応する始まりがありません。始まりの <Steps> と終わりの </Steps> を、同じ段落の中か、どちらも単独の行に置いてください。"
    `);
  });

  it('propose what was most likely meant', () => {
    expect(messagesOf('unknown-targets')).toMatchInlineSnapshot(`
      "「共同の機関」1件目（with）の「sakura」という機関は登録されていません。「sakura-u」の誤りではありませんか。content/institutions にある名前を書くか、先に機関を登録してください。
      「共同の機関」2件目（with）の「momiji-u」という機関は登録されていません。「momiji」の誤りではありませんか。content/institutions にある名前を書くか、先に機関を登録してください。
      「場面」1件目（scenes）の「accepting-student」という場面はありません。「accepting-students」の誤りではありませんか。content/scenes にある名前を書いてください。
      「関連する記事」1件目（related）の「case-studies/sakura-u/entri」という記事はありません。「case-studies/sakura-u/entry」の誤りではありませんか。「case-studies/機関/名前」のように、あるものを書いてください。
      「関連する記事」2件目（related）の「glossary/deemed-exports」という用語はありません。「glossary/deemed-export」の誤りではありませんか。content/glossary にある用語を「glossary/名前」の形で書いてください。
      「関連する記事」3件目（related）の「guidelines/sakura-u/no-such-rules」という規程・指針はありません。「guidelines/機関/名前」の形で、載っているものを書いてください。
      「参照する規程・指針」1件目の「規程・指針」（cites.guideline）の「case-studies/sakura-u/entry」という規程・指針はありません。「guidelines/機関/名前」の形で、載っているものを書いてください。
      「置き換えた規程・指針」（supersedes）の「guidelines/sakura-u/rule」という規程・指針はありません。「guidelines/sakura-u/rules」の誤りではありませんか。「guidelines/機関/名前」の形で、載っているものを書いてください。
      「上位の機関」（partOf）の「momiji-univ」という機関は登録されていません。content/institutions にある名前を書くか、先に機関を登録してください。
      「後継の機関」（successor）の「nowhere」という機関は登録されていません。content/institutions にある名前を書くか、先に機関を登録してください。
      「名称の変遷」1件目の「旧機関」（formerNames.id）の「old-momiji」という機関は登録されていません。「momiji」の誤りではありませんか。content/institutions にある名前を書くか、先に機関を登録してください。
      「まず確認すること」1件目の「根拠」1件目（steps.says）の「surveys/sakura-u/nothing」という記事はありません。「case-studies/機関/名前」のように、あるものを書いてください。
      「まず確認すること」2件目の「使う様式」の「様式例」（steps.file.kit）の「kits/nothing」という様式例はありません。content/kits にある様式例を「kits/名前」の形で書いてください。
      「まず確認すること」3件目の「使う様式」の「様式例」（steps.file.kit）の「guidelines/sakura-u/rules」という様式例はありません。content/kits にある様式例を「kits/名前」の形で書いてください。
      「まず確認すること」4件目の「使う様式」の「様式例のファイル」（steps.file.file）の「other.csv」というファイルは、選んだ様式例にありません。次のいずれかを書いてください：sheet.csv。"
    `);
    expect(messagesOf('broken-links')).toMatchInlineSnapshot(`
      "リンク先の「../other/#体制」にあたる見出しがありません。次のいずれかを書いてください：#課題。
      リンク先の「../../../glossary/term.yaml#説明」にあたる見出しがありません。リンク先のページには見出しがないため、「#」から後を消してください。
      リンク先の「../othre/」がありません。「../other/」の誤りではありませんか。この記事のあるフォルダーから見た場所を書いてください。
      リンク先の「../../../../etc/passwd」がありません。この記事のあるフォルダーから見た場所を書いてください。
      リンク先の「#ない見出し」にあたる見出しがありません。リンク先のページには見出しがないため、「#」から後を消してください。
      リンク先の「./sheat.pdf」がありません。「./sheet.pdf」の誤りではありませんか。この記事のあるフォルダーから見た場所を書いてください。
      リンク先の「../other/plan.pdf」がありません。この記事のあるフォルダーから見た場所を書いてください。
      リンク先の「./%E0%A4%25A.pdf」がありません。この記事のあるフォルダーから見た場所を書いてください。
      リンク先の「/practices/sakura-u/entry/」は使えません。「/」で始まるリンクは /、/scenes/、/kits/、/practices/、/guidelines/、/symposia/、/surveys/、/institutions/、/glossary/、/map/、/map/scenes/、/my-institution/、/rules/、/choices/、/data/、/accessibility/results/ だけです。記事へは ../other/ のように書いてください。
      リンク先の「./none.png」がありません。この記事のあるフォルダーから見た場所を書いてください。"
    `);
  });

  it('tell what is wrong with files', () => {
    expect(messagesOf('attachments')).toMatchInlineSnapshot(`
      "どこからも使われていません。記事の「添付ファイル」（attachments）や本文に加えるか、このファイルを消してください。
      「添付ファイル」2件目の「ファイル」（attachments.file）の「none.pdf」が、この記事の場所にありません。ファイルを置くか、名前を直してください。
      <Download>（ファイル）の「extra.pdf」を、「添付ファイル」（attachments）にも書いてください（file、title、kind、rights）。
      <Figure>（図）の「flow.png」が、この記事の場所にありません。「flow1.png」の誤りではありませんか。ファイルを置くか、名前を直してください。
      「プログラム」1件目の「資料」1件目の「ファイル」（sessions.materials.file）の「slides.pdf」を、「添付ファイル」（attachments）にも書いてください（file、title、kind、rights）。"
    `);
    expect(messagesOf('chart-data')).toMatchInlineSnapshot(`
      "2列目の「」は数ではありません。単位や「,」を付けず、半角の数字で書いてください。
      1行目が見出しになっていません（2列目が「31」です）。1行目には列の名前を書いてください。
      2列以上が要ります。1列目に項目、2列目に数を書いてください。
      見出しの行と、1行以上のデータが要ります。
      引用符（"）の組が合っていません。値を " で囲むときは、両側に付けてください。
      2列目の「31機関」は数ではありません。単位や「,」を付けず、半角の数字で書いてください。
      列の数が見出しの行と違います（見出しは2列、この行は3列）。どの行も同じ数にしてください。"
    `);
    expect(messagesOf('misplaced')).toMatchInlineSnapshot(`
      "ここには置けません。content のすぐ下にファイルは置けません。institutions、case-studies、best-practices、guidelines、symposia、surveys、scenes、kits、glossary、rings、pages のいずれかのフォルダーに置いてください。
      名前の「Entry_1」は使えません。半角の英小文字、数字、「-」だけで、80文字以内の名前にしてください。
      「.hidden-note」は隠しファイルです。記事には使わないので、消してください。
      ここには置けません。「case-studies/機関/名前/index.mdx」の形で置き、添付ファイルは同じフォルダーに置いてください。
      「case-studies/sakura-u/old」に index.mdx がありません。記事を index.mdx として置くか、このフォルダーを消してください。
      「.md」のファイルは置けません。置けるのは .pdf、.docx、.xlsx、.pptx、.csv、.zip、.png、.jpg、.jpeg、.webp、.svg です。
      「case-study」というフォルダーは使えません。「case-studies」の誤りではありませんか。次のいずれかに置いてください：institutions、case-studies、best-practices、guidelines、symposia、surveys、scenes、kits、glossary、rings、pages。
      ここには置けません。「glossary/名前.yaml」の形で置いてください。
      名前の「みなし輸出」は使えません。半角の英小文字、数字、「-」だけで、80文字以内の名前にしてください。
      ここには置けません。「institutions/名前.yaml」の形で置いてください。
      ここには置けません。「scenes/名前/index.mdx」の形で置き、添付ファイルは同じフォルダーに置いてください。"
    `);
  });

  it('tell what does not go together', () => {
    expect(messagesOf('inconsistent-fields')).toMatchInlineSnapshot(`
      "「次の見直し」（reviewBy）がありません。次に見直す日を 2027-10-31 のように書いてください。行事や調査の記録であれば、「見直しの目安」（reviewBasis）を event にしてください。
      サブテーマの「安全保障輸出管理（貿易管理）」に対応するテーマがありません。「テーマ」（themes）にtechnology-leakage（技術流出防止マネジメント）を加えてください。
      「機関」（institution）は「momiji-u」ですが、この記事は「sakura-u」のフォルダーにあります。どちらかに合わせてください。
      「更新日」（updated）の「2025-12-31」が、「掲載日」（published）の「2026-01-10」より前になっています。どちらかを直してください。
      「終了年度」（modelTerms.to）の「2015」が、「開始年度」（modelTerms.from）の「2016」より前になっています。どちらかを直してください。"
    `);
    expect(messagesOf('wrong-headings')).toMatchInlineSnapshot(`
      "見出しの「課題」は「体制」より前に置いてください。
      見出しの「体制」が2回あります。一つにまとめてください。
      見出しの「背景」は使えません。「課題」「経緯・根拠」「対象・基準」「体制」「手順」「様式」「つまずき」「工数・費用」「問い合わせ先」から選んでください。細かい見出しは ### で書けます。"
    `);
    expect(messagesOf('duplicates')).toMatchInlineSnapshot(`
      "「前のアドレス」（formerAddresses）の「/practices/sakura-u/training/」が「best-practices/sakura-u/training/index.mdx」と重なります。この名前を消してください。
      「前のアドレス」（formerAddresses）の「/practices/sakura-u/course/」が「best-practices/sakura-u/training/index.mdx」と重なります。この名前を消してください。
      アドレスの「/practices/sakura-u/training/」が「best-practices/sakura-u/training/index.mdx」と重なります。どちらかの名前を変えてください。
      調査記録の「record-1」は「best-practices/sakura-u/training/index.mdx」にも書かれています。どちらか一つにしてください。
      用語の「みなし輸出」は「glossary/a.yaml」にもあります。一つにまとめてください。
      同義語の「ＤＥＥＭＥＤ export」は「glossary/a.yaml」にもあります。同じ意味なら一つの用語にまとめ、違うなら関連語（related）に移してください。
      「前のアドレス」（formerAddresses）の「/glossary/b/」が「glossary/b.yaml」と重なります。この名前を消してください。
      サインインの範囲（signInScopes）の「shared-u.example」は「institutions/momiji-u.yaml」にも書かれています。どちらか一つにしてください。
      アドレスの「/map/」が「自動で作られるページ」と重なります。どちらかの名前を変えてください。
      「ラップトップ」は、rings/a.yaml にもあります。どちらかから消すか、一つの組にまとめてください。"
    `);
  });
});
