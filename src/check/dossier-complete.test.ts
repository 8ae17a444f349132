import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import type { CollectionData, CollectionName } from '../schema/collections.ts';
import { readContentFolder } from '../source/content-files.ts';
import { plainText } from '../source/tree-text.ts';
import { type ContentEntry, examineContent } from './check-content.ts';
import { soundReadings } from './fixtures/readings.ts';

/**
 * The first content was made from a dossier of published practices, each fact with its source. Nothing of it may be
 * lost: this holds the content against the dossier, word by word.
 */

type DossierRecord = {
  id: string;
  facts: string[];
  practicalHints: string[];
  note?: string | null;
  sourceTitle: string;
  sourceUrl: string | null;
  officialUrl?: string;
  sourceDate: string | null;
  sourceKind: string;
  checked: string;
};
type DossierTerm = {
  term: string;
  reading: string;
  english: string;
  synonyms: string[];
  related: string[];
  definition: string;
  sourceUrl: string | null;
  confidence: 'high' | 'low';
};
type DossierInstitution = {
  id: string;
  name: string;
  nameKana: string;
  nameEn: string;
  kind: string;
  partOf: string | null;
  formerNames: { name: string; until?: string; relation: string }[];
  website: string | null;
  prefecture: string | null;
  contactDesk: { office: string } | null;
  notes: string[];
  validUntil?: string;
  successor?: string;
};

