import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { RecordMove, Records, StoredRecord } from '../repository/repository.ts';
import { askedWords } from './asked-words.ts';
import { createDayCount } from './day-count.ts';

/** Words that nothing was found for, and how many institutions asked them in that month. */
export type AskedInVain = { readonly words: string; readonly institutions: number };

/** A month as `2026-11`, with what was asked in vain by enough institutions. */
export type MonthOfSearches = { readonly month: string; readonly searches: readonly AskedInVain[] };

/**
 * The count of searches without an answer. Words are kept only once three institutions asked them; before that there is a
 * keyed digest of them, whose key goes at the end of the month.
 */
export type Unanswered = {
  /**
   * Hears that somebody of an institution searched in vain. Who it was is not asked.
   * @param sent the words, not trusted
   */
  note(institution: string, sent: unknown): Promise<void>;
  /** The latest month first. */
  months(): Promise<readonly MonthOfSearches[]>;
  /** Ends the months that are over: what was kept of them stays, and digests and key go. Harmless when done twice. */
  endMonths(): Promise<void>;
};

/** From so many institutions on, words are kept. */
export const leastInstitutions = 3;
/** So many digests are kept in a month; what is asked beyond is not counted. */
const mostOfMonth = 2000;
/** What the people of an institution may have counted in a day. */
const mostOfDay = 200;
/** For so many months after its own the words of a month are shown. */
const monthsKept = 12;
const mostTries = 8;

/** One digest of a month: which institutions asked, by digests too, and the words once there are enough of these. */
const askedRecord = z.object({
  institutions: z.array(z.string()),
  words: z.string().nullable(),
});
const monthRecord = z.object({
  searches: z.array(z.object({ words: z.string(), institutions: z.int().positive() })),
});

/**
 * Makes the count.
 * @param secret of this portal, which its gateways share and no repository holds; null where none is set. Whoever has the
 * repository of a month that is not over yet needs it as well to try out words.
 */
