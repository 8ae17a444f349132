import type { Nodes } from 'hast';
import type { ContentEntry } from '../../src/check/check-content.ts';
import { inHouseSpelling } from '../../src/check/house-spellings.ts';
import type { CollectionData, CollectionName } from '../../src/schema/collections.ts';
import { plainText } from '../../src/source/tree-text.ts';
import type {
  ChangedFact,
  Dossier,
  DossierInstitution,
  DossierRecord,
  DossierTerm,
} from './dossier.ts';
import type { Section } from './section.ts';

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
/** Readers are told in one sentence that only the beginning of a source was read. */
const onlyOpening = '編集部は出典の冒頭だけを読みました。';
const asTold = (note: string): string =>
  forReaders[note] ??
  note
    .replace('sourceTitle', '出典の題名')
    .replace(/原文の続きは確認していない。?/, onlyOpening)
    .replace(/(?:保存された写しの)?冒頭だけを読んだ。続きは確認していない。/, onlyOpening);

/** The sentences of notes, each by itself. */
const sentencesOf = (notes: readonly string[]): string[] =>
  notes.flatMap((note) => note.split('。').filter(Boolean));

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');
/** White space, the width of brackets and the portal's own spelling (house-spellings.ts) are typography, not words. */
const folded = (text: string): string =>
  inHouseSpelling(withoutSpace(text)).replaceAll('(', '（').replaceAll(')', '）');

/** The words of every paragraph, list item and table cell of a body. */
const blocks = (node: Nodes): string[] => {
  const own =
    node.type === 'element' && /^(?:p|li|td|dd)$/.test(node.tagName)
      ? [withoutSpace(plainText(node))]
      : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => blocks(child))] : own;
};

type EntryOfRecords = Extract<ContentEntry, { data: { records: string[] } }>;

const line = (...parts: (string | null | undefined)[]): string =>
  parts.map((part) => part ?? '').join(' | ');

/**
 * Holds content against the dossier from which its first entries were made, word by word.
 * @returns what of the dossier the content no longer says as the dossier does: for a person to look at, since a
 *   correction by an institution is such a deviation too
 */
export const lostFromDossier = (
  content: readonly ContentEntry[],
  { records, changes, glossary, institutions }: Dossier,
): Section[] => [
  ...lostRecords(content, records, changes),
  {
    title: '元の調査資料と違う用語（読み、英語、意味、関連する語、出典）',
    lines: differingTerms(content, glossary),
  },
  {
    title: '元の調査資料と違う機関の登録（名称、名称の変遷、注記など）',
    lines: differingInstitutions(content, institutions),
  },
];

const lostRecords = (
  content: readonly ContentEntry[],
  records: readonly DossierRecord[],
  changes: readonly ChangedFact[],
): Section[] => {
  const withRecords = content.filter((entry): entry is EntryOfRecords => 'records' in entry.data);
  const pages = content.filter(({ collection }) => collection === 'pages');
  const entriesOf = (record: string) =>
    withRecords.filter(({ data }) => data.records.includes(record));
  const placesOf = (record: string): readonly ContentEntry[] =>
    record === foundingArticle ? [...entriesOf(record), ...pages] : entriesOf(record);
  /** What of each record is in none of its entries. */
  const lost = (
    wanted: (record: DossierRecord) => readonly string[],
    kept: (entry: EntryOfRecords) => readonly string[],
    fold = folded,
  ): string[] =>
    records.flatMap((record) => {
      const have = new Set(entriesOf(record.id).flatMap((entry) => kept(entry).map(fold)));
      return wanted(record)
        .filter((text) => !have.has(fold(text)))
        .map((text) => `${record.id}: ${text}`);
    });
  return [
    {
      title: '元の調査資料の記録のうち、どの記事にもないもの',
      lines: records.filter(({ id }) => entriesOf(id).length === 0).map(({ id }) => id),
    },
    {
      title: '本文の段落や箇条書きに、元の言葉のまま残っていない事実',
      lines: records.flatMap(({ id, facts }) => {
        const told = placesOf(id).flatMap(({ body }) => (body ? blocks(body) : []));
        const have = new Set(told.map(folded));
        const isTold = (fact: string): boolean => {
          const change = changes.find((one) => one.record === id && one.fact === fact);
          return change?.now === null || have.has(folded(change?.now ?? fact));
        };
        return facts.filter((fact) => !isTold(fact)).map((fact) => `${id}: ${fact}`);
      }),
    },
    {
      title: '元の言葉のまま残っていない「実務のヒント」',
      lines: lost(
        ({ practicalHints }) => practicalHints,
        ({ data }) => data.hints,
      ),
    },
    {
      title: '元の言葉のまま残っていない注記',
      lines: lost(
        ({ note }) => sentencesOf([asTold(note ?? '')]),
        ({ data }) => sentencesOf(data.notes),
      ),
    },
    {
      title: '題名、アドレス、日付、種類のどれかが違う出典',
      lines: lost(
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
    },
  ];
};

const dataOf = <Name extends CollectionName>(
  content: readonly ContentEntry[],
  name: Name,
): Map<string, CollectionData[Name]> =>
  new Map(
    content
      .filter(({ collection }) => collection === name)
      .map(({ id, data }) => [id, data as CollectionData[Name]]),
  );

const differingTerms = (
  content: readonly ContentEntry[],
  glossary: readonly DossierTerm[],
): string[] => {
  const terms = new Map(
    [...dataOf(content, 'glossary').values()].map((term) => [term.term, term] as const),
  );
  return glossary
    .filter((wanted) => {
      const term = terms.get(wanted.term);
      const words = new Set([...(term?.synonyms ?? []), ...(term?.related ?? [])].map(folded));
      return !(
        term?.reading === wanted.reading &&
        term.english === wanted.english &&
        folded(term.definition) === folded(wanted.definition) &&
        [...wanted.synonyms, ...wanted.related].every((word) => words.has(folded(word))) &&
        (wanted.sourceUrl === null || term.sources.some(({ url }) => url === wanted.sourceUrl)) &&
        (wanted.confidence === 'high' || term.needsCheck)
      );
    })
    .map(({ term }) => term);
};

const differingInstitutions = (
  content: readonly ContentEntry[],
  institutions: readonly DossierInstitution[],
): string[] => {
  const registered = dataOf(content, 'institutions');
  return institutions
    .filter((wanted) => {
      const kept = registered.get(wanted.id);
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
          (former) =>
            former.name === name && former.until === until && former.relation === relation,
        ),
      );
      return !(same && names && wanted.notes.map(asTold).every((note) => notes.has(folded(note))));
    })
    .map(({ id }) => id);
};
