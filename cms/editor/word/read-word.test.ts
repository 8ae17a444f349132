import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/source/body.ts';
import { plainText } from '../../../src/source/tree-text.ts';
import type { ReadDocument } from './document-import.ts';
import { checkAsPractice } from './fixtures/check-as-practice.ts';
import {
  awkwardLines,
  fakedHeadings,
  graphics,
  lists,
  looks,
  notes,
  readable,
  report,
  rules,
  tables,
  typedLists,
} from './fixtures/make-word-files.ts';
import { docx, p, partsOf, png, r } from './fixtures/ooxml.ts';
import { unsettled } from './fixtures/unsettled-word-files.ts';
import { readWord } from './read-word.ts';

const readFile = async (file: Uint8Array): Promise<ReadDocument> => {
  const word = await readWord(file);
  if (word.kind !== 'read') throw new Error(word.reason);
  return word;
};
const refusal = async (file: Uint8Array): Promise<string> => {
  const word = await readWord(file);
  return word.kind === 'refused' ? word.reason : '（読み取れた）';
};

/** Every word of a body as a reader sees it, readings included. */
const wordsOf = (body: string): string => {
  const { tree, problems } = readBody(body);
  expect(problems).toEqual([]);
  const collect = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(collect).join('') : '';
  };
  return tree ? collect(tree) : '';
};
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** The words of each paragraph that the fixtures say a reader of the Word file sees. */
const visibleRuns = (file: string): string[] =>
  [...file.matchAll(/<(?:w|m):t(?: [^>]*)?>([^<]*)<\/(?:w|m):t>/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

describe('every readable file', () => {
  it.each(Object.keys(readable) as (keyof typeof readable)[])(
    '%s passes the check of the site as it is',
    async (name) => {
      expect(await checkAsPractice(await readFile(readable[name]()))).toEqual([]);
    },
  );

  it.each(Object.keys(readable) as (keyof typeof readable)[])(
    '%s loses no visible word that it does not tell of',
    async (name) => {
      const parts = unzipped(readable[name]());
      const word = await readFile(readable[name]());
      const kept = squeezed(
        [word.title, word.summary, wordsOf(word.body), ...word.notKept].join('\n'),
      );
      const left = visibleRuns(parts)
        .map((run) => squeezed(run).replace(/^[・■]|[【】]/g, ''))
        .filter((run) => !kept.includes(run));
      expect(left).toEqual(expectedlyLeft[name] ?? []);
    },
  );

  it('names no author', async () => {
    for (const make of Object.values(readable)) {
      expect(JSON.stringify(await readWord(make()))).not.toContain('桜田花子');
    }
  });
});

/** Words that are no part of the text: an index, a field that nobody filled in, numbers beside those of a list. */
const expectedlyLeft: Record<string, string[]> = {
  typedLists: ['1申告書', '2誓約書'],
  contents: ['目次の行', 'ここをクリックして入力'],
};

const unzipped = (file: Uint8Array): string => {
  const parts = unzipSync(file);
  return ['document', 'footnotes', 'endnotes']
    .map((part) => strFromU8(parts[`word/${part}.xml`] ?? new Uint8Array()))
    .join('');
};

describe('the report of four pages', () => {
  it('becomes a title, the headings of practices, lists, a table, figures and a footnote', async () => {
    const word = await readFile(report());
    expect(word.title).toBe('留学生等を受け入れる前の確認を一枚の様式にまとめた取組');
    expect(
      word.contents.headings.filter(({ depth }) => depth === 2).map(({ text }) => text),
    ).toEqual(['課題', '体制', '手順', '様式', 'つまずき', '工数・費用', '問い合わせ先']);
    expect(word.contents).toMatchObject({ tables: 1, footnotes: 1 });
    expect(word.figures.map(({ name, alt }) => [name, alt])).toEqual([
      ['図1.png', '研究室が様式を出し、国際課と研究推進課が並行して確認し、統括責任者が決める流れ'],
      ['図2.png', '事前確認シートの記入例'],
    ]);
    expect(word.body).toContain('<ruby>特定類型<rt>とくているいけい</rt></ruby>');
    expect(word.body).toContain('**各研究室の判断**に');
    expect(word.body).toContain('2. 研究推進課が様式の半分を記入して教員に送る。\n   1. 氏名');
    expect(word.body).toContain('| 部署 | 役割 | 期限 |\n| --- | --- | --- |\n| 研究室 |');
    expect(word.body).toContain('  図1　受入れの前の確認の流れ\n</Figure>');
    expect(word.body).toMatch(/ました\[\^1\]。[\s\S]*\n\[\^1\]: 2024年4月/);
  });

  it('leaves every heading free where the entry is no practice', async () => {
    const word = await readWord(report(), { headings: 'free' });
    expect(word.kind === 'read' && word.contents.headings.slice(0, 2)).toEqual([
      { depth: 2, text: '１．課題' },
      { depth: 3, text: '背景にある制度' },
    ]);
  });
});

describe('what is guessed', () => {
  it('is told: title, headings and lists that only look like one', async () => {
    const word = await readFile(fakedHeadings());
    expect(word.title).toBe('研究者の海外出張を届け出る仕組み');
    expect(word.summary).toBe('出張の届出に輸出管理の確認を組み込みました。');
    expect(word.contents.headings).toEqual([
      { depth: 2, text: '課題' },
      { depth: 3, text: '持ち出す装置の確認' },
      { depth: 2, text: '体制' },
      { depth: 2, text: 'つまずき' },
      { depth: 3, text: '１．様式が長い' },
      { depth: 3, text: '２．窓口が遠い' },
    ]);
    expect(word.notKept.join('\n')).toMatch(/「【課題】」.*見出しにしました/);
    expect(word.notKept.join('\n')).toContain('その順に並べ替えました');
    expect(word.body).toContain('- ノートパソコン\n- 測定装置');
    expect(word.body).toContain('\n※私物の電話は含みません。');
  });

  it('is nothing where numbers only begin a list', async () => {
    const word = await readFile(
      docx({
        body: [p('題', { style: 'a3' }), p('１．甲'), p('２．乙'), p('３．丙'), p('文。')].join(''),
      }),
    );
    expect(word.contents.headings).toEqual([]);
  });
});

describe('looks', () => {
  it('stay where Markdown can hold them, and are told where not', async () => {
    const { body, notKept } = await readFile(looks());
    const { tree } = readBody(body);
    expect(tree).not.toBeNull();
    expect(body).toContain('これは**「強調」**です');
    expect(body).toContain('a(b)c');
    expect(body).toContain('**太字**斜体');
    expect(body).toContain('***両方だけ***のあと');
    expect(body).toContain('10²とH₂O');
    expect(body).toContain(
      '[規程（案）](https://a.example/%EF%BC%88%E6%A1%88%EF%BC%89/b%20c)、手元の文書、危ない',
    );
    expect(body).toContain('[欄のリンク](https://b.example/)');
    expect(notKept.join('\n')).toMatch(/下線[\s\S]*色[\s\S]*太字[\s\S]*数式[\s\S]*リンク/);
  });
});

describe('lists and tables', () => {
  it('keep nesting, counting and what a number says', async () => {
    const { body, notKept } = await readFile(lists());
    expect(body).toContain(
      '1. 一\n   1. 一の(1)\n      - 一の(1)の点\n2. 二\n\n間の段落\n\n3. 三\n\n1) 新しい一',
    );
    expect(body).toContain('第２条　（定義）用語の意味を定める。');
    expect(body).toContain('### 番号つきの章');
    expect(body).toContain('①　丸の一\n\n②　丸の二');
    expect(notKept.join('\n')).not.toContain('番号の形');
  });

  it('begin on any level, as the items below 第１条 do', async () => {
    const { body, notKept } = await readFile(rules());
    expect(body).toBe(
      [
        '第１条　この規程は、輸出管理を定める。',
        '2. 部局は、この規程に従う。\n3. 統括責任者は、理事とする。',
        '第２条　用語の意味は、次のとおりとする。',
        '1. 貨物\\\n   ア　試料\\\n   イ　装置\n2. 技術',
        '2) 前項の例は、別に定める。',
        '最後',
      ].join('\n\n'),
    );
    expect(notKept.join('\n')).toContain('番号の形（「(1)」）');
  });

  it('stay what they look like where they were typed, as headings where text stands between', async () => {
    const { body } = await readFile(typedLists());
    expect(body).toBe(
      [
        '### 第１章　総則',
        '#### １　目的',
        '輸出管理のためです。',
        '#### ２　範囲',
        '次のものです。',
        '- 試料\n  - 液体\n- 装置',
        'ほかは含みません。',
        '### 第２章　手続',
        '#### １　届出',
        '①届出書を出す。\\\n②窓口が受け取る。',
        '(1) 一人分',
        '(2) 二人分',
        '#### ２　記録',
        '記録は5年残します。',
        '1. 申告書\n2. 誓約書',
        '* 点',
        '最後です。',
      ].join('\n\n'),
    );
  });

  it('begin anew where the numbers do not follow', async () => {
    const file = docx({
      body: [
        p('題', { style: 'a3' }),
        p('一', { list: 2 }),
        p('あいだ', { list: 1 }),
        p('二', { list: 2 }),
      ].join(''),
    });
    expect((await readFile(file)).body).toBe('1. 一\n\n* あいだ\n\n2. 二');
  });

  it('say a note across all columns once, tell of empty rows, and of a row too long for a line', async () => {
    const { body, notKept } = await readFile(tables());
    expect(body).toContain('| 氏名 | 所属 |\n| --- | --- |\n| 以下に書いてください。 |  |');
    expect(body).toContain('\n\n旧\n\n新\n\n古い条文です。');
    expect(notKept.join('\n')).toMatch(
      /長すぎる表[\s\S]*空の行は除きました（「氏名」）|空の行[\s\S]*長すぎる表/,
    );
  });

  it('spell merged cells out, and make a box of a table of one cell', async () => {
    const { body, notKept } = await readFile(tables());
    expect(body).toContain(
      '| 区分 | 件数 | 件数 |\n| --- | --- | --- |\n| 区分 | 2023年度 | 2024年度 |',
    );
    expect(body).toContain('確認の結果\n\n| 結果 | 件 |');
    expect(body).toContain('<Callout kind="note">\n\n【注意】\n\n持出しの前');
    expect(body).toContain('| 内訳 | ・点一<br />・点二<br />甲／乙 |');
    expect(notKept.join('\n')).toMatch(/囲み[\s\S]*結合された/);
  });

  it('number notes in the order of the text, footnotes and endnotes alike', async () => {
    const { body } = await readFile(notes());
    expect(body).toContain('先に文末[^1]、次に脚注[^2]');
    expect(body).toContain('[^2]: 二段落の注\n\n    その続き\n\n[^3]: 一つ目の注 &lt;a>');
  });
});

describe('figures', () => {
  it('are stored once, with their own words, and told where they cannot be', async () => {
    const { body, figures, notKept } = await readFile(graphics());
    expect(figures.map(({ name }) => name)).toEqual(['図1.png']);
    expect(figures[0]?.bytes).toEqual(png(0x444444, 0xdddddd));
    expect(body).toContain('alt="切り抜いた&quot;図&quot;&lt;b>&amp;amp;"');
    expect(body).toContain('alt="古い書き方の図"');
    expect(body.match(/枠の中の文/g)).toHaveLength(1);
    for (const kind of ['EMF', 'PNG・JPEG・WebP以外', '文書の外', 'オブジェクト']) {
      expect(notKept.join('\n')).toContain(kind);
    }
  });
});

describe('signs', () => {
  it.each(awkwardLines)('%s', async (line) => {
    const { body } = await readFile(docx({ body: p('題', { style: 'a3' }) + p(line) }));
    expect(squeezed(wordsOf(body))).toBe(squeezed(line));
    const bold = await readFile(
      docx({ body: p('題', { style: 'a3' }) + p(r('前') + r(line, '<w:b/>') + r('後')) }),
    );
    expect(squeezed(wordsOf(bold.body))).toBe(squeezed(`前${line}後`));
  });

  it('mean nothing in any order', async () => {
    const pieces = [...'\\`*_{}[]()<>#+-.!|~&;:=^$"\'/ 1aあ「」。、'];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    const lines = Array.from({ length: 300 }, () =>
      Array.from({ length: 1 + random(12) }, () => pieces[random(pieces.length)]).join(''),
    ).filter((line) => /[^\s]/.test(line));
    const marks = ['', '<w:b/>', '<w:i/>', '<w:strike/>', '<w:b/><w:i/>'];
    const paragraphs = lines.map((line) => {
      const cut = random(line.length);
      const [one = '', other = ''] = [marks[random(5)], marks[random(5)]];
      return p(r(line.slice(0, cut), one) + r(line.slice(cut), other));
    });
    const { body } = await readFile(docx({ body: p('題', { style: 'a3' }) + paragraphs.join('') }));
    const { tree, problems } = readBody(body);
    expect(problems).toEqual([]);
    const read = tree?.children.filter(({ type }) => type === 'element').map(plainText) ?? [];
    expect(read.map(squeezed)).toEqual(lines.map(squeezed));
  });
});

describe('what others are not meant to see', () => {
  it.each(Object.entries(unsettled))('%s stops the import', async (_name, { file, says }) => {
    const reason = await refusal(file());
    for (const words of says) expect(reason).toContain(words);
    expect(reason).not.toMatch(/秘密/);
    expect(reason).toContain('もう一度選んでください。');
  });
});

describe('files that are none', () => {
  const word = report();
  const ole = (name: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(600),
      ...[...name].flatMap((character) => [character.charCodeAt(0), 0]),
    ]);
  const spoilt = (changes: Record<string, string>) =>
    zipSync({
      ...partsOf({ body: p('文') }),
      ...Object.fromEntries(Object.entries(changes).map(([name, text]) => [name, strToU8(text)])),
    });

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), '空'],
    ['a password', ole('EncryptedPackage'), 'パスワード'],
    ['.doc', ole('WordDocument'), '.doc'],
    ['another OLE file', ole('Workbook'), 'Word、PowerPoint、Excelの文書ではない'],
    [
      '.docm by its type',
      docx({
        body: p('文'),
        contentTypes: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      }),
      'マクロ',
    ],
    ['.docm by its macros', spoilt({ 'word/vbaProject.bin': 'x' }), 'マクロ'],
    [
      '.odt',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
      'OpenDocument',
    ],
    [
      '.xlsx',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
      'Word、PowerPoint、Excelの文書ではない',
    ],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'ZIP'],
    ['a PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['RTF', strToU8('{\\rtf1'), 'リッチテキスト'],
    ['no zip', strToU8('こんにちは'), 'Word、PowerPoint、Excelの文書ではない'],
    ['cut off', word.slice(0, word.length - 40), '途中で切れているか壊れている'],
    ['cut in the middle', word.slice(0, 1000), '途中で切れているか壊れている'],
    ['broken XML', spoilt({ 'word/document.xml': '<w:document><w:body>' }), '壊れている'],
    [
      'nested beyond sense',
      spoilt({ 'word/document.xml': '<a>'.repeat(50_000) + '</a>'.repeat(50_000) }),
      '壊れている',
    ],
    ['no words', docx({ body: '<w:p/>' }), '見つからず'],
    [
      'a bomb',
      zipSync({ ...partsOf({ body: p('文') }), 'word/big.xml': new Uint8Array(60_000_000) }),
      '大きくなりすぎる',
    ],
  ])('%s is refused in one sentence', async (_name, bytes, says) => {
    const reason = await refusal(bytes);
    expect(reason).toContain(says);
    expect(reason.match(/。/g)).toHaveLength(1);
  });

  it('a size that lies is not unpacked beyond what it says', async () => {
    const bomb = zipSync({
      ...partsOf({ body: p('文') }),
      'word/document.xml': strToU8(`<w:document>${' '.repeat(5_000_000)}</w:document>`),
    });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      const isBig =
        view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 4_000_000;
      if (isBig) view.setUint32(at + 24, 100, true);
    }
    expect(await refusal(bomb)).toContain('壊れている');
  });

  it('a table of a billion columns is none', async () => {
    const cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>';
    const file = docx({ body: `${p('文')}<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>` });
    expect((await readFile(file)).body).toBe('文');
  });

  it('a book of 300 pages is read to its end', async () => {
    const line =
      '研究インテグリティの確保に向けた取組を、各部局の担当者とともに進めました。'.repeat(6);
    const file = docx({ body: p(r(line) + r(line, '<w:b/>')).repeat(1000) });
    expect((await readFile(file)).body.length).toBeGreaterThan(400_000);
  });

  it('an entity of the file itself means nothing', async () => {
    const file = spoilt({
      'word/document.xml':
        '<!DOCTYPE d [<!ENTITY x "大量">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>文&x;</w:t></w:r></w:p></w:body></w:document>',
    });
    const read = await readWord(file);
    expect(read.kind === 'read' && wordsOf(read.body)).toBe('文&x;');
  });
});
