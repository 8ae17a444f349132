import type { PlaceId } from '../../schema/place.ts';
import type { PageFacts, PageText, Section } from '../index-files.ts';

/** What a layout tells the search about its page, in the attribute `data-search`. */
export type PageSearchData = PageFacts & {
  /** What the page is called, where its first heading says more than that: it is then read as text too. */
  title?: string;
  /** Values to narrow results by, as shown to readers: `{ scene: ['留学生等の受入れ'] }`. */
  facets?: Record<string, string[]>;
  /** What people call it who do not use the page's own words. */
  words?: string[];
  /** What it is called in English: for questions from abroad, and beside Japanese titles in their results. */
  english?: string;
  /** This page is a scene: its words bring it first. */
  scene?: boolean;
  /** What somebody asks in such a situation: suggested while they type. */
  question?: string;
  /** This page is of an institution with a medical school: a question that names one prefers what such institutions did. */
  hasMedicalSchool?: boolean;
  /** This page is of an institution, of which so much is known; its entries are found by its name. */
  profile?: PlaceId[];
  /** This page explains a glossary term. */
  term?: {
    term: string;
    reading: string;
    synonyms: string[];
    related: string[];
  };
  /** This page sets out the text of a file; each page of the file is found by itself. */
  file?: {
    /** The file's address from the root of the site, where a browser can open it at a page; else the text itself is opened. */
    opensAtPage: string | null;
  };
};

/** A page on its way into the index. */
export type PageRecord = PageText & {
  facets: Record<string, string[]>;
  words: string[];
  english: string | undefined;
  scene: boolean;
  question: string | undefined;
  hasMedicalSchool: boolean;
  profile: PlaceId[] | undefined;
  term: PageSearchData['term'] | undefined;
};

/** The value of `data-search` on the element marked `data-pagefind-body`. */
export const searchAttribute = (data: PageSearchData): string => JSON.stringify(data);

const stated = (facts: PageFacts): PageFacts => ({
  ...(facts.kind ? { kind: facts.kind } : {}),
  ...(facts.institution ? { institution: facts.institution } : {}),
  ...(facts.date ? { date: facts.date } : {}),
  ...(facts.themes?.length ? { themes: facts.themes } : {}),
  ...(facts.edition ? { edition: facts.edition } : {}),
  ...(facts.membersOnly ? { membersOnly: facts.membersOnly } : {}),
});

/** The facets that every page with the fact has, and those that only its layout knows. */
const facetsOf = (facts: PageFacts, more: Record<string, string[]>): Record<string, string[]> => ({
  ...(facts.kind ? { kind: [facts.kind] } : {}),
  ...(facts.themes?.length ? { theme: facts.themes } : {}),
  ...(facts.institution ? { institution: [facts.institution] } : {}),
  ...more,
});

/** Brings together what a page says and what its layout says of it. */
export function pageRecord(
  page: { url: string; title: string; page?: number; place?: string; sections: Section[] },
  data: PageSearchData,
): PageRecord {
  return {
    ...page,
    ...stated(data),
    facets: facetsOf(data, data.facets ?? {}),
    words: [
      ...(data.words ?? []),
      ...(data.english ? [data.english] : []),
      ...(data.term ? [data.term.reading, ...data.term.synonyms] : []),
    ],
    english: data.english,
    scene: data.scene ?? false,
    question: data.question,
    hasMedicalSchool: data.hasMedicalSchool ?? false,
    profile: data.profile,
    term: data.term,
  };
}

/** What of a record results show. */
export const shownOf = ({
  facets: _f,
  words: _w,
  english: _e,
  scene: _s,
  question: _q,
  hasMedicalSchool: _m,
  profile: _p,
  term: _t,
  ...shown
}: PageRecord): PageText => shown;
