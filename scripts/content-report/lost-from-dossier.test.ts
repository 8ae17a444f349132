import { expect, test } from 'vitest';
import { examineContent } from '../../src/check/check-content.ts';
import { soundReadings } from '../../src/check/fixtures/readings.ts';
import { soundWorldWith } from '../../src/check/fixtures/worlds.ts';
import type { Dossier } from './dossier.ts';
import { lostFromDossier } from './lost-from-dossier.ts';
import { reportText } from './report-text.ts';

const content = [
  ...examineContent(soundWorldWith({}), { attachments: soundReadings }).entries.values(),
];

/** What the sound world of the check says, as a dossier would have said it. */
const dossier: Dossier = {
  changes: [],
  records: [
    {
      id: 'record-1',
      facts: ['確認の手引を読みます。'],
      practicalHints: [],
      note: 'mission/article.txt の記述',
      sourceTitle: 'さくら大学安全保障輸出管理規程',
      sourceUrl: 'https://www.sakura-u.example/rules/',
      sourceDate: null,
      sourceKind: 'official',
      checked: '2026-01-05',
    },
  ],
  glossary: [
    {
      term: 'みなし輸出',
      reading: 'みなしゆしゅつ',
      english: 'deemed export',
      synonyms: ['deemed export'],
      related: ['輸出'],
      definition: '国内で技術を渡すことが、 輸出とみなされることです。',
      sourceUrl: null,
      confidence: 'high',
    },
  ],
  institutions: [
    {
      id: 'sakura-u',
      name: 'さくら大学',
      nameKana: 'さくらだいがく',
      nameEn: 'Sakura University',
      kind: 'national',
      partOf: null,
      formerNames: [{ name: 'さくら専門学校', until: '1990', relation: 'rename' }],
      website: null,
      prefecture: '東京都',
      contactDesk: { office: '研究推進課' },
      notes: [],
    },
  ],
};
const linesOf = (wanted: Dossier) =>
  lostFromDossier(content, wanted).flatMap(({ lines }) => [...lines]);

test('what the content says as the dossier does is not lost', () => {
  expect(linesOf(dossier)).toEqual([]);
  expect(reportText(lostFromDossier(content, dossier))).toContain('決めたときのままです');
});

test('each thing that the content no longer says so is named', () => {
  const [record] = dossier.records;
  const [term] = dossier.glossary;
  const [institution] = dossier.institutions;
  if (!record || !term || !institution) throw new Error('The dossier of this test is empty.');
  const other: Dossier = {
    changes: [],
    records: [
      {
        ...record,
        facts: ['読まずに済ませます。'],
        practicalHints: ['早めに相談する。'],
        note: '旧い規程による。',
        sourceDate: '2020-01',
      },
      { ...record, id: 'record-9', facts: [], note: null, sourceTitle: '案内' },
    ],
    glossary: [{ ...term, definition: '別の意味です。' }],
    institutions: [{ ...institution, prefecture: '大阪府' }],
  };
  expect(linesOf(other)).toMatchInlineSnapshot(`
    [
      "record-9",
      "record-1: 読まずに済ませます。",
      "record-1: 早めに相談する。",
      "record-1: 旧い規程による",
      "record-1: さくら大学安全保障輸出管理規程 | https://www.sakura-u.example/rules/ |  | 2020-01 | 2026-01-05 | official",
      "record-9: 案内 | https://www.sakura-u.example/rules/ |  |  | 2026-01-05 | official",
      "みなし輸出",
      "sakura-u",
    ]
  `);
  expect(reportText(lostFromDossier(content, other))).toContain('合わせて8件あります');
});
