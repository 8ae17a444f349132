import { describe, expect, it } from 'vitest';
import { contentFilesOf } from '../source/content-files.ts';
import { examineContent } from './check-content.ts';
import { soundReadings } from './fixtures/readings.ts';
import {
  checkWorld,
  expectProblems,
  fixtureWorld,
  messagesOf,
  soundWorldWith,
} from './fixtures/worlds.ts';

const entryPath = 'case-studies/sakura-u/accepting-students/index.mdx';

describe('a sound world', () => {
  it('has no problem', () => {
    expectProblems('sound', []);
  });

  it('gives every entry with typed data and a tree', () => {
    const { entries } = examineContent(fixtureWorld('sound'), { attachments: soundReadings });
    expect([...entries.values()].map(({ contentPath }) => contentPath)).toEqual([
      'best-practices/momiji-u/training',
      'case-studies/sakura-u/accepting-students',
      'glossary/deemed-export',
      'guidelines/sakura-u/export-rules-2018',
      'guidelines/sakura-u/export-rules',
      'institutions/momiji-u',
      'institutions/sakura-u',
      'pages/first-year',
      'scenes/accepting-students',
      'surveys/sakura-u/desks',
      'symposia/sakura-u/forum',
    ]);
    const entry = entries.get(entryPath);
    expect(entry).toMatchObject({
      collection: 'case-studies',
      id: 'sakura-u/accepting-students',
      data: { asOf: '2025-04', audience: 'public', published: '2026-01-10' },
      body: { type: 'root' },
    });
    expect(entries.get('glossary/deemed-export.yaml')?.body).toBeNull();
  });

  it('keeps sound entries beside an entry with an error', () => {
    const { entries } = examineContent(soundWorldWith({ [entryPath]: '---\ntitle: 題名\n---\n' }), {
      attachments: soundReadings,
    });
    expect(entries.has(entryPath)).toBe(false);
    expect(entries.has('glossary/deemed-export.yaml')).toBe(true);
  });
});

