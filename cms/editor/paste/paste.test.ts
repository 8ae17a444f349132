import { describe, expect, it } from 'vitest';
import { changed, type Selected } from '../body/snippets.ts';
import { png } from '../word/fixtures/ooxml.ts';
import { missingAlt } from '../word/picture-file.ts';
import type { Habits } from './clip.ts';
import { excel, p, word } from './fixtures/office-html.ts';
import { parseCopy } from './fixtures/parse-copy.ts';
import { createPaste, type PasteTools } from './paste.ts';
import type { PasteBox, Told } from './paste-box.ts';
import { pasteWords as words } from './words.ts';

const noHabits: Habits = { isOwn: () => false, wantsPlain: () => false };

type Copy = { html?: string; text?: string; files?: File[] };

/** What a browser gives of a clipboard. */
const clipboard = ({ html = '', text = '', files = [] }: Copy): DataTransfer =>
  ({
    getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : ''),
    files,
  }) as unknown as DataTransfer;

/** A box with a text; `|` is the cursor. */
const boxWith = (text: string) => {
  let now: Selected = {
    text: text.replace('|', ''),
    start: text.indexOf('|'),
    end: text.indexOf('|'),
  };
  const files = new Map<string, File>([['図1.png', new File([], '図1.png')]]);
  const told: (Told | null)[] = [];
  let isGone = false;
  /** What the browser's own undo goes back to, and redo on to. */
  const done: Selected[] = [];
  const undone: Selected[] = [];
  let takesMore = false;
  let edits = 0;
  const box: PasteBox = {
    selected: () => now,
    isGone: () => isGone,
    edits: () => edits,
    type: (change) => {
      edits += 1;
      done.push(now);
      now = changed(now, change);
    },
    undo: () => {
      undone.push(now);
      now = (takesMore ? done.splice(0).at(0) : done.pop()) ?? now;
    },
    redo: () => {
      now = undone.pop() ?? now;
    },
    select: (start, end) => {
      now = { ...now, start, end };
    },
    whole: () => `先の欄[^1]\n\n[^1]: 注\n\n${now.text}`,
    headings: 'section',
    files: {
      names: () => [...files.keys()],
      add: (file) => {
        files.set(file.name, file);
        return file.name;
      },
    },
    tell: (each) => told.push(each),
  };
  return {
    box,
    files,
    text: () => now.text,
    selection: () => now.text.slice(now.start, now.end),
    told: () => told.at(-1),
    sentences: () => told.at(-1)?.sentences ?? [],
    undo: () => box.undo(),
    /** The browser's undo takes what was typed before along. */
    undoTakesMore: () => {
      takesMore = true;
    },
    typeAlso: (by: string, at = 0) => {
      now = changed(now, { from: at, to: at, by });
    },
    /** The page's undo would take that back, and nothing here. */
    typeElsewhere: () => {
      edits += 1;
      done.push(now);
    },
    undone: () => undone.length,
    goOn: () => {
      isGone = true;
    },
  };
};

const tools: PasteTools = {
  load: () => import('./convert.ts'),
  parse: parseCopy,
  habits: noHabits,
};

const pasteInto = async (text: string, copy: Copy, with_: Partial<PasteTools> = {}) => {
  const into = boxWith(text);
  let isTaken = false;
  const event = {
    clipboardData: clipboard(copy),
    preventDefault: () => {
      isTaken = true;
    },
  };
  await createPaste({ ...tools, ...with_ })(event, into.box);
  return { ...into, isTaken };
};

const cells = ' <tr><td>区分</td><td>件数</td></tr><tr><td>許可</td><td>3</td></tr>';

describe('a paste', () => {
  it('stands by itself between what is before and after it', async () => {
    const { text, isTaken, sentences } = await pasteInto('前|後', {
      html: excel(cells),
      text: '区分\t件数',
    });
    expect(text()).toBe('前\n\n| 区分 | 件数 |\n| --- | --- |\n| 許可 | 3 |\n\n後');
    expect(isTaken).toBe(true);
    expect(sentences()).toEqual([words.done]);
  });

  it('goes into the line where it is words, and says nothing where they are as they were', async () => {
    const cell = excel(' <tr><td>研究推進課</td></tr>');
    const one = await pasteInto('担当は|です', { html: cell, text: '研究推進課\r\n' });
    expect(one.text()).toBe('担当は研究推進課です');
    expect(one.told()).toBeNull();
    const bold = await pasteInto('担当は|です', { html: '<b>研究推進課</b>', text: '研究推進課' });
    expect(bold.text()).toBe('担当は**研究推進課**です');
  });

  it('has numbers of notes that the whole text does not use, and names of pictures that are free', async () => {
    const note = '<p>文<a href="#_ftn1">[1]</a></p><div id=ftn1><p>別の注</p></div>';
    const picture = `<p><img alt="流れ" src="data:image/png;base64,${Buffer.from(png(1, 2)).toString('base64')}"></p>`;
    const { text, files } = await pasteInto('|', { html: note + picture });
    expect(text()).toBe('文[^2]\n\n<Figure src="図1-2.png" alt="流れ" />\n\n[^2]: 別の注\n');
    expect([...files.keys()]).toEqual(['図1.png', '図1-2.png']);
  });

  it('is left to the browser where it is one line, an address, or in the grammar of entries', async () => {
    for (const text of ['一行', 'https://a.example/b_c', '## 課題\n\n- 一', '']) {
      const html = text.startsWith('https') ? `<a href="${text}">題名</a>` : '';
      const { isTaken, told } = await pasteInto('前|', { text, html });
      expect([text, isTaken, told()]).toEqual([text, false, null]);
    }
  });

  it('keeps lines of plain text, unless they were copied out of a box', async () => {
    const lines = { text: '次の二つ\n・一\n・二' };
    expect((await pasteInto('|', lines)).text()).toBe('次の二つ\n\n- 一\n- 二\n');
    const own = await pasteInto('|', lines, { habits: { ...noHabits, isOwn: () => true } });
    expect(own.isTaken).toBe(false);
  });

  it('is the words alone, where Ctrl+Shift+V asked for them', async () => {
    const habits = { ...noHabits, wantsPlain: () => true };
    const { text, told } = await pasteInto('|', { text: '【様式】\n・a < b\n・二' }, { habits });
    expect(text()).toBe('【様式】\\\n・a &lt; b\\\n・二');
    expect(told()).toBeNull();
  });
});

