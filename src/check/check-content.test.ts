import { describe, expect, it } from 'vitest';
import { contentFilesOf } from '../source/content-files.ts';
import { examineContent } from './check-content.ts';
import { soundReadings } from './fixtures/readings.ts';
import {
  checkWorld,
  expectProblems,
  fixtureWorld,
  problemList,
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
      'rings/notebook-pc',
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
  it('tells of editions that do not follow each other', () => {
    expectProblems('edition-chains', [
      'guidelines/sakura-u/circle-a/index.mdx:7 editions-circular',
      'guidelines/sakura-u/circle-b/index.mdx:7 editions-circular',
      'guidelines/sakura-u/early/index.mdx:7 edition-too-early',
      'guidelines/sakura-u/fork/index.mdx:7 editions-forked',
    ]);
  });

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
      'scenes/accepting-students/index.mdx:11 kit-unknown',
      'scenes/accepting-students/index.mdx:14 kit-unknown',
      'scenes/accepting-students/index.mdx:17 kit-file-unknown',
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

  it('tells of words that the portal spells in another way, in an entry’s own words', () => {
    const path = 'guidelines/sakura-u/spelt/index.mdx';
    expectProblems('other-spellings', [
      `${path}:2 spelling-other`,
      `${path}:3 spelling-other`,
      `${path}:19 spelling-other`,
      `${path}:21 spelling-other`,
      `${path}:21 spelling-other`,
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
      'best-practices/sakura-u/training/index.mdx:10 former-address-taken',
      'best-practices/sakura-u/training/index.mdx:10 former-address-taken',
      'case-studies/sakura-u/training/index.mdx:1 address-taken',
      'case-studies/sakura-u/training/index.mdx:9 record-taken',
      'glossary/b.yaml:1 term-taken',
      'glossary/c.yaml:3 synonym-shared',
      'glossary/c.yaml:9 former-address-taken',
      'institutions/sakura-u.yaml:6 scope-taken',
      'pages/map/index.mdx:1 address-taken',
      'rings/b.yaml:3 ring-word-shared',
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

  it('tells of names that have one address on the site', () => {
    const bytes = fixtureWorld('sound').get(beside('flow.png'))?.bytes() ?? null;
    const world = soundWorldWith({ [beside('割合％.png')]: bytes, [beside('割合%.png')]: bytes });
    expect(problemList(world)).toContain(`${beside('割合％.png')}:1 name-collides`);
  });

  it('tells of pages at addresses that are the portal’s own', () => {
    const page =
      '---\ntitle: 題名\nsummary: 要約です。\npublished: 2026-01-10\nupdated: 2026-01-10\n---\n';
    for (const name of ['search', 'help', 'admin', 'offline']) {
      const path = `pages/${name}/index.mdx`;
      expectProblems(soundWorldWith({ [path]: page }), [`${path}:1 address-taken`]);
    }
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

it('needs nothing but the files', () => {
  expect(checkWorld(contentFilesOf({}))).toEqual([]);
});
