import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random.ts';
import { newMeter } from './compare-lists.ts';
import { compareProse } from './compare-prose.ts';
import { earlierText, laterText, type Run } from './runs.ts';

const shown = (runs: readonly Run[]): string =>
  runs
    .map(({ kind, text, move, inside, isNumber }) => {
      if (isNumber) return kind === 'added' ? text : '';
      if (move !== undefined)
        return `⟨${kind === 'added' ? '先' : '元'} ${inside ? shown(inside) : text}⟩`;
      if (kind === 'removed') return `［-${text}］`;
      return kind === 'added' ? `｛+${text}｝` : text;
    })
    .join('')
    .replaceAll('\n', '⏎');

describe('a person reads a difference', () => {
  it.each([
    [
      'a number whole, with its counter',
      '年間約300件の出張のうち',
      '年間約320件の出張のうち',
      '年間約［-300件］｛+320件｝の出張のうち',
    ],
    [
      'a day by month and day',
      '11月12日（木）に開きます。',
      '12月3日（木）に開きます。',
      '［-11月12日］｛+12月3日｝（木）に開きます。',
    ],
    [
      'a word, each time',
      '貿易管理の係。貿易管理の窓口。',
      '輸出管理の係。輸出管理の窓口。',
      '［-貿易］｛+輸出｝管理の係。［-貿易］｛+輸出｝管理の窓口。',
    ],
    [
      'a clause that came',
      '受入れに際しては、所属機関を確かめる。',
      '受入れに際しては、関係の有無を含めて、所属機関を確かめる。',
      '受入れに際しては、｛+関係の有無を含めて、｝所属機関を確かめる。',
    ],
    [
      'a cell of a table',
      '| 区分 | 件数 |\n|---|---|\n| 貨物 | 120 |\n',
      '| 区分 | 件数 |\n|---|---|\n| 貨物 | 132 |\n',
      '| 区分 | 件数 |⏎|---|---|⏎| 貨物 | ［-120］｛+132｝ |⏎',
    ],
    [
      'readings that were added',
      '該非判定は、確かめることです。',
      '<ruby>該非判定<rt>がいひはんてい</rt></ruby>は、確かめることです。',
      '｛+<ruby>｝該非判定｛+<rt>がいひはんてい</rt></ruby>｝は、確かめることです。',
    ],
    [
      'a sentence that moved',
      '留学生には誓約書を求める。出口管理は帰国時に行う。担当者は研修を受ける。',
      '出口管理は帰国時に行う。担当者は研修を受ける。留学生には誓約書を求める。',
      '⟨元 留学生には誓約書を求める。⟩出口管理は帰国時に行う。担当者は研修を受ける。⟨先 留学生には誓約書を求める。⟩',
    ],
    [
      'a word in place of another, not letters that both happen to have',
      '職員に知らせる。',
      '部局長に知らせる。',
      '［-職員］｛+部局長｝に知らせる。',
    ],
    ['nothing where nothing changed', '同じです。\n', '同じです。\n', '同じです。⏎'],
  ])('%s', (_, before, after, told) => {
    expect(shown(compareProse(before, after))).toBe(told);
  });

  it('a step that moved and changed at once, and none that only got another number', () => {
    const runs = compareProse(
      '1. 確認シートを添える。\n2. 行き先・相手・機器の三つを確かめる。\n3. 迷うときは、5営業日以内に責任者が判断する。\n',
      '1. 確認シートを添える。\n2. 迷うときは、2営業日以内に責任者が判断する。\n3. 行き先・相手・機器の三つを確かめる。\n',
    );
    expect(shown(runs)).toBe(
      '1. 確認シートを添える。⏎⟨先 2. 迷うときは、［-5営業日］｛+2営業日｝以内に責任者が判断する。⏎⟩3. 行き先・相手・機器の三つを確かめる。⏎⟨元 3. 迷うときは、5営業日以内に責任者が判断する。⏎⟩',
    );
  });
});

