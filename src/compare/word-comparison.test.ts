import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { comparisonOf } from './comparison-table.ts';
import { wordComparison } from './word-comparison.ts';

const { document } = parseHTML('<p>二部署で分担する\u0001。</p>') as unknown as {
  document: Document;
};

const column = (name: string) => ({
  id: `practices/${name}/travel`,
  address: `https://portal.example/practices/${name}/travel/`,
  read: {
    id: `practices/${name}/travel`,
    title: '出張の確認 <1>',
    owner: name,
    ownerKind: '私立大学',
    isPractice: true,
    subthemes: [],
    notice: '旧版です。',
    provenance: [],
    sources: [],
    hasSources: true,
    cells: new Map(name === 'さくら大学' ? [['体制', [document.querySelector('p') as Node]]] : []),
  },
});

test('the table lies down on A4, names its columns on each page and says what is missing', async () => {
  const blob = await wordComparison({
    title: '2つの取組を並べて比べる',
    lead: '書かれていることだけを並べます。',
    comparison: comparisonOf([column('さくら大学'), column('もみじ大学')], document),
    disclaimers: ['要約です。'],
    address: 'https://portal.example/compare/?e=practices/a/b&e=practices/c/d',
    origin: 'ポータル　2026年11月30日',
  });
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  expect(xml).toMatch(/<w:pgSz[^>]*w:orient="landscape"/);
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906"/);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const told = xml
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter(Boolean);
  for (const text of [
    'さくら大学',
    '私立大学',
    '旧版です。',
    '出張の確認 &lt;1&gt;',
    '二部署で分担する。',
    '確認した範囲に記載なし',
    '要約です。',
    'ポータル　2026年11月30日',
  ]) {
    expect(told).toContain(text);
  }
  expect(told.join('')).toContain('2件とも確認した範囲に記載なし：課題、手順、様式');
  const links = strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array);
  expect(links).toContain('https://portal.example/practices/もみじ大学/travel/');
});
