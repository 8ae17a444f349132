import { describe, expect, it } from 'vitest';
import { emptyOutline } from '../published-content/entry-outline.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import { publishedOutline, shownText, withdrawnText } from './entry-text.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const term = entry('glossary/deemed-export');
const withdrawn = (text: string, of = pledge) =>
  withdrawnText(of, Buffer.from(text))?.toString() ?? null;

describe('the outline of a text', () => {
  const outline = (text: string, of = pledge) => publishedOutline(of, Buffer.from(text));

  const ofShown = {
    ...emptyOutline,
    byOwnSteps: { withdrawn: false, formerAddresses: '[]' },
  };

  it('has title and origin', () => {
    expect(outline('---\ntitle: 誓約書\norigin: on-behalf\n---\n')).toEqual({
      ...ofShown,
      title: '誓約書',
      origin: 'on-behalf',
    });
    expect(outline('term: みなし輸出\n', term)).toEqual({ ...ofShown, title: 'みなし輸出' });
    expect(outline('name: さくら大学\n', entry('institutions/sakura-u')).title).toBe('さくら大学');
  });

  it.each(['', '本文だけ', '---\ntitle: [\n', '---\n- a\n---'])('is empty for %j', (text) =>
    expect(outline(text)).toEqual(emptyOutline),
  );

  it('takes nothing from fields that say something else than they may', () => {
    expect(outline('---\ntitle: 1\norigin: editor\n---')).toEqual(ofShown);
  });

  it('says what only steps of their own change', () => {
    const text = '---\nwithdrawn: true\nformerAddresses: [a, b]\n---\n';
    expect(outline(text).byOwnSteps).toEqual({ withdrawn: true, formerAddresses: '["a","b"]' });
  });
});

describe('a withdrawn text', () => {
  it('has the switch, and nothing else is touched', () => {
    expect(withdrawn('---\ntitle: 誓約書 # 注\n---\n\n---\n本文')).toBe(
      '---\ntitle: 誓約書 # 注\nwithdrawn: true\n---\n\n---\n本文',
    );
    expect(withdrawn('---\nwithdrawn: false\ntitle: 誓約書\n---\n')).toBe(
      '---\nwithdrawn: true\ntitle: 誓約書\n---\n',
    );
    expect(withdrawn('term: 語\n', term)).toBe('term: 語\nwithdrawn: true\n');
  });

  it('keeps the line ends of its author', () => {
    expect(withdrawn('---\r\ntitle: 誓約書\r\n---\r\n本文\r\n')).toBe(
      '---\r\ntitle: 誓約書\r\nwithdrawn: true\r\n---\r\n本文\r\n',
    );
  });

  it('is not made from fields that nobody can read', () => {
    expect(withdrawn('本文だけ')).toBeNull();
    expect(withdrawn('---\ntitle: [\n---\n')).toBeNull();
    expect(withdrawn('---\ntitle: 閉じていない\n')).toBeNull();
  });

  it('is not deceived by a switch in the body', () => {
    expect(withdrawn('---\ntitle: 誓約書\n---\nwithdrawn: false\n')).toBe(
      '---\ntitle: 誓約書\nwithdrawn: true\n---\nwithdrawn: false\n',
    );
  });
});

describe('a text that is shown again', () => {
  const shown = (text: string, of = pledge) => shownText(of, Buffer.from(text))?.toString() ?? null;

  it.each([
    '---\ntitle: 誓約書 # 注\n---\n\n---\n本文',
    '---\r\ntitle: 誓約書\r\n---\r\n本文\r\n',
    '---\ntitle: 誓約書\n---\nwithdrawn: true\n',
  ])('is what it was before it was withdrawn: %j', (text) => {
    expect(shown(withdrawn(text) ?? '')).toBe(text);
  });

  it('loses nothing but that', () => {
    expect(shown('---\nwithdrawn: true # 様子を見る\ntitle: 誓約書\n---\n')).toBe(
      '---\ntitle: 誓約書\n---\n',
    );
    expect(shown('term: 語\nwithdrawn: true\n', term)).toBe('term: 語\n');
    expect(shown('---\ntitle: 誓約書\n---\n')).toBe('---\ntitle: 誓約書\n---\n');
  });

  it('is none where nobody can tell whether it is shown', () => {
    expect(shown('---\n"withdrawn": true\ntitle: 誓約書\n---\n')).toBeNull();
    expect(shown('---\ntitle: [\nwithdrawn: true\n---\n')).toBeNull();
  });
});
