/**
 * When an edition of a rule is in force, as far as that is stated. Dates are as the schema writes them: `2027-04-01`, `2027-04`,
 * `2027` or the fiscal year `FY2027`; null where nobody states one.
 */
export type EditionDates = {
  /** 施行日. */
  from: string | null;
  /** From when its successor is in force; `unstated` where it has one and nobody says since when; null without one. */
  until: string | null;
  /** 予告: when it was announced. */
  announced: string | null;
  /** When somebody last made sure that it is the current edition. */
  checked: string | null;
  /** What the editions of one rule have in common; left out where there is only one. */
  chain?: string;
};

/** Dates with the day by which a page judged them; a reader may come later. */
export type JudgedEdition = EditionDates & { judged: string };

/** What an edition is on a day: 予告, 現行, 旧版 or 未確認. */
export const editionStatuses = ['announced', 'current', 'superseded', 'unchecked'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/** Stands for the day of a successor that nobody states. */
export const unstated = '?';

/** The day from which it is sure that a stated date has come: of a month or a year, its last day. */
export function sureDay(stated: string): string {
  if (stated.startsWith('FY')) return `${Number(stated.slice(2)) + 1}-03-31`;
  const [year, month = '12', day = '31'] = stated.split('-');
  return `${year}-${month}-${day}`;
}

/** The first day of a stated date. */
export const firstDay = (stated: string): string => {
  const [year, month = '01', day = '01'] = stated.replace(/^FY(\d{4})$/, '$1-04').split('-');
  return `${year}-${month}-${day}`;
};

/**
 * What an edition is on a day. An edition counts as begun, and the one before it as replaced, from the day on which that is
 * sure, so that the two never differ.
 * @param day `YYYY-MM-DD`: of a build or of the reader's clock
 */
export function editionStatus(
  { from, until, announced, checked }: EditionDates,
  day: string,
): EditionStatus {
  if (until !== null && (until === unstated || day >= sureDay(until))) return 'superseded';
  if (from === null ? announced !== null : day < sureDay(from)) return 'announced';
  return checked === null ? 'unchecked' : 'current';
}

/** Whether an edition can be something else after a day, so that a copy has to judge it again. */
export const canChangeAfter = ({ from, until }: EditionDates, day: string): boolean =>
  [from, until].some((date) => date !== null && date !== unstated && sureDay(date) > day);

/** Whether lists mark an edition: what is in force needs no mark. */
export const isMarked = (status: EditionStatus): boolean =>
  status === 'superseded' || status === 'announced';

/** Whether lists need to know of an edition: it is marked on some day. */
export const isEverMarked = (edition: EditionDates, day: string): boolean =>
  edition.until !== null || isMarked(editionStatus(edition, day));

/** The dates in one attribute of a page. */
export const editionText = ({ from, until, announced, checked, chain }: EditionDates): string =>
  [from, until, announced, checked, chain]
    .map((part) => part ?? '')
    .join(' ')
    .trimEnd();

const dateOrNothing = /^(?:|\?|FY\d{4}|\d{4}(?:-\d{2}){0,2})$/;

/** Reads what `editionText` wrote; null where it is none. */
export function readEdition(text: unknown): EditionDates | null {
  if (typeof text !== 'string') return null;
  const [from = '', until = '', announced = '', checked = '', chain = ''] = text.split(' ');
  if (![from, until, announced, checked].every((part) => dateOrNothing.test(part))) return null;
  const stated = (part: string) => (part === '' ? null : part);
  return {
    from: stated(from),
    until: stated(until),
    announced: stated(announced),
    checked: stated(checked),
    ...(chain ? { chain } : {}),
  };
}
