import { describe, expect, test } from 'vitest';
import { glossesOf, noGloss } from './gloss.ts';

const term = (url: string, name: string, synonyms: string[] = []) => ({
  ...{ url, term: name, reading: 'よみ', synonyms, related: [] },
  present: [0],
});
const gloss = glossesOf(
  [
    term('/glossary/coi/', '利益相反', ['COI']),
    term('/glossary/export/', '安全保障輸出管理', ['安全保障貿易管理']),
    term('/glossary/control/', '輸出管理'),
    term('/glossary/training/', '研修'),
    term('/glossary/bare/', '規程'),
  ],
  [
    ['/glossary/coi/', 'conflict of interest'],
    ['/glossary/export/', 'security export control'],
    ['/glossary/control/', 'export control'],
    ['/glossary/training/', 'training'],
    ['/scenes/visit/', 'Receiving a visitor'],
  ],
);
const of = (title: string, url = '/practices/sakura-u/a/') => gloss({ url, title });

describe('a title in English', () => {
  test('is what the page itself is called', () => {
    expect(of('利益相反', '/glossary/coi/')).toBe('conflict of interest');
    expect(of('見学者を受け入れる', '/scenes/visit/')).toBe('Receiving a visitor');
  });

  test('is the terms in it, in their order, each once', () => {
    expect(of('研修で学ぶ利益相反と利益相反の申告')).toBe('training · conflict of interest');
    expect(of('ＣＯＩの申告')).toBe('conflict of interest');
  });

  test('says the longest term that stands there, and not one inside it', () => {
    expect(of('安全保障輸出管理規程')).toBe('security export control');
    expect(of('安全保障貿易管理と輸出管理の違い')).toBe('security export control · export control');
  });

  test('is unknown where no term with an English name stands there', () => {
    expect(of('兼業の規程')).toBeNull();
    expect(noGloss({ url: '/glossary/coi/', title: '利益相反' })).toBeNull();
  });
});