describe('書式なしで貼り直す', () => {
  const copy = {
    html: word(p('１．目的') + p('<b>文</b>です。')),
    text: '１．目的\r\n文です。\r\n',
  };

  it('puts the words in the place of what was pasted', async () => {
    const { text, told, sentences } = await pasteInto('前|', copy);
    expect(text()).toBe('前\n\n１．目的\n\n**文**です。\n');
    expect(told()?.plainly?.label).toBe(words.plainly);
    told()?.plainly?.paste();
    expect(text()).toBe('前１．目的\\\n文です。');
    expect(sentences()).toEqual([words.plainDone]);
  });

  it('changes nothing where somebody wrote meanwhile', async () => {
    const { text, told, typeAlso, sentences } = await pasteInto('前|', copy);
    typeAlso('先に');
    told()?.plainly?.paste();
    expect(text()).toBe('先に前\n\n１．目的\n\n**文**です。\n');
    expect(sentences()).toEqual([words.plainlyLate]);
  });
});

describe('a picture on the clipboard', () => {
  const file = (bytes: Uint8Array, type = 'image/png') =>
    new File([new Uint8Array(bytes)], 'image.png', { type });

  it('becomes a figure whose words are to be typed at once', async () => {
    const { text, selection, files, sentences } = await pasteInto('前|', {
      files: [file(png(1, 2))],
    });
    expect(text()).toBe(`前\n\n<Figure src="図1-2.png" alt="${missingAlt}" />\n`);
    expect(selection()).toBe(missingAlt);
    expect(files.get('図1-2.png')?.size).toBe(png(1, 2).length);
    expect(sentences()).toEqual([words.pictureWords]);
    const two = await pasteInto('前|', { files: [file(png(1, 2)), file(png(3, 4))] });
    expect(two.sentences().join('')).toContain('（図1-2.png、図2.png）');
  });

  it('is taken where the copy of a page only names it, and not beside words', async () => {
    const html = '<meta charset="utf-8"><img src="https://a.example/flow.png" alt="流れ">';
    expect((await pasteInto('|', { html, files: [file(png(1, 2))] })).text()).toContain('<Figure');
    const sheet = await pasteInto('|', { html: excel(cells), text: 'x', files: [file(png(1, 2))] });
    expect(sheet.text()).not.toContain('<Figure');
  });

  it('that is none leaves the text as it is, and says so once', async () => {
    const { text, sentences } = await pasteInto('前|', { files: [file(new Uint8Array([1, 2]))] });
    expect(text()).toBe('前');
    expect(sentences()).toEqual([words.noPicture]);
  });
});

describe('what cannot be pasted', () => {
  const big = 'あ'.repeat(5_000_001);

  it.each([
    ['5 MB of HTML', { html: `<p>${big}</p>`, text: '' }, words.tooMuch, '前'],
    ['5 MB of text', { text: `${big}\n${big}` }, words.tooMuch, '前'],
    ['5 MB in one line', { text: big }, words.tooMuch, '前'],
    [
      'a table beyond an entry',
      { html: `<table>${`<tr>${'<td>字</td>'.repeat(30)}</tr>`.repeat(100)}</table>` },
      words.tooMuch,
      '前',
    ],
    ['nothing', { html: '<html><body></body></html>' }, words.nothing, '前'],
  ])('%s: one sentence, and the text stays', async (_name, copy, sentence, text) => {
    const pasted = await pasteInto('前|', copy);
    expect(pasted.text()).toBe(text);
    expect(pasted.sentences()).toEqual([sentence]);
    expect(pasted.told()?.plainly ?? null).toBeNull();
  });

  it('offers the words of what is too much with its form', async () => {
    const { text, told } = await pasteInto('前|', { html: `<p>${big}</p>`, text: '一\n二' });
    expect(text()).toBe('前');
    told()?.plainly?.paste();
    expect(text()).toBe('前一\\\n二');
  });

  it('leaves the words where the copy cannot be read, or the reader is out of reach', async () => {
    const copy = { html: '<p>文</p>', text: '一\r\n二\r\n' };
    const parse = () => {
      throw new Error('made for the test');
    };
    const { error } = console;
    console.error = () => {};
    const broken = await pasteInto('前|', copy, { parse });
    console.error = error;
    expect([broken.text(), broken.sentences()]).toEqual(['前一\n二', [words.broken]]);
    const load = () => Promise.reject(new Error('made for the test'));
    const away = await pasteInto('前|', copy, { load });
    expect([away.text(), away.sentences()]).toEqual(['前一\n二', [words.unreachable]]);
  });
});