describe('the families of problems', () => {
  it('tells of fields that cannot be read', () => {
    expectProblems('unreadable-fields', [
      'case-studies/sakura-u/alias/index.mdx:2 yaml-alias',
      'case-studies/sakura-u/alias/index.mdx:3 yaml-alias',
      'case-studies/sakura-u/bracket/index.mdx:2 yaml-syntax',
      'case-studies/sakura-u/colon/index.mdx:2 yaml-syntax',
      'case-studies/sakura-u/full-width-colon/index.mdx:2 yaml-syntax',
      'case-studies/sakura-u/list/index.mdx:2 yaml-not-fields',
      'case-studies/sakura-u/no-fields/index.mdx:1 front-matter-missing',
      'case-studies/sakura-u/quote/index.mdx:3 yaml-syntax',
      'case-studies/sakura-u/reserved/index.mdx:2 yaml-syntax',
      'case-studies/sakura-u/tab/index.mdx:3 yaml-syntax',
      'case-studies/sakura-u/tag/index.mdx:2 yaml-tag',
      'case-studies/sakura-u/twice/index.mdx:3 yaml-duplicate-key',
      'case-studies/sakura-u/unclosed/index.mdx:1 front-matter-unclosed',
      'glossary/directive.yaml:1 yaml-document',
      'glossary/prototype.yaml:1 yaml-key',
      'glossary/two-parts.yaml:2 yaml-document',
    ]);
  });

  it('tells of fields that do not hold to the schema', () => {
    expectProblems('wrong-fields', [
      'glossary/empty.yaml:1 field-missing',
      'glossary/empty.yaml:1 field-missing',
      'glossary/empty.yaml:1 field-missing',
      'glossary/empty.yaml:1 field-missing',
      'glossary/empty.yaml:1 field-missing',
      'glossary/empty.yaml:1 field-missing',
      'guidelines/sakura-u/rules/index.mdx:2 field-unknown',
      'guidelines/sakura-u/rules/index.mdx:3 field-empty',
      'guidelines/sakura-u/rules/index.mdx:4 field-empty',
      'guidelines/sakura-u/rules/index.mdx:6 field-date',
      'guidelines/sakura-u/rules/index.mdx:8 field-type',
      'guidelines/sakura-u/rules/index.mdx:9 field-choice',
      'guidelines/sakura-u/rules/index.mdx:10 field-choice',
      'guidelines/sakura-u/rules/index.mdx:11 field-type',
      'guidelines/sakura-u/rules/index.mdx:12 field-type',
      'guidelines/sakura-u/rules/index.mdx:13 field-stated-date',
      'guidelines/sakura-u/rules/index.mdx:20 field-link-scheme',
      'guidelines/sakura-u/rules/index.mdx:21 field-date',
      'guidelines/sakura-u/rules/index.mdx:23 field-unknown',
      'guidelines/sakura-u/rules/index.mdx:26 field-format',
      'guidelines/sakura-u/rules/index.mdx:28 field-file-name',
      'guidelines/sakura-u/rules/index.mdx:32 field-format',
      'guidelines/sakura-u/rules/index.mdx:33 field-format',
      'institutions/momiji-u.yaml:2 field-format',
      'institutions/momiji-u.yaml:5 field-number',
      'institutions/momiji-u.yaml:6 field-number',
      'institutions/momiji-u.yaml:8 field-empty',
      'surveys/sakura-u/survey/index.mdx:2 field-missing',
      'surveys/sakura-u/survey/index.mdx:2 field-too-long',
      'surveys/sakura-u/survey/index.mdx:10 field-number',
      'symposia/sakura-u/forum/index.mdx:12 field-material',
    ]);
  });

  it('tells of fields that do not go together', () => {
    expectProblems('inconsistent-fields', [
      'case-studies/sakura-u/no-review/index.mdx:1 review-missing',
      'case-studies/sakura-u/no-theme/index.mdx:10 theme-missing',
      'case-studies/sakura-u/other-folder/index.mdx:4 institution-mismatch',
      'case-studies/sakura-u/reversed/index.mdx:6 dates-reversed',
      'institutions/momiji-u.yaml:6 dates-reversed',
    ]);
  });

  it('tells of fields that point to nothing', () => {
    expectProblems('unknown-targets', [
      'case-studies/sakura-u/entry/index.mdx:9 institution-unknown',
      'case-studies/sakura-u/entry/index.mdx:9 institution-unknown',
      'case-studies/sakura-u/entry/index.mdx:10 scene-unknown',
      'case-studies/sakura-u/entry/index.mdx:12 entry-unknown',
      'case-studies/sakura-u/entry/index.mdx:13 term-unknown',
      'case-studies/sakura-u/entry/index.mdx:14 guideline-unknown',
      'case-studies/sakura-u/entry/index.mdx:16 guideline-unknown',
      'guidelines/sakura-u/rules/index.mdx:11 guideline-unknown',
      'institutions/momiji.yaml:4 institution-unknown',
      'institutions/momiji.yaml:5 institution-unknown',
      'institutions/momiji.yaml:8 institution-unknown',
      'scenes/accepting-students/index.mdx:8 entry-unknown',
    ]);
  });

  it('tells of bodies with programs, foreign tags and unsafe addresses', () => {
    expectProblems('unsafe-body', [
      'case-studies/sakura-u/addresses/index.mdx:11 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:11 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:11 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:11 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:13 link-disguised',
      'case-studies/sakura-u/addresses/index.mdx:13 link-disguised',
      'case-studies/sakura-u/addresses/index.mdx:13 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:15 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:15 link-scheme',
      'case-studies/sakura-u/addresses/index.mdx:17 image-elsewhere',
      'case-studies/sakura-u/addresses/index.mdx:17 image-elsewhere',
      'case-studies/sakura-u/big-heading/index.mdx:11 body-heading-one',
      'case-studies/sakura-u/big-heading/index.mdx:13 body-heading-one',
      'case-studies/sakura-u/comment/index.mdx:11 body-comment',
      'case-studies/sakura-u/components/index.mdx:11 body-component-unknown',
      'case-studies/sakura-u/components/index.mdx:13 body-attribute-choice',
      'case-studies/sakura-u/components/index.mdx:13 body-attribute-unknown',
      'case-studies/sakura-u/components/index.mdx:15 body-attribute-file',
      'case-studies/sakura-u/components/index.mdx:15 body-attribute-missing',
      'case-studies/sakura-u/components/index.mdx:17 body-attribute-file',
      'case-studies/sakura-u/components/index.mdx:17 body-attribute-missing',
      'case-studies/sakura-u/components/index.mdx:19 body-attribute-file',
      'case-studies/sakura-u/components/index.mdx:19 body-component-content',
      'case-studies/sakura-u/components/index.mdx:21 body-attribute-unknown',
      'case-studies/sakura-u/html/index.mdx:11 body-html',
      'case-studies/sakura-u/html/index.mdx:13 body-html',
      'case-studies/sakura-u/html/index.mdx:15 body-html',
      'case-studies/sakura-u/html/index.mdx:15 body-html',
      'case-studies/sakura-u/html/index.mdx:17 body-html',
      'case-studies/sakura-u/html/index.mdx:19 body-html',
      'case-studies/sakura-u/programs/index.mdx:11 body-import',
      'case-studies/sakura-u/programs/index.mdx:13 body-import',
      'case-studies/sakura-u/programs/index.mdx:15 body-expression',
      'case-studies/sakura-u/programs/index.mdx:17 body-attribute-expression',
      'case-studies/sakura-u/programs/index.mdx:19 body-attribute-expression',
      'case-studies/sakura-u/signs/index.mdx:11 body-syntax',
      'case-studies/sakura-u/signs/index.mdx:11 body-syntax',
      'case-studies/sakura-u/signs/index.mdx:13 body-syntax',
      'case-studies/sakura-u/signs/index.mdx:15 body-syntax',
      'case-studies/sakura-u/signs/index.mdx:17 body-syntax',
      'case-studies/sakura-u/signs/index.mdx:19 body-syntax',
    ]);
  });

  it('tells of links that lead nowhere', () => {
    expectProblems('broken-links', [
      'case-studies/sakura-u/entry/index.mdx:18 link-anchor',
      'case-studies/sakura-u/entry/index.mdx:18 link-anchor',
      'case-studies/sakura-u/entry/index.mdx:18 link-broken',
      'case-studies/sakura-u/entry/index.mdx:18 link-broken',
      'case-studies/sakura-u/entry/index.mdx:20 link-anchor',
      'case-studies/sakura-u/entry/index.mdx:20 link-broken',
      'case-studies/sakura-u/entry/index.mdx:20 link-broken',
      'case-studies/sakura-u/entry/index.mdx:20 link-broken',
      'case-studies/sakura-u/entry/index.mdx:20 link-site-path',
      'case-studies/sakura-u/entry/index.mdx:22 link-broken',
    ]);
  });

  it('tells of headings of practices', () => {
    expectProblems('wrong-headings', [
      'case-studies/sakura-u/order/index.mdx:13 heading-order',
      'case-studies/sakura-u/order/index.mdx:15 heading-order',
      'case-studies/sakura-u/unknown/index.mdx:11 heading-unknown',
    ]);
  });

  it('tells of attachments that are missing, unused or undeclared', () => {
    expectProblems('attachments', [
      'case-studies/sakura-u/entry/flow1.png:1 attachment-unused',
      'case-studies/sakura-u/entry/index.mdx:14 attachment-missing',
      'case-studies/sakura-u/entry/index.mdx:20 attachment-undeclared',
      'case-studies/sakura-u/entry/index.mdx:22 attachment-missing',
      'symposia/sakura-u/forum/index.mdx:13 attachment-undeclared',
    ]);
  });

  it('tells of CSV that cannot be drawn', () => {
    expectProblems('chart-data', [
      'surveys/sakura-u/survey/empty-cell.csv:2 csv-table',
      'surveys/sakura-u/survey/no-head.csv:1 csv-table',
      'surveys/sakura-u/survey/one-column.csv:1 csv-table',
      'surveys/sakura-u/survey/only-head.csv:1 csv-table',
      'surveys/sakura-u/survey/quote.csv:2 csv-table',
      'surveys/sakura-u/survey/unit.csv:2 csv-table',
      'surveys/sakura-u/survey/width.csv:2 csv-table',
    ]);
  });

  it('tells of attachments that are not what their name says', () => {
    expectProblems('wrong-types', [
      'case-studies/sakura-u/entry/SHEET.PDF:1 file-ending',
      'case-studies/sakura-u/entry/fake.csv:1 file-type',
      'case-studies/sakura-u/entry/fake.jpg:1 file-type',
      'case-studies/sakura-u/entry/fake.pdf:1 file-type',
      'case-studies/sakura-u/entry/fake.png:1 file-type',
      'case-studies/sakura-u/entry/fake.svg:1 file-type',
      'case-studies/sakura-u/entry/fake.webp:1 file-type',
      'case-studies/sakura-u/entry/macro.docm:1 file-ending',
      'case-studies/sakura-u/entry/note.txt:1 file-ending',
      'case-studies/sakura-u/entry/nothing.pdf:1 file-empty',
      'case-studies/sakura-u/entry/only-zip.pptx:1 file-type',
      'case-studies/sakura-u/entry/program.zip:1 file-type',
      'case-studies/sakura-u/entry/really-excel.docx:1 file-type',
      'case-studies/sakura-u/entry/sjis.csv:1 not-utf8',
    ]);
  });

  it('tells of pictures that act', () => {
    expectProblems('unsafe-svg', [
      'case-studies/sakura-u/entry/animate.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/broken.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/cdata.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/doctype.svg:1 svg-unsafe',
      'case-studies/sakura-u/entry/encoded.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/encoding.svg:1 svg-unsafe',
      'case-studies/sakura-u/entry/event.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/foreign.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/import.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/outside.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/prefix.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/script.svg:2 svg-unsafe',
      'case-studies/sakura-u/entry/url.svg:2 svg-unsafe',
    ]);
  });

  it('tells of files where none may lie', () => {
    expectProblems('misplaced', [
      'README.md:1 path-unknown',
      'case-studies/sakura-u/Entry_1/index.mdx:1 name-not-address',
      'case-studies/sakura-u/entry/.hidden-note:1 name-hidden',
      'case-studies/sakura-u/entry/files/sheet.pdf:1 path-unknown',
      'case-studies/sakura-u/old/index.md:1 entry-missing',
      'case-studies/sakura-u/old/index.md:1 file-ending',
      'case-study/sakura-u/x/index.mdx:1 folder-unknown',
      'glossary/term.yml:1 path-unknown',
      'glossary/みなし輸出.yaml:1 name-not-address',
      'institutions/sub/momiji-u.yaml:1 path-unknown',
      'scenes/sakura-u/x/index.mdx:1 path-unknown',
    ]);
  });

  it('tells of what exists twice', () => {
    expectProblems('duplicates', [
      'case-studies/sakura-u/training/index.mdx:1 address-taken',
      'case-studies/sakura-u/training/index.mdx:9 record-taken',
      'glossary/b.yaml:1 term-taken',
      'glossary/c.yaml:3 synonym-shared',
      'pages/map/index.mdx:1 address-taken',
    ]);
  });
});