it('of two steps that changed places, one moved', () => {
  const runs = compareProse(
    '1. 一つ目を書く。\n2. 二つ目を確かめる。\n3. 三つ目を送る。\n\n終わりです。\n',
    '1. 一つ目を書く。\n2. 三つ目を送る。\n3. 二つ目を確かめる。\n\n終わりです。\n',
  );
  expect(runs.filter(({ move }) => move !== undefined)).toHaveLength(2);
});

const seed = Number(process.env['DIFFERENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const pieces = [
  '輸出管理の',
  '窓口は、',
  '研究推進課',
  'です。',
  '確かめますか？',
  '\n',
  '\n\n',
  '## 体制\n\n',
  '- ',
  '1. ',
  '10) ',
  '年間300件',
  '令和８年度',
  'https://example.jp/a.pdf',
  '**強調**',
  '| 表 | 値 |\n',
  '<ruby>該非<rt>がいひ</rt></ruby>',
  '👨‍👩‍👧‍👦',
  '🇯🇵',
  'か\u3099',
  '葛\u{E0100}',
  '\ud83d',
  '\udc00',
  '\u0000',
  '　',
  'Ａ１',
  '」。',
  '（注）',
];

describe(`whatever is written (DIFFERENCE_SEED=${seed})`, () => {
  it('gives the new text to whoever applies it, and the old to whoever takes it back', () => {
    const random = seededRandom(seed);
    const some = (most: number) =>
      Array.from({ length: random.below(most) }, () => random.pick(pieces)).join('');
    for (let round = 0; round < 400; round += 1) {
      const before = some(40);
      const at = random.below(before.length + 1);
      const to = Math.min(before.length, at + random.below(20));
      const after = random.chance(0.1)
        ? some(40)
        : before.slice(0, at) +
          some(6) +
          before.slice(to) +
          (random.chance(0.3) ? before.slice(at, to) : '');
      const runs = compareProse(before, after);
      expect({ before: earlierText(runs), after: laterText(runs) }).toEqual({ before, after });
    }
  });

  it('takes no sign apart', () => {
    for (const [before, after] of [
      ['家族👨‍👩‍👧‍👦です', '家族👨‍👩‍👧です'],
      ['か\u3099き', 'がき'],
      ['葛\u{E0100}城市', '葛城市'],
      ['🇯🇵', '🇰🇷'],
      ['😀', '😁'],
    ] as const) {
      const runs = compareProse(before, after);
      expect(
        runs.filter(({ text }) =>
          /^(?:\u3099|\u200d|\u{E0100}|[\udc00-\udfff])|[\ud800-\udbff]$/u.test(text),
        ),
      ).toEqual([]);
      expect(laterText(runs)).toBe(after);
    }
  });
});

describe('a long text', () => {
  const paragraph = (at: number, word: string) =>
    `第${at}節　本学の${word}管理は、国際企画課が担当する。手続きは、研究者が${word}管理システムに入力した${at}件をもとに行う。\n`;
  const long = (letters: number, word: (at: number) => string) => {
    let text = '';
    for (let at = 0; text.length < letters; at += 1) text += paragraph(at, word(at));
    return text;
  };

  it('of 10,000 letters changed everywhere costs few steps', () => {
    const meter = newMeter();
    const runs = compareProse(
      long(10_000, () => '貿易'),
      long(10_000, () => '輸出'),
      meter,
    );
    expect(meter.steps).toBeLessThan(400_000);
    expect(laterText(runs)).toBe(long(10_000, () => '輸出'));
  });

  it('of 50,000 letters is compared, and what has nothing in common is told as replaced', () => {
    const before = long(50_000, () => '貿易');
    const few = compareProse(
      before,
      long(50_000, (at) => (at % 50 === 0 ? '輸出' : '貿易')),
    );
    expect(few.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(5);
    const meter = newMeter();
    const reversed = [...before].reverse().join('');
    expect(laterText(compareProse(before, reversed, meter))).toBe(reversed);
    expect(meter.steps).toBeLessThan(30_000_000);
    const line = 'あ'.repeat(50_000);
    expect(laterText(compareProse(line, `${line.slice(9)}い`))).toBe(`${line.slice(9)}い`);
  });
});
