import { describe, expect, it } from 'vitest';
import { compareBodies } from './compare-bodies.ts';
import { compareEntries } from './compare-entries.ts';
import { compareFiles } from './compare-files.ts';
import type { DescribedField } from './described-field.ts';
import type { Run } from './runs.ts';

const told = (runs: readonly Run[]): string =>
  runs
    .map(
      ({ kind, text, move }) =>
        `${move ? '⇅' : ''}${kind === 'added' ? `+${text}+` : kind === 'removed' ? `-${text}-` : text}`,
    )
    .join('');

const fields: DescribedField[] = [
  { name: 'title', label: '題名', kind: 'line' },
  { name: 'scenes', label: '場面', kind: 'pick', ...{ several: true } },
  {
    name: 'audience',
    label: '公開範囲',
    kind: 'one-of',
    options: [
      { value: 'public', label: '公開' },
      { value: 'network', label: 'ネットワーク限定' },
    ],
  },
  { name: 'reviewBy', label: '次の見直し', kind: 'day' },
  { name: 'updated', label: '更新日', kind: 'day' },
  {
    name: 'contact',
    label: '問い合わせ先',
    kind: 'group',
    fields: [
      { name: 'office', label: '窓口の名称', kind: 'line' },
      { name: 'phone', label: '電話', kind: 'line' },
    ],
  },
  {
    name: 'sources',
    label: '出典',
    kind: 'rows',
    item: {
      name: 'item',
      label: '出典',
      kind: 'group',
      fields: [
        { name: 'title', label: '資料名', kind: 'line' },
        { name: 'date', label: '資料の日付', kind: 'line' },
      ],
    },
  },
];
const names: Record<string, string> = {
  abroad: '海外出張',
  devices: '機器の持出し',
  joint: '国際共同研究',
};
const nameOf = (field: DescribedField, value: string) =>
  field.name === 'scenes' ? (names[value] ?? null) : null;

const before = {
  data: {
    title: '機器の持出しを一枚の様式で確かめる',
    scenes: ['abroad', 'devices'],
    audience: 'public',
    reviewBy: '2027-04-01',
    updated: '2026-11-04',
    contact: { office: '研究推進課', phone: '000-000-0000' },
    sources: [{ title: '安全保障輸出管理規程', date: '令和7年4月1日' }, { title: '手引き' }],
    body: '## 課題\n\n年間約300件です。\n\n## 体制\n\n課長が担当します。\n',
  },
  files: [],
};
const after = {
  data: {
    ...before.data,
    title: '機器の持出しを二つの様式で確かめる',
    scenes: ['abroad', 'devices', 'joint'],
    audience: 'network',
    updated: '2026-11-30',
    contact: { office: '研究推進課' },
    sources: [{ title: '安全保障輸出管理規程', date: '令和8年4月1日' }, { title: '手引き' }],
    body: '## 課題\n\n年間約320件です。\n\n## 体制\n\n課長が担当します。\n\n## つまずき\n\n漏れがありました。\n',
  },
  files: [],
};

describe('an entry beside an earlier version of it', () => {
  const found = compareEntries(before, after, fields, nameOf);

  it('names each field that changed in the words of the form', () => {
    expect(found.fields.map(({ label, sign, items }) => [label, sign, items.map(told)])).toEqual([
      ['題名', '±', ['機器の持出しを-一枚-+二つ+の様式で確かめる']],
      ['場面', '±', ['海外出張', '機器の持出し', '+国際共同研究+']],
      ['公開範囲', '±', ['-公開-+ネットワーク限定+']],
      ['問い合わせ先の電話', '−', ['-000-000-0000-']],
      [
        '出典',
        '±',
        ['資料名：安全保障輸出管理規程、資料の日付：-令和7年-+令和8年+4月1日', '資料名：手引き'],
      ],
    ]);
  });

  it('names the fields that did not, and not those that the form fills in', () => {
    expect(found.sameFields.map(({ label, words }) => [label, words])).toEqual([
      ['次の見直し', '2027年4月1日（令和9年）'],
      ['問い合わせ先の窓口の名称', '研究推進課'],
    ]);
  });

  it('tells the text by its headings', () => {
    expect(found.sections.map(({ heading, sign }) => [heading, sign])).toEqual([
      ['課題', '±'],
      ['体制', null],
      ['つまずき', '＋'],
    ]);
    expect(found.places).toBe(7);
  });

  it('is all new where there was none', () => {
    const fresh = compareEntries(null, after, fields, nameOf);
    expect(new Set(fresh.fields.map(({ sign }) => sign))).toEqual(new Set(['＋']));
    expect(new Set(fresh.sections.map(({ sign }) => sign))).toEqual(new Set(['＋']));
  });

  it('of hostile data says what can be said', () => {
    const odd = {
      data: {
        title: 7,
        scenes: 'abroad',
        contact: [1],
        sources: [null, 'x', { title: [] }],
        body: 3,
      },
      files: [],
    };
    expect(compareEntries(odd, after, fields, nameOf).fields.length).toBeGreaterThan(0);
    expect(compareEntries(after, odd, fields, nameOf).fields.length).toBeGreaterThan(0);
  });
});

