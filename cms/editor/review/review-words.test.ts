import { describe, expect, it } from 'vitest';
import type { Run } from '../../difference/runs.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import type { PinnedNote } from '../../wire/note.ts';
import type { Review } from '../../wire/review.ts';
import { aroundChanges, isLong } from './around-changes.ts';
import { formAddress } from './decision-bar.tsx';
import { fieldLabel } from './field-label.ts';
import { officeOf, sentenceOf } from './head-words.ts';
import { keptWords } from './kept-words.ts';
import { numbered, piecesOf, stands } from './pins.ts';
import type { Looked } from './use-review.ts';

const note = (id: string, quote?: string, more: Partial<PinnedNote> = {}): PinnedNote => ({
  id,
  text: '教えてください。',
  by: '編集部（事務局）',
  byEditors: true,
  at: '2026-11-27T03:00:00.000Z',
  isResolved: false,
  place: quote === undefined ? null : { field: 'body', quote },
  answers: null,
  mayDelete: false,
  ...more,
});

describe('notes at their words', () => {
  it('are numbered where they are open and answer no other', () => {
    const all = [
      note('a'),
      note('b', 'x', { isResolved: true }),
      note('c', 'y'),
      note('d', 'y', { answers: 'c' }),
    ];
    expect(numbered(all).map(({ id, number }) => [id, number])).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
  });

  it('mark what the text says now, across what was added, and nothing that was removed', () => {
    const runs: Run[] = [
      { kind: 'same', text: '年間約' },
      { kind: 'removed', text: '300件' },
      { kind: 'added', text: '320件' },
      { kind: 'same', text: 'の出張' },
    ];
    const pieces = piecesOf(runs, numbered([note('a', '約320件の')]));
    expect(pieces.map(({ text, note: at, isEnd }) => [text, at?.number ?? null, isEnd])).toEqual([
      ['年間', null, false],
      ['約', 1, false],
      ['300件', null, false],
      ['320件', 1, false],
      ['の', 1, true],
      ['出張', null, false],
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('年間約300件320件の出張');
  });

  it('say when their words no longer stand, whatever blanks came between', () => {
    expect(stands('輸出管理\n統括責任者が', '輸出管理統括責任者')).toBe(true);
    expect(stands('輸出管理責任者が', '輸出管理統括責任者')).toBe(false);
  });
});

describe('a long value', () => {
  it('is shown by what is around its changes', () => {
    const runs: Run[] = [
      { kind: 'same', text: 'あ'.repeat(150) },
      { kind: 'added', text: '新しい様式' },
      { kind: 'same', text: 'い'.repeat(150) },
    ];
    expect(isLong(runs)).toBe(true);
    expect(aroundChanges(runs).map(({ text }) => text)).toEqual([
      `…${'あ'.repeat(30)}`,
      '新しい様式',
      `${'い'.repeat(30)}…`,
    ]);
  });
});

describe('what was begun', () => {
  const storage = (): Storage => {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
      key: () => null,
      get length() {
        return kept.size;
      },
    };
  };
  const begun = {
    notes: [{ id: '1', field: 'body', quote: '半年', text: 'いつの' }],
    reason: '時期',
  };

  it('comes back to its own person alone, and is gone when it was sent', () => {
    const browser = storage();
    const mine = keptWords(browser, '編集部（事務局）', 'case-studies/sakura-u/desk');
    mine.write(begun);
    expect(mine.read()).toEqual(begun);
    expect(
      keptWords(browser, 'さくら大学 研究推進課', 'case-studies/sakura-u/desk').read().notes,
    ).toEqual([]);
    mine.write({ notes: [], reason: '' });
    expect(browser.length).toBe(0);
  });

  it.each(['{', '[]', '{"notes":[{"id":1}],"reason":""}', '{"notes":[]}'])(
    'that cannot be read is nothing: %s',
    (text) => {
      const browser = storage();
      browser.setItem('portal-review a b', text);
      expect(keptWords(browser, 'a', 'b').read()).toEqual({ notes: [], reason: '' });
    },
  );
});

describe('names', () => {
  it.each([
    ['case-studies/sakura-u/desk', 'body', 'したこと'],
    ['guidelines/sakura-u/rules', 'body', '本文'],
    ['case-studies/sakura-u/desk', 'contact.phone', '問い合わせ先の電話'],
    ['case-studies/sakura-u/desk', 'file:様式.pdf', '「様式.pdf」'],
    ['case-studies/sakura-u/desk', 'noSuchField', 'したこと'],
    ['nothing/at/all', 'title', '本文'],
  ])('of a field of %s: %s', (entry, field, label) => {
    expect(fieldLabel(entry, field)).toBe(label);
  });

  it('of the form and of an office', () => {
    expect(formAddress('case-studies/sakura-u/desk')).toBe(
      '#/collections/case-studies/entries/sakura-u/desk/index',
    );
    expect(formAddress('glossary/deemed-export')).toBe(
      '#/collections/glossary/entries/deemed-export',
    );
    expect(officeOf('さくら大学 研究推進課')).toBe('研究推進課');
    expect(officeOf('編集部（事務局）')).toBe('編集部（事務局）');
  });
});

describe('the sentence', () => {
  const now = new Date('2026-11-30T03:00:00Z');
  const by = 'さくら大学 研究推進課';
  const looked = (
    more: Partial<Looked>,
    state: Partial<EntryState> = {},
    problems = 0,
  ): Looked => ({
    review: {
      kind: 'entry',
      stage: 'in-review',
      begun: { by, byEditors: false },
      problems: Array.from({ length: problems }, () => ({ severity: 'error' })),
    } as unknown as Review,
    state: { asked: { by, at: '2026-11-30T00:00:00Z' }, returned: null, ...state } as EntryState,
    against: 'live',
    difference: { places: 7 } as Looked['difference'],
    overtaken: null,
    ...more,
  });

  it.each([
    [
      'an editor, asked',
      looked({}),
      true,
      'さくら大学が、11月30日に確認を依頼しました。公開中の版から7か所が変わっています。',
    ],
    [
      'an editor, with something to mend',
      looked({}, {}, 1),
      true,
      'さくら大学が、11月30日に確認を依頼しました。公開中の版から7か所が変わっています。公開の前に直すところが1つあります。',
    ],
    [
      'an editor, of what is new',
      looked({ against: 'nothing' }),
      true,
      'さくら大学が、11月30日に確認を依頼しました。',
    ],
    [
      'an editor who was overtaken',
      looked({ overtaken: { by, places: 2 } as Looked['overtaken'] }),
      true,
      '見ている間に、研究推進課が2か所を直しました。公開していません。書いたメモは残っています。',
    ],
    [
      'its office, returned',
      looked(
        { against: 'reviewed' },
        {
          asked: null,
          returned: { by: '編集部（事務局）', at: '2026-11-29T00:00:00Z', reason: '時期' },
        },
      ),
      false,
      '事務局から差し戻されました。前に確かめた版から7か所が変わっています。',
    ],
    [
      'an editor who returned it',
      looked(
        {},
        {
          asked: null,
          returned: { by: '編集部（事務局）', at: '2025-11-29T00:00:00Z', reason: '時期' },
        },
      ),
      true,
      '2025年11月29日に差し戻しました。研究推進課が直すのを待っています。公開中の版から7か所が変わっています。',
    ],
  ])('for %s', (_, at, isEditor, sentence) => {
    expect(sentenceOf(at, isEditor, 'さくら大学', now)).toBe(sentence);
  });
});