describe('a paste whose reader is not there yet', () => {
  /** Pastes copies one after the other, and says what stands in the box until the reader is there. */
  const waitingFor = (
    copies: readonly Copy[],
    text = '前|後',
    before: (box: PasteBox) => void = () => {},
  ) => {
    const into = boxWith(text);
    before(into.box);
    const { promise: waiting, resolve: release } = Promise.withResolvers<void>();
    const paste = createPaste({ ...tools, load: () => waiting.then(() => import('./convert.ts')) });
    const pasted = copies.map((copy) =>
      paste({ clipboardData: clipboard(copy), preventDefault() {} }, into.box),
    );
    const read = async () => {
      release();
      await Promise.all(pasted);
    };
    return { ...into, read };
  };
  const listed = { html: '<ul><li>一</li><li>二</li></ul>', text: '・一\r\n・二\r\n' };

  it('has its words in the box at once, and its form in their place then', async () => {
    const { text, undo, read } = waitingFor([listed]);
    expect(text()).toBe('前・一\n・二後');
    await read();
    expect(text()).toBe('前\n\n- 一\n- 二\n\n後');
    undo();
    expect(text()).toBe('前後');
  });

  it('leaves what was typed before, where the browser would take it back as well', async () => {
    const { box, text, undoTakesMore, read } = waitingFor([listed], '前|', (into) =>
      into.type({ from: 1, to: 1, by: '書いた文' }),
    );
    undoTakesMore();
    await read();
    expect(text()).toBe('前書いた文\n\n- 一\n- 二\n');
    expect(box.selected().text).toBe(text());
  });

  it('leaves what was selected where the copy is too much', async () => {
    const table = `<table>${`<tr>${'<td>字</td>'.repeat(30)}</tr>`.repeat(100)}</table>`;
    const { text, selection, read } = waitingFor([{ html: table, text: '字' }], '|前後', (into) =>
      into.select(0, 1),
    );
    expect(text()).toBe('字後');
    await read();
    expect([text(), selection()]).toEqual(['前後', '前']);
  });

  it('finds its words where others were written before or after them', async () => {
    const { text, typeAlso, read } = waitingFor([listed]);
    typeAlso('冒頭');
    typeAlso('末尾', text().length);
    await read();
    expect(text()).toBe('冒頭前\n\n- 一\n- 二\n\n後末尾');
  });

  it('takes nothing back where somebody wrote in another box, whose words that would take', async () => {
    const { text, typeElsewhere, undone, read } = waitingFor([listed]);
    typeElsewhere();
    await read();
    expect(text()).toBe('前\n\n- 一\n- 二\n\n後');
    expect(undone()).toBe(0);
  });

  it('leaves it at the words where somebody wrote into them', async () => {
    const { text, typeAlso, sentences, read } = waitingFor([listed]);
    typeAlso('さ', 3);
    await read();
    expect(text()).toBe('前・一さ\n・二後');
    expect(sentences()).toEqual([words.writtenOn]);
  });

  it('leaves no words of what is too much', async () => {
    const table = `<table>${`<tr>${'<td>字</td>'.repeat(30)}</tr>`.repeat(100)}</table>`;
    const { text, told, read } = waitingFor([{ html: table, text: '字\n字' }]);
    await read();
    expect(text()).toBe('前後');
    told()?.plainly?.paste();
    expect(text()).toBe('前字\\\n字後');
  });

  it('takes pastes in the order in which they were made', async () => {
    const copies = ['一', '二'].map((text) => ({ html: `<b>${text}</b>`, text }));
    const { text, read } = waitingFor(copies, '|');
    expect(text()).toBe('一二');
    await read();
    expect(text()).toBe('**一****二**');
    const unnamed = waitingFor(
      copies.map(({ html }) => ({ html })),
      '|',
    );
    await unnamed.read();
    expect(unnamed.text()).toBe('**一****二**');
  });

  it('changes nothing where the person has gone on to another entry', async () => {
    const { text, files, goOn, told, read } = waitingFor([
      listed,
      { files: [new File([new Uint8Array(png(1, 2))], 'image.png', { type: 'image/png' })] },
    ]);
    goOn();
    await read();
    expect(text()).toBe('前・一\n・二後');
    expect(files.size).toBe(1);
    expect(told()).toBeUndefined();
  });
});
