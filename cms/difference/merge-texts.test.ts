import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random.ts';
import { mergeLists } from './merge-lists.ts';
import { mergeTexts } from './merge-texts.ts';

const base = {
  title: '持出しの確認',
  summary: '要約です。',
  scenes: ['abroad'],
  contact: { office: '研究推進課', phone: '000' },
  sources: [{ title: '規程', date: '令和7年' }],
  updated: '2026-11-01',
  body: '## 課題\n\n窓口が別々でした。\n\n## 体制\n\n課長が担当します。\n',
};

describe('what a person wrote and what was saved meanwhile', () => {
  it('comes together where each changed something else', () => {
    const { data, both, taken } = mergeTexts(
      base,
      {
        ...base,
        title: '機器の持出しの確認',
        scenes: ['abroad', 'devices'],
        updated: '2026-11-30',
        body: base.body.replace('別々でした。', '別々で、漏れがありました。'),
      },
      {
        ...base,
        summary: '短い要約です。',
        scenes: ['abroad', 'joint'],
        updated: '2026-11-29',
        body: base.body.replace('課長', '係長'),
      },
    );
    expect(both).toEqual([]);
    expect(taken).toEqual(['summary', 'scenes', 'body']);
    expect(data).toEqual({
      ...base,
      title: '機器の持出しの確認',
      summary: '短い要約です。',
      scenes: ['abroad', 'devices', 'joint'],
      updated: '2026-11-30',
      body: '## 課題\n\n窓口が別々で、漏れがありました。\n\n## 体制\n\n係長が担当します。\n',
    });
  });

  it('is asked about where both changed the same, and nothing else is', () => {
    const mine = {
      ...base,
      title: '私の題名',
      body: base.body.replace('課長が担当します。', '課長と係長が担当します。'),
    };
    const theirs = {
      ...base,
      title: '国際課の題名',
      body: base.body
        .replace('課長が担当します。', '部長が担当します。')
        .replace('別々でした', 'ばらばらでした'),
    };
    const merge = mergeTexts(base, mine, theirs);
    expect(merge.both.map(({ field, mine: own, theirs: other }) => [field, own, other])).toEqual([
      ['title', '私の題名', '国際課の題名'],
      ['body', '課長と係長が担当します。', '部長が担当します。'],
    ]);
    expect(merge.data['body']).toBe(mine.body.replace('別々でした', 'ばらばらでした'));
    const chosen = merge.settled(({ field }) => (field === 'body' ? 'theirs' : 'mine'));
    expect(chosen).toMatchObject({ title: '私の題名', body: theirs.body });
  });

  it('takes what both did once, and lets go what one of them took away', () => {
    const without = { ...base, contact: undefined, title: '新しい' };
    const merge = mergeTexts(base, { ...base, title: '新しい' }, without);
    expect(merge.both).toEqual([]);
    expect('contact' in merge.data).toBe(false);
  });

  it('brings rows together, each as somebody wrote it', () => {
    const more = { date: '令和8年', title: '手引き' };
    const { data, both } = mergeTexts(
      base,
      { ...base, title: '別' },
      { ...base, sources: [...base.sources, more] },
    );
    expect(both).toEqual([]);
    expect(data['sources']).toEqual([...base.sources, more]);
  });

  it('lets one add a paragraph after a sentence that the other changed', () => {
    const { data, both } = mergeTexts(
      base,
      { ...base, body: `${base.body}\n## つまずき\n\n漏れがありました。\n` },
      { ...base, body: base.body.replace('課長', '係長') },
    );
    expect(both).toEqual([]);
    expect(data['body']).toBe(
      `${base.body.replace('課長', '係長')}\n## つまずき\n\n漏れがありました。\n`,
    );
  });

  it('asks about a text that both began', () => {
    const merge = mergeTexts({}, { body: '私の文です。' }, { body: '国際課の文です。' });
    expect(merge.both).toHaveLength(1);
    expect(merge.settled(() => 'theirs')).toEqual({ body: '国際課の文です。' });
  });
});

const seed = Number(process.env['DIFFERENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

it(`loses nothing of either side, whatever they do (DIFFERENCE_SEED=${seed})`, () => {
  const random = seededRandom(seed);
  const list = (most: number) =>
    Array.from({ length: random.below(most) }, () => 'abcde'[random.below(5)] ?? 'a');
  for (let round = 0; round < 500; round += 1) {
    const [one, mine, theirs] = [list(8), list(8), list(8)];
    const chunks = mergeLists(one, mine, theirs);
    const side = (which: 'mine' | 'theirs') =>
      chunks.flatMap((chunk) => (chunk.kind === 'both' ? chunk[which] : chunk.parts));
    // Where only one changed, both sides read the same.
    expect(
      mergeLists(one, mine, one).flatMap((chunk) => (chunk.kind === 'both' ? [] : chunk.parts)),
    ).toEqual(mine);
    expect(
      mergeLists(one, one, theirs).flatMap((chunk) => (chunk.kind === 'both' ? [] : chunk.parts)),
    ).toEqual(theirs);
    for (const letter of mine) if (!one.includes(letter)) expect(side('mine')).toContain(letter);
    for (const letter of theirs)
      if (!one.includes(letter)) expect(side('theirs')).toContain(letter);
  }
});
