import { describe, expect, it } from 'vitest';
import { markedBeside, mergeBlocks } from './merge-blocks.ts';
import { mergeFields } from './merge-fields.ts';

const base = {
  title: '題名',
  scenes: ['abroad'],
  body: '## 体制\n\n課長が担当します。\n\n## 手順\n\n届け出ます。',
  address: 'pledge',
  institutionName: 'さくら大学',
  updated: '2026-11-01',
};
const merged = (mine: object, theirs: object) =>
  mergeBlocks('case-studies', base, { ...base, ...mine }, { ...base, ...theirs });

describe('two changed versions', () => {
  it('come together by sentences and items, and nothing is asked', () => {
    const { data, toChoose } = merged(
      { title: '私の題名', body: base.body.replace('課長', '部長'), scenes: ['abroad', 'devices'] },
      { body: base.body.replace('届け出ます', '申請します'), scenes: ['abroad', 'joint'] },
    );
    expect(toChoose).toEqual([]);
    expect(data).toMatchObject({
      title: '私の題名',
      body: '## 体制\n\n部長が担当します。\n\n## 手順\n\n申請します。',
      scenes: ['abroad', 'devices', 'joint'],
    });
  });

  it('ask about the one sentence that both changed, with what differs in it marked', () => {
    const { toChoose, settled } = merged(
      { title: '私の題名', body: base.body.replace('課長', '部長') },
      { body: base.body.replace('課長', '係長') },
    );
    expect(toChoose).toMatchObject([
      { name: 'body', mine: '部長が担当します。', theirs: '係長が担当します。' },
    ]);
    const unlike = toChoose[0]?.marked?.mine.filter(({ isUnlike }) => isUnlike);
    expect(unlike?.map(({ text }) => text).join('')).toContain('部');
    expect(settled(() => true)).toMatchObject({
      title: '私の題名',
      body: base.body.replace('課長', '係長'),
    });
    expect(settled(() => false)).toMatchObject({ body: base.body.replace('課長', '部長') });
  });

  it('keep what belongs to the form as it stands in it', () => {
    const { address: _, institutionName: __, ...stored } = base;
    const { data, toChoose } = mergeBlocks(
      'case-studies',
      base,
      { ...base, title: '私の' },
      stored,
    );
    expect(toChoose).toEqual([]);
    expect(data).toMatchObject({ address: 'pledge', institutionName: 'さくら大学', title: '私の' });
  });
});

it.each([mergeBlocks.bind(null, 'case-studies', base), mergeFields.bind(null, null)])(
  'what steps of their own change is as it is stored, and is asked of nobody',
  (merge) => {
    const stopped = { ...base, withdrawn: true, formerAddresses: ['madoguchi'] };
    for (const [mine, theirs] of [
      [base, stopped],
      [stopped, base],
    ] as const) {
      const { data, toChoose, settled } = merge(mine, theirs);
      expect(toChoose).toEqual([]);
      for (const each of [data, settled(() => false)]) {
        expect(each['withdrawn']).toBe((theirs as typeof stopped).withdrawn);
        expect(each['formerAddresses']).toEqual((theirs as typeof stopped).formerAddresses);
      }
    }
  },
);

it('both texts stay whole beside their marks', () => {
  const { mine, theirs } = markedBeside('部長が担当します。二つめ。', '二つめ。係長が担当します。');
  expect(mine.map(({ text }) => text).join('')).toBe('部長が担当します。二つめ。');
  expect(theirs.map(({ text }) => text).join('')).toBe('二つめ。係長が担当します。');
});
