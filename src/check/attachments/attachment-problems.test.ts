import { describe, expect, it } from 'vitest';
import { type Finding, type FindingKind, findingKinds } from '../../attachments/reading.ts';
import { contentFilesOf } from '../../source/content-files.ts';
import { checkContent } from '../check-content.ts';
import { createContentChecker } from '../content-checker.ts';
import { findingsIn, readingWith } from '../fixtures/readings.ts';
import { checkWorld, fixtureWorld, soundWorldWith } from '../fixtures/worlds.ts';
import { readAttachments } from './read-attachments.ts';

const folder = 'case-studies/sakura-u/accepting-students';
const places = ['3ページ', '5ページ', '7ページ', '8ページ', '9ページ', '12ページ'];

/** The sentences for findings in an attachment of the sound world, whatever is really in it. */
const sentencesFor = (name: string, ...findings: Finding[]): string[] => {
  const world = soundWorldWith({
    [`${folder}/${name}`]: beginning[name.split('.').at(-1) ?? ''] ?? '',
  });
  return checkWorld(world, { attachments: findingsIn(name, ...findings) })
    .filter(({ code }) => code.startsWith('document-'))
    .map(({ message }) => message);
};

/** In a ZIP, everything is found in one of its files. */
const placesIn = (name: string): string[] => (name.endsWith('.zip') ? ['中の『様式.docx』'] : []);

/** What files begin with that are taken for what their names say. */
const oldOffice = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]);
const beginning: Record<string, string | Uint8Array> = {
  pdf: '%PDF-1.7\n',
  docx: oldOffice,
  xlsx: oldOffice,
  pptx: oldOffice,
  jpg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
  zip: new Uint8Array([0x50, 0x4b, 0x03, 0x04]),
};