export const createUnanswered = ({
  records,
  clock,
  secret,
}: {
  records: Records;
  clock: () => Date;
  secret: Uint8Array | null;
}): Unanswered => {
  const ofDay = createDayCount(mostOfDay, clock);
  const monthNow = () => dayInJapan(clock()).slice(0, 7);

  /** The key of a month: the secret and chance together, so that without the latter, which goes, nobody has it again. */
  const keyOf = async (month: string): Promise<Buffer> => {
    const name = `key/${month}`;
    for (let tried = 0; tried < mostTries; tried += 1) {
      const stored = await records.read('wishes', name);
      if (stored) {
        return createHmac('sha256', secret ?? '')
          .update(`searches ${stored.text}`)
          .digest();
      }
      const text = randomBytes(32).toString('hex');
      await records.change({
        moves: [{ kind: 'wishes', name, from: null, text }],
        at: firstOf(month),
        message: '検索の数えかたを始める',
      });
    }
    throw new Error('The key of a month could be neither read nor made.');
  };

  const endMonth = async (month: string, stored: readonly StoredRecord[]): Promise<void> => {
    const [before, key] = await Promise.all([
      records.read('wishes', `month/${month}`),
      records.read('wishes', `key/${month}`),
    ]);
    const kept = stored.flatMap(({ text }) => {
      const { words, institutions } = askedRecord.parse(JSON.parse(text));
      return words === null ? [] : [{ words, institutions: institutions.length }];
    });
    const searches = [...(before ? searchesIn(before) : []), ...kept];
    const moves: RecordMove[] = [...stored, ...(key ? [key] : [])].map(({ name, version }) => ({
      kind: 'wishes',
      name,
      from: version,
      text: null,
    }));
    if (kept.length > 0) {
      moves.push({
        kind: 'wishes',
        name: `month/${month}`,
        from: before?.version ?? null,
        text: `${JSON.stringify({ searches: inOrder(searches) })}\n`,
      });
    }
    // Where it is outdated, another gateway has ended the month, or a late search is ended the next time.
    await records.change({ moves, at: firstOf(month), message: '検索の数えかたを終える' });
  };

  return {
    async note(institution, sent) {
      const words = askedWords(sent);
      if (words === null || !ofDay.take(institution)) return;
      const month = monthNow();
      const key = await keyOf(month);
      const digest = (of: string) =>
        createHmac('sha256', key).update(of).digest('hex').slice(0, 40);
      const name = `words/${month}/${digest(words)}`;
      // Together with the words, so that nobody sees which digests are of one institution.
      const asker = digest(JSON.stringify([institution, words]));
      for (let tried = 0; tried < mostTries; tried += 1) {
        const stored = await records.read('wishes', name);
        const before = stored && askedRecord.parse(JSON.parse(stored.text));
        if (before?.institutions.includes(asker)) return;
        if (!before && (await records.all('wishes', `words/${month}`)).length >= mostOfMonth)
          return;
        // In the order of digests, so that it is not told who asked first.
        const institutions = [...(before?.institutions ?? []), asker].sort();
        const isKept = institutions.length >= leastInstitutions;
        const text = JSON.stringify({ institutions, words: isKept ? words : null });
        const outcome = await records.change({
          moves: [{ kind: 'wishes', name, from: stored?.version ?? null, text: `${text}\n` }],
          at: firstOf(month),
          message: '見つからなかった検索を数える',
        });
        if (outcome === 'changed') return;
      }
    },

    async months() {
      const [ended, running] = await Promise.all([
        records.all('wishes', 'month'),
        records.all('wishes', 'words'),
      ]);
      const months = new Map<string, AskedInVain[]>();
      const add = (month: string, searches: readonly AskedInVain[]) =>
        months.set(month, [...(months.get(month) ?? []), ...searches]);
      for (const record of ended) add(record.name.slice('month/'.length), searchesIn(record));
      for (const { name, text } of running) {
        const { words, institutions } = askedRecord.parse(JSON.parse(text));
        if (words !== null) add(monthOf(name), [{ words, institutions: institutions.length }]);
      }
      return [...months]
        .map(([month, searches]) => ({ month, searches: inOrder(searches) }))
        .sort((one, other) => (one.month < other.month ? 1 : -1));
    },

    async endMonths() {
      const now = monthNow();
      const [stored, keys, ended] = await Promise.all([
        records.all('wishes', 'words'),
        records.all('wishes', 'key'),
        records.all('wishes', 'month'),
      ]);
      const byMonth = Map.groupBy(stored, ({ name }) => monthOf(name));
      const over = new Set([
        ...byMonth.keys(),
        ...keys.map(({ name }) => name.slice('key/'.length)),
      ]);
      for (const month of over) {
        if (month < now) await endMonth(month, byMonth.get(month) ?? []);
      }
      const old = ended.filter(({ name }) => name.slice('month/'.length) < monthsBefore(now));
      if (old.length === 0) return;
      await records.change({
        moves: old.map(({ name, version }) => ({
          kind: 'wishes',
          name,
          from: version,
          text: null,
        })),
        at: firstOf(now),
        message: '古い月の検索を消す',
      });
    },
  };
};

/** The commits of a month all say its first day: when in it somebody searched is nobody's business. */
const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00+09:00`);

/** Of a name as `words/2026-11/…`. */
const monthOf = (name: string): string => name.split('/')[1] ?? '';

/** The first month that is still shown. */
const monthsBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - monthsKept, 1)).toISOString().slice(0, 7);
};

const searchesIn = ({ text }: StoredRecord): readonly AskedInVain[] =>
  monthRecord.parse(JSON.parse(text)).searches;

/** Those that most institutions asked first, else by the words. */
const inOrder = (searches: readonly AskedInVain[]): AskedInVain[] =>
  searches.toSorted(
    (one, other) =>
      other.institutions - one.institutions || one.words.localeCompare(other.words, 'ja'),
  );