describe('lines of a text', () => {
  it('show a break that came within a paragraph', () => {
    const [section] = compareBodies('一つ目です。二つ目です。\n', '一つ目です。\n\n二つ目です。\n');
    expect(section?.lines.map(({ runs }) => told(runs))).toEqual([
      '一つ目です。+↵+',
      '二つ目です。',
    ]);
    expect(section?.sign).toBe('±');
  });

  it('show none where lines came after the last', () => {
    const [section] = compareBodies('一つ目です。', '一つ目です。\n\n二つ目です。\n');
    expect(section?.lines.map(({ runs }) => told(runs))).toEqual([
      '一つ目です。',
      '+二つ目です。+',
    ]);
  });

  it('show one that went', () => {
    const [section] = compareBodies('一つ目です。\n\n二つ目です。\n', '一つ目です。二つ目です。\n');
    expect(section?.lines.map(({ runs }) => told(runs))).toEqual(['一つ目です。-↵-二つ目です。']);
  });

  it('tell a heading that was renamed, and take no comment in code for one', () => {
    const sections = compareBodies(
      '## 体制\n\n係。\n\n```\n# 注\n```\n',
      '## 体制と役割\n\n係。\n\n```\n# 注\n```\n',
    );
    expect(sections.map(({ heading, headingRuns }) => [heading, told(headingRuns)])).toEqual([
      ['体制と役割', '体制+と役割+'],
    ]);
  });

  it('keep apart what went at the end and the heading that came there', () => {
    const sections = compareBodies(
      '## 手順\n\n1. シートを添える。\n2. 窓口が三つを確かめる。\n3. 責任者が判断する。',
      '## 手順\n\n1. シートを添える。\n2. 責任者が判断する。\n3. 窓口が三つを確かめる。\n\n## つまずき\n\n漏れました。',
    );
    expect(sections.map(({ heading, sign }) => [heading, sign])).toEqual([
      ['手順', '⇅'],
      ['つまずき', '＋'],
    ]);
  });

  it('tell a list of which two lines changed places by what moved', () => {
    const [section] = compareBodies(
      '- 確認シート\n- 審査票の写し\n- 誓約書\n',
      '- 審査票の写し\n- 誓約書\n- 確認シート\n',
    );
    expect(section?.sign).toBe('⇅');
  });
});

describe('files', () => {
  const file = (name: string, version: string, pages: readonly string[] | null) => ({
    name,
    bytes: 10,
    version,
    reading: pages && {
      unit: 'page' as const,
      pageCount: pages.length,
      pages: pages.map((text, index) => ({ number: index + 1, label: '', text })),
    },
  });

  it('are old and new side by side, by page, under the name of another year too', () => {
    const { changed, same } = compareFiles(
      [
        file('様式第1号（令和7年度）.pdf', 'a', ['品名・型番を書く。令和7年度', '署名の欄です。']),
        file('要領.pdf', 'x', null),
      ],
      [
        file('様式第1号（令和8年度）.pdf', 'b', [
          '品名・型番を書く。令和8年度',
          '署名の欄です。',
          '記入例です。',
        ]),
        file('要領.pdf', 'x', null),
      ],
    );
    expect(same.map(({ name }) => name)).toEqual(['要領.pdf']);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.sign).toBe('±');
    expect(changed[0]?.pages?.map(({ before, after, sign }) => [before, after, sign])).toEqual([
      [1, 1, '±'],
      [2, 2, null],
      [null, 3, '＋'],
    ]);
    expect(told(changed[0]?.pages?.[0]?.runs ?? [])).toContain('-令和7年度-+令和8年度+');
  });

  it('come and go, and are told apart by their bytes alone', () => {
    const { changed } = compareFiles(
      [file('古い.pdf', 'a', null), file('図.png', 'c', null)],
      [file('新しい様式.docx', 'b', null), file('図.png', 'd', null)],
    );
    expect(changed.map(({ sign, before, after }) => [sign, before?.name, after?.name])).toEqual([
      ['＋', undefined, '新しい様式.docx'],
      ['±', '図.png', '図.png'],
      ['−', '古い.pdf', undefined],
    ]);
  });
});
