import en from 'decap-cms-locales/dist/esm/en/index.js';
import { describe, expect, it } from 'vitest';
import { localeJa } from './locale-ja.ts';
import { editorWords } from './words.ts';

type Phrases = { readonly [name: string]: string | Phrases };

/** Every phrase by the path of its key. */
const phrasesIn = (phrases: Phrases, path = ''): [string, string][] =>
  Object.entries(phrases).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : phrasesIn(value, `${path}${name}.`),
  );

const english = new Map(phrasesIn(en));
const japanese = new Map(phrasesIn(localeJa));
const placeholders = (phrase: string) =>
  [...phrase.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name);

describe('the words of the editor', () => {
  it('has every key that Decap has, and no other', () => {
    expect(english.size).toBeGreaterThan(200);
    expect([...english.keys()].filter((key) => !japanese.has(key))).toEqual([]);
    expect([...japanese.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('is in Japanese throughout', () => {
    // What is filled in is Japanese already: a name, or the gateway's own sentence.
    const untranslated = [...japanese].filter(
      ([key, phrase]) =>
        phrase.trim() === '' ||
        (phrase !== '%{details}' &&
          /[A-Za-z]/.test(phrase.replace(/%\{\w+\}/g, '').replace('M月D日', ''))) ||
        (phrase === english.get(key) && phrase !== '%{details}'),
    );
    expect(untranslated).toEqual([]);
  });

  it('fills in nothing that Decap does not give', () => {
    const stray = [...japanese].filter(([key, phrase]) => {
      const given = placeholders(english.get(key) ?? '');
      return placeholders(phrase).some((name) => !given.includes(name));
    });
    expect(stray).toEqual([]);
  });

  it('keeps words of software away from officers', () => {
    const all = [...japanese.values(), ...Object.values(editorWords)].join('\n');
    for (const word of [
      'スラッグ',
      'コミット',
      'ブランチ',
      'エントリ',
      'コレクション',
      'ワークフロー',
    ]) {
      expect(all).not.toContain(word);
    }
  });

  it('calls the stages of a proposal what the house calls them', () => {
    const stages = ['draft', 'inReview', 'ready', 'publish'].map((key) =>
      japanese.get(`editor.editorToolbar.${key}`),
    );
    expect(stages).toEqual(['下書き', '確認依頼', '公開待ち', '公開']);
  });
});
