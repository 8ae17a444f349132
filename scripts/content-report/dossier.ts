import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the dossier says of one published practice; each fact in the words that the content took over. */
export type DossierRecord = {
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

/** A fact that the content tells in other words than the dossier, or in none but by a figure (null), and why. */
export type ChangedFact = { record: string; fact: string; now: string | null; reason: string };

export type DossierTerm = {
  term: string;
  reading: string;
  english: string;
  synonyms: string[];
  related: string[];
  definition: string;
  sourceUrl: string | null;
  confidence: 'high' | 'low';
};

export type DossierInstitution = {
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

export type Dossier = {
  records: readonly DossierRecord[];
  changes: readonly ChangedFact[];
  glossary: readonly DossierTerm[];
  institutions: readonly DossierInstitution[];
};

const lines = <Line>(name: string): Line[] =>
  readFileSync(join(import.meta.dirname, 'dossier', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** The dossiers from which the first content and its second lot were made, as they were on those days; they are never edited to follow the content. */
export const readDossier = (): Dossier => ({
  records: [...lines<DossierRecord>('records'), ...lines<DossierRecord>('records-2')],
  changes: lines('changes'),
  glossary: lines('glossary'),
  institutions: lines('institutions'),
});