describe('what a folder in git cannot hold on every computer', () => {
  const beside = (name: string) => `case-studies/sakura-u/accepting-students/${name}`;

  it('tells of names in NFD, and takes the file for the one that is meant', () => {
    const text = new TextDecoder().decode(fixtureWorld('sound').get(entryPath)?.bytes());
    const decomposed = beside('手続ガイド.pdf'.normalize('NFD'));
    const world = soundWorldWith({
      [entryPath]: text.replaceAll('事前確認シート.pdf', '手続ガイド.pdf'),
      [beside('事前確認シート.pdf')]: null,
      [decomposed]: '%PDF-1.4',
    });
    expectProblems(world, [`${decomposed}:1 name-not-nfc`]);
  });

  it('tells of names that differ in capitals only', () => {
    const bytes = fixtureWorld('sound').get(beside('flow.png'))?.bytes() ?? null;
    expectProblems(soundWorldWith({ [beside('Flow.png')]: bytes }), [
      `${beside('Flow.png')}:1 attachment-unused`,
      `${beside('flow.png')}:1 name-collides`,
    ]);
  });

  it('tells of names that Windows cannot store', () => {
    const path = beside('何が要る?.pdf');
    expectProblems(soundWorldWith({ [path]: '%PDF-1.4' }), [
      `${path}:1 attachment-unused`,
      `${path}:1 name-unusable`,
    ]);
  });

  it.each(['aux.pdf', 'NUL.txt.pdf', 'com1.pdf', 'git~1.pdf'])(
    'tells of the name %s, which Windows keeps for itself',
    (name) => {
      const path = beside(name);
      expectProblems(soundWorldWith({ [path]: '%PDF-1.4' }), [
        `${path}:1 attachment-unused`,
        `${path}:1 name-reserved`,
      ]);
    },
  );

  it('tells of entries whose name Windows keeps for itself', () => {
    const bytes = fixtureWorld('sound').get('institutions/momiji-u.yaml')?.bytes() ?? null;
    expectProblems(soundWorldWith({ 'institutions/con.yaml': bytes }), [
      'institutions/con.yaml:1 name-reserved',
    ]);
  });

  it('tells of names that are too long in bytes, and of none before', () => {
    const longest = beside(`${'長'.repeat(83)}aa.pdf`);
    const path = beside(`${'長'.repeat(84)}.pdf`);
    expectProblems(soundWorldWith({ [longest]: '%PDF-1.4', [path]: '%PDF-1.4' }), [
      `${longest}:1 attachment-unused`,
      `${path}:1 attachment-unused`,
      `${path}:1 name-too-long`,
    ]);
  });

  it('tells of links, and does not follow them', () => {
    const files = new Map(fixtureWorld('sound'));
    const nothing = () => {
      throw new Error('read');
    };
    for (const [path, kind] of [
      [beside('link.pdf'), 'symlink'],
      ['guidelines/sakura-u/pipe', 'other'],
    ] as const) {
      files.set(path, { path, kind, size: 0, bytes: nothing, head: nothing });
    }
    expectProblems(files, [
      `${beside('link.pdf')}:1 attachment-unused`,
      `${beside('link.pdf')}:1 file-not-plain`,
      'guidelines/sakura-u/pipe:1 file-not-plain',
    ]);
  });

  it('holds attachments against a limit that can be set', () => {
    const problems = checkWorld(fixtureWorld('sound'), { maxFileBytes: 100 });
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toMatchInlineSnapshot(`
      [
        "best-practices/momiji-u/training/plan.xlsx: ファイルの大きさが 2 KB です。100 B 以内にしてください。",
        "case-studies/sakura-u/accepting-students/事前確認シート.pdf: ファイルの大きさが 932 B です。100 B 以内にしてください。",
        "symposia/sakura-u/forum/slides.pdf: ファイルの大きさが 923 B です。100 B 以内にしてください。",
      ]
    `);
  });
});