describe('what is found in a document', () => {
  it('is told in one sentence: what, in which file, where, and how to mend it there', () => {
    const kinds: Record<string, FindingKind[]> = {
      '手順.docx': [
        ...(['tracked-changes', 'comments', 'hidden-text', 'macros', 'embedded-files'] as const),
        ...(['outside-link', 'photograph-place', 'old-format', 'authors'] as const),
      ],
      '名簿.xlsx': ['hidden-rows', 'hidden-columns', 'hidden-sheets', 'comments', 'outside-link'],
      '講演.pptx': ['hidden-slides', 'notes', 'comments', 'authors'],
      '報告.pdf': [
        ...(['comments', 'hidden-text', 'script', 'embedded-files', 'outside-link'] as const),
        ...(['password', 'damaged', 'too-complex', 'authors', 'scan', 'unmapped-text'] as const),
      ],
      '実験室.jpg': ['photograph-place', 'authors', 'damaged'],
      '一式.zip': [
        ...(['tracked-changes', 'hidden-sheets', 'macros', 'script', 'photograph-place'] as const),
        ...(['password', 'old-format', 'damaged', 'unchecked-files', 'authors'] as const),
      ],
    };
    const said = Object.entries(kinds).map(([name, of]) =>
      sentencesFor(name, ...of.map((kind) => ({ kind, places: placesIn(name) }))).join('\n'),
    );
    expect(said.join('\n\n')).toMatchInlineSnapshot(`
      "「手順.docx」に作成者などの名前が残っていますので、個人の名前であれば、Word の「ファイル」の「情報」にある「ドキュメント検査」で消し、添え直してください。
      「手順.docx」にコメントが残っていますので、Word の「校閲」ですべてのコメントを削除し、添え直してください。
      「手順.docx」の中に別のファイルが入っていますので、図（画像）として貼り直して保存し、添え直してください。
      「手順.docx」に隠れた文字がありますので、見えるように直すか、Word の「ファイル」の「情報」にある「ドキュメント検査」などで消して保存し、添え直してください。
      「手順.docx」にマクロが入っていますので、「名前を付けて保存」でマクロのない形式（.docx）を選んで保存し、添え直してください。
      「手順.docx」の中身は、開けないパソコンのある形式（古い形式など）ですので、Word で開き、「名前を付けて保存」で「Word 文書（.docx）」を選んで保存し、添え直してください。
      「手順.docx」が外のファイルを読み込むようになっていますので、Word の「ファイル」の「情報」にある「ファイルへのリンクの編集」で解除し、差し込み印刷や学内のひな形も外して保存し、添え直してください。
      「手順.docx」の写真に撮影した場所が残っていますので、場所を消した写真に差し替えて保存し、添え直してください。
      「手順.docx」に変更履歴が残っていますので、Word の「校閲」ですべての変更を承諾するか元に戻して保存し、添え直してください。

      「名簿.xlsx」にコメントが残っていますので、Excel の「校閲」ですべてのコメントとメモを削除し、添え直してください。
      「名簿.xlsx」に隠した列がありますので、Excel で再表示して中身を確かめ、渡さないものを削除して保存し、添え直してください。
      「名簿.xlsx」に隠した行がありますので、Excel で再表示して中身を確かめ、渡さないものを削除して保存し、添え直してください。
      「名簿.xlsx」に隠したシートがありますので、Excel で再表示して中身を確かめ、渡さないものを削除して保存し、添え直してください。
      「名簿.xlsx」が外のファイルを読み込むようになっていますので、Excel の「データ」にあるリンクと接続を解除して保存し、添え直してください。

      「講演.pptx」に作成者などの名前が残っていますので、個人の名前であれば、PowerPoint の「ファイル」の「情報」にある「ドキュメント検査」で消し、添え直してください。
      「講演.pptx」にコメントが残っていますので、PowerPoint の「校閲」ですべてのコメントを削除し、添え直してください。
      「講演.pptx」に非表示のスライドがありますので、PowerPoint で削除するか再び表示して保存し、添え直してください。
      「講演.pptx」のスライドにノートが付いていますので、渡してよい内容かを確かめ、渡さないときは PowerPoint の「ファイル」の「情報」にある「ドキュメント検査」で消し、添え直してください。

      「報告.pdf」に作成者などの名前が残っていますので、個人の名前であれば、Acrobat の「文書のプロパティ」で消すか、元の文書で消してから作り直し、添え直してください。
      「報告.pdf」にコメントが残っていますので、Acrobat の「コメント」ですべての注釈を削除するか、元の文書から作り直し、添え直してください。
      「報告.pdf」は壊れているか途中で切れていて開けませんので、元のソフトで保存し直し、添え直してください。
      「報告.pdf」の中に別のファイルが入っていますので、Acrobat の「添付ファイル」から消すか、元の文書から作り直し、添え直してください。
      「報告.pdf」に隠れた文字がありますので、Acrobat の「墨消し」にある「非表示情報を削除」で消すか、元の文書で消してから作り直し、添え直してください。
      「報告.pdf」が外のファイルを読み込むようになっていますので、元の文書でリンクを解除してから作り直し、添え直してください。
      「報告.pdf」はパスワードが掛かっていて中を確かめられませんので、パスワードを外して保存し、添え直してください。
      「報告.pdf」は文字が画像になっていて検索できませんので（本文検索不可）、元の文書からPDFを作り直すか、Acrobat の「スキャンとOCR」で文字を認識させてください。
      「報告.pdf」にプログラムが入っていますので、印刷の画面で「PDFに保存」を選んで作り直し、添え直してください。
      「報告.pdf」は中身が複雑すぎて調べ終わりませんので、ファイルを分けるか図を簡単にして保存し、添え直してください。
      「報告.pdf」は文字の情報がなく検索できませんので（本文検索不可）、元の文書の「名前を付けて保存」でPDFを作り直してください。

      「実験室.jpg」に作成者などの名前が残っていますので、個人の名前であれば、写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で消し、添え直してください。
      「実験室.jpg」は壊れているか途中で切れていて開けませんので、元のソフトで保存し直し、添え直してください。
      「実験室.jpg」に撮影した場所が残っていますので、写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で消し、添え直してください。

      「一式.zip」に作成者などの名前（中の『様式.docx』）が残っていますので、個人の名前であれば、中のファイルを直してZIPを作り直し、添え直してください。
      「一式.zip」（中の『様式.docx』）は壊れているか途中で切れていて開けませんので、元のソフトで保存し直し、添え直してください。
      「一式.zip」に隠したシート（中の『様式.docx』）がありますので、Excel で再表示して中身を確かめ、渡さないものを削除して保存し、添え直してください。
      「一式.zip」にマクロ（中の『様式.docx』）が入っていますので、「名前を付けて保存」でマクロのない形式を選んでからZIPを作り直し、添え直してください。
      「一式.zip」（中の『様式.docx』）は、開けないパソコンのある形式（古い形式など）ですので、元のソフトで開き、「名前を付けて保存」で新しい形式（写真は JPEG）を選んで保存し、添え直してください。
      「一式.zip」（中の『様式.docx』）はパスワードが掛かっていて中を確かめられませんので、パスワードを外して保存し、添え直してください。
      「一式.zip」の写真（中の『様式.docx』）に撮影した場所が残っていますので、場所を消した写真に差し替えて保存し、添え直してください。
      「一式.zip」にプログラム（中の『様式.docx』）が入っていますので、取り除いてZIPを作り直し、添え直してください。
      「一式.zip」に変更履歴（中の『様式.docx』）が残っていますので、中のファイルを直してZIPを作り直し、添え直してください。
      「一式.zip」の中に確かめられないファイル（中の『様式.docx』）がありますので、取り除いてZIPを作り直し、添え直してください。"
    `);
  });

  it('names three places, and says how many more there are', () => {
    expect(
      [1, 3, 4, 6].map((count) =>
        sentencesFor('手順.docx', { kind: 'comments', places: places.slice(0, count) }).join(),
      ),
    ).toMatchInlineSnapshot(`
      [
        "「手順.docx」にコメント（3ページ）が残っていますので、Word の「校閲」ですべてのコメントを削除し、添え直してください。",
        "「手順.docx」にコメント（3ページ、5ページ、7ページ）が残っていますので、Word の「校閲」ですべてのコメントを削除し、添え直してください。",
        "「手順.docx」にコメント（3ページ、5ページ、7ページ、ほか1か所）が残っていますので、Word の「校閲」ですべてのコメントを削除し、添え直してください。",
        "「手順.docx」にコメント（3ページ、5ページ、7ページ、ほか3か所）が残っていますので、Word の「校閲」ですべてのコメントを削除し、添え直してください。",
      ]
    `);
  });

  it('shows a sheet with an endless name in part, on one line', () => {
    const [sentence] = sentencesFor('名簿.xlsx', {
      kind: 'hidden-rows',
      places: [`シート「${'長い\n名前'.repeat(50)}」の2行目`],
    });
    expect(sentence).toMatch(/^[^\n]{20,200}$/);
  });

  it.each(findingKinds)('of %s is one whole sentence, with the name and the places', (kind) => {
    for (const name of [
      '手順.docx',
      '名簿.xlsx',
      '講演.pptx',
      '報告.pdf',
      '実験室.jpg',
      '一式.zip',
    ]) {
      const sentences = sentencesFor(name, { kind, places });
      expect(sentences).toHaveLength(1);
      expect(sentences[0]).toMatch(/^[^。\n]*ください。$/);
      expect(sentences[0]).toContain(`「${name}」`);
      expect(sentences[0]).toMatch(/（3ページ、5ページ、7ページ、ほか3(?:か所|件)）/);
    }
  });
});