const dossier = <Line>(name: string): Line[] =>
  readFileSync(new URL(`fixtures/dossier/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const { entries: sound } = examineContent(
  readContentFolder(fileURLToPath(new URL('../../content', import.meta.url))),
  { attachments: soundReadings },
);
const all = [...sound.values()];

/** The article on which the whole programme rests is told on pages as well, which name no records. */
const foundingArticle = 'mext-cistec-journal-model-2016';

/** Notes in the words of the dossier's makers (their files and fields), as readers are told them; '' where it is none of their business. */
const forReaders: Record<string, string> = {
  'mission/article.txt の記述': '',
  '都道府県警察(行政機関)。kindの選択肢にないためministryに置いた': '都道府県警察（行政機関）。',
  'kagoshimaの規則集はg-reiki.netにある。': '規則集はg-reiki.netにある。',
  '2022年4月の統合後も在学生が残る間は大学として存続(Wikipediaの写しに2024年5月の学生数)。validUntilは新大学の開学の前日。':
    '2022年4月の統合後も在学生が残る間は大学として存続（Wikipediaの写しに2024年5月の学生数）。存続期間の終わりは、新大学の開学の前日とした。',
  '2005年の統合前の東京都立大学とは別の大学。recordsのtmu-coi・tmu-ecの内容はこの大学のもの(institution欄は法人名)。':
    '2005年の統合前の東京都立大学とは別の大学。「利益相反マネージメント」と「安全保障輸出管理」の記事の内容はこの大学のもの（機関の欄は法人名）。',
};
const told = (note: string): string =>
  forReaders[note] ?? note.replace('sourceTitle', '出典の題名');

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');
/** White space and the width of brackets are typography, not words. */
const folded = (text: string): string =>
  withoutSpace(text).replaceAll('(', '（').replaceAll(')', '）');

/** The words of every paragraph, list item and table cell of a body. */
const blocks = (node: Nodes): string[] => {
  const own =
    node.type === 'element' && /^(?:p|li|td|dd)$/.test(node.tagName)
      ? [withoutSpace(plainText(node))]
      : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => blocks(child))] : own;
};

const dataOf = <Name extends CollectionName>(name: Name): Map<string, CollectionData[Name]> =>
  new Map(
    all
      .filter(({ collection }) => collection === name)
      .map(({ id, data }) => [id, data as CollectionData[Name]]),
  );

type PracticeOrOther = Extract<ContentEntry, { data: { records: string[] } }>;
const entries = all.filter((document): document is PracticeOrOther => 'records' in document.data);

describe('records', () => {
  const records = dossier<DossierRecord>('records');
  const entriesOf = (record: string) => entries.filter(({ data }) => data.records.includes(record));
  const placesOf = (record: string): readonly ContentEntry[] =>
    record === foundingArticle
      ? [...entriesOf(record), ...all.filter(({ collection }) => collection === 'pages')]
      : entriesOf(record);
  /** What of each record is in none of its entries. */
  const lost = (
    wanted: (record: DossierRecord) => readonly string[],
    kept: (entry: PracticeOrOther) => readonly string[],
    fold = folded,
  ): string[] =>
    records.flatMap((record) => {
      const have = new Set(entriesOf(record.id).flatMap((entry) => kept(entry).map(fold)));
      return wanted(record)
        .filter((text) => !have.has(fold(text)))
        .map((text) => `${record.id}: ${text}`);
    });

  test('stand in an entry each', () => {
    expect(records.filter(({ id }) => entriesOf(id).length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('keep every fact, word by word, as a paragraph or list item', () => {
    const missing = records.flatMap(({ id, facts }) => {
      const have = new Set(placesOf(id).flatMap(({ body }) => (body ? blocks(body) : [])));
      return facts.filter((fact) => !have.has(withoutSpace(fact))).map((fact) => `${id}: ${fact}`);
    });
    expect(missing).toEqual([]);
  });

  test('keep every hint apart from the facts', () => {
    expect(
      lost(
        ({ practicalHints }) => practicalHints,
        ({ data }) => data.hints,
      ),
    ).toEqual([]);
  });

  test('keep every note', () => {
    expect(
      lost(
        ({ note }) => [told(note ?? '')].filter(Boolean),
        ({ data }) => data.notes,
      ),
    ).toEqual([]);
  });

  test('keep every source with its title, address, date and kind', () => {
    const line = (...parts: (string | null | undefined)[]) =>
      parts.map((part) => part ?? '').join(' | ');
    expect(
      lost(
        (record) => [
          line(
            record.sourceTitle,
            record.sourceUrl,
            record.officialUrl,
            record.sourceDate,
            record.checked,
            record.sourceKind,
          ),
        ],
        ({ data }) =>
          data.sources.map((source) =>
            line(
              source.title,
              source.url,
              source.officialUrl,
              source.date,
              source.checked,
              source.kind,
            ),
          ),
        (text) => text,
      ),
    ).toEqual([]);
  });
});

test('the glossary keeps every term with its reading, meaning and related words', () => {
  const glossary = new Map([...dataOf('glossary').values()].map((term) => [term.term, term]));
  const differing = dossier<DossierTerm>('glossary').filter((wanted) => {
    const term = glossary.get(wanted.term);
    const words = new Set([...(term?.synonyms ?? []), ...(term?.related ?? [])].map(folded));
    return !(
      term?.reading === wanted.reading &&
      term.english === wanted.english &&
      folded(term.definition) === folded(wanted.definition) &&
      [...wanted.synonyms, ...wanted.related].every((word) => words.has(folded(word))) &&
      (wanted.sourceUrl === null || term.sources.some(({ url }) => url === wanted.sourceUrl)) &&
      (wanted.confidence === 'high' || term.needsCheck)
    );
  });
  expect(differing.map(({ term }) => term)).toEqual([]);
});

test('the registry keeps every institution with its names over time and its notes', () => {
  const institutions = dataOf('institutions');
  const differing = dossier<DossierInstitution>('institutions').filter((wanted) => {
    const kept = institutions.get(wanted.id);
    if (!kept) return true;
    const notes = new Set(kept.notes.map(folded));
    const same = [
      [kept.name, wanted.name],
      [kept.kana, wanted.nameKana],
      [kept.nameEn, wanted.nameEn],
      [kept.kind, wanted.kind],
      [kept.partOf, wanted.partOf],
      [kept.website, wanted.website],
      [kept.prefecture, wanted.prefecture],
      [kept.validUntil, wanted.validUntil],
      [kept.successor, wanted.successor],
      [
        kept.contact && folded(kept.contact.office),
        wanted.contactDesk && folded(wanted.contactDesk.office),
      ],
    ].every(([is, was]) => (is ?? null) === (was ?? null));
    const names = wanted.formerNames.every(({ name, until, relation }) =>
      kept.formerNames.some(
        (former) => former.name === name && former.until === until && former.relation === relation,
      ),
    );
    return !(same && names && wanted.notes.map(told).every((note) => notes.has(folded(note))));
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
});