describe('a file with more problems than a person can mend at once', () => {
  it('shows what is unsafe before all else', () => {
    const text = new TextDecoder().decode(fixtureWorld('sound').get(entryPath)?.bytes());
    const slips = Array.from({ length: 150 }, (_, index) => `unknown${index}: x\n`).join('');
    const world = soundWorldWith({
      [entryPath]: `${text.replace('title:', `${slips}title:`)}\n\n{1 + 1}\n`,
    });
    const codes = checkWorld(world).map(({ code }) => code);
    expect(codes).toHaveLength(101);
    expect(codes).toContain('body-expression');
    expect(codes.at(-1)).toBe('more-problems');
  });
});

describe('the words of the problems', () => {
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
      「関連する記事」1件目（related）の「あちらの記事」は使えません。「glossary/名前」や「case-studies/機関/名前」のように、content の中の場所を書いてください。
      「調査記録の番号」1件目（records）の「Record_1」は使えません。半角の英小文字、数字、「-」で書いてください。
      「よみ」（kana）の「モミジダイガク」は使えません。ひらがなで書きます。並び順に使います。
      「モデル機関」1件目の「開始年度」（modelTerms.from）の「1915」は使えません。2000以上の整数を書いてください。
      「モデル機関」1件目の「終了年度」（modelTerms.to）の「2016.5」は使えません。半角の整数を書いてください。
      「モデル機関」1件目の「出典」（modelTerms.sources）が空です。内容を書くか、不要であればこの行を消してください。
      「要約」（summary）がありません。一覧に出る一、二文です。
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
      "リンク先の「javascript:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「javascript:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「JaVaScRiPt:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「vbscript:x」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「//evil.example/」は、行き先が分かりにくいため使えません。「https://」から書き直してください。
      リンク先の「https://www.sakura-u.example@evil.example/」は、行き先が分かりにくいため使えません。「https://」から書き直してください。
      リンク先の「data:text/html,x」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「java%09script:alert」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
      リンク先の「file:///etc/passwd」は使えません。https://、mailto:、tel: で始まるアドレスか、content の中の場所を書いてください。
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
      「まず確認すること」1件目の「根拠」1件目（steps.says）の「surveys/sakura-u/nothing」という記事はありません。「case-studies/機関/名前」のように、あるものを書いてください。"
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
      リンク先の「/practices/sakura-u/entry/」は使えません。「/」で始まるリンクは /、/scenes/、/kits/、/practices/、/guidelines/、/symposia/、/surveys/、/institutions/、/glossary/、/map/、/data/ だけです。記事へは ../other/ のように書いてください。
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
      "ここには置けません。content のすぐ下にファイルは置けません。institutions、case-studies、best-practices、guidelines、symposia、surveys、scenes、kits、glossary、pages のいずれかのフォルダーに置いてください。
      名前の「Entry_1」は使えません。半角の英小文字、数字、「-」だけで、80文字以内の名前にしてください。
      「.hidden-note」は隠しファイルです。記事には使わないので、消してください。
      ここには置けません。「case-studies/機関/名前/index.mdx」の形で置き、添付ファイルは同じフォルダーに置いてください。
      「case-studies/sakura-u/old」に index.mdx がありません。記事を index.mdx として置くか、このフォルダーを消してください。
      「.md」のファイルは置けません。置けるのは .pdf、.docx、.xlsx、.pptx、.csv、.zip、.png、.jpg、.jpeg、.webp、.svg です（英小文字で書きます）。
      「case-study」というフォルダーは使えません。「case-studies」の誤りではありませんか。次のいずれかに置いてください：institutions、case-studies、best-practices、guidelines、symposia、surveys、scenes、kits、glossary、pages。
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
      見出しの「背景」は使えません。「課題」「体制」「手順」「様式」「つまずき」「工数・費用」「問い合わせ先」から選んでください。細かい見出しは ### で書けます。"
    `);
    expect(messagesOf('duplicates')).toMatchInlineSnapshot(`
      "アドレスの「/practices/sakura-u/training/」が「best-practices/sakura-u/training/index.mdx」と重なります。どちらかの名前を変えてください。
      調査記録の「record-1」は「best-practices/sakura-u/training/index.mdx」にも書かれています。どちらか一つにしてください。
      用語の「みなし輸出」は「glossary/a.yaml」にもあります。一つにまとめてください。
      同義語の「ＤＥＥＭＥＤ export」は「glossary/a.yaml」にもあります。同じ意味なら一つの用語にまとめ、違うなら関連語（related）に移してください。
      アドレスの「/map/」が「自動で作られるページ」と重なります。どちらかの名前を変えてください。"
    `);
  });
});

it('needs nothing but the files', () => {
  expect(checkWorld(contentFilesOf({}))).toEqual([]);
});