describe('the check', () => {
  const path = `${folder}/事前確認シート.pdf`;

  it('says it at the file, beside what is wrong with the entry', () => {
    const attachments = findingsIn(
      '事前確認シート.pdf',
      { kind: 'comments', places: ['1ページ'] },
      { kind: 'authors', places: [] },
    );
    const problems = checkWorld(fixtureWorld('sound'), { attachments });
    expect(problems.map(({ path, code, severity }) => [path, code, severity])).toEqual([
      [path, 'document-authors', 'warning'],
      [path, 'document-comments', 'error'],
    ]);
    const world = fixtureWorld('sound');
    const own = new Map([...world].filter(([at]) => at.startsWith(`${folder}/`)));
    expect(createContentChecker(world).problemsOf(folder, own, attachments)).toEqual(problems);
  });

  it('looks into nothing that is not what its name says', async () => {
    const world = soundWorldWith({ [path]: '<html>', [`${folder}/flow.png`]: '' });
    const read: string[] = [];
    const reader = {
      async read(_bytes: Uint8Array, ending: string) {
        read.push(ending);
        return readingWith({ kind: 'comments', places: [] });
      },
    };
    const attachments = await readAttachments(world, reader);
    expect(read).toEqual(['.xlsx', '.pdf']);
    const codes = checkContent(world, { attachments })
      .filter((problem) => problem.path.startsWith(folder))
      .map(({ code }) => code);
    expect(codes).toEqual(['file-empty', 'file-type']);
  });

  it('opens no file that is larger than an attachment may be', async () => {
    const reader = { read: () => Promise.reject(new Error('opened')) };
    const attachments = await readAttachments(fixtureWorld('sound'), reader, { maxFileBytes: 10 });
    expect(attachments.of(fixtureWorld('sound').get(path) as never)).toBeUndefined();
  });

  it('will not pass over an attachment that nobody has read', () => {
    const world = fixtureWorld('sound');
    const own = new Map([...world].filter(([at]) => at.startsWith(`${folder}/`)));
    const forgotten = /flow\.png is checked and was not read.*readAttachments/;
    expect(() => checkContent(world)).toThrow(/plan\.xlsx is checked and was not read/);
    expect(() => createContentChecker(world).problemsOf(folder, own)).toThrow(forgotten);
  });

  it('needs no reading where there is no document', () => {
    const world = soundWorldWith({});
    const texts = Object.fromEntries(
      [...world].flatMap(([at, file]) =>
        /\.(?:mdx|yaml|csv)$/.test(at) ? [[at, file.bytes()] as const] : [],
      ),
    );
    expect(() => checkContent(contentFilesOf(texts))).not.toThrow();
  });
});
