import { createHash } from 'node:crypto';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import type { Happening } from '../proposals/happenings.ts';
import type { Intake } from '../proposals/intake.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import type { Repository } from '../repository/repository.ts';
import type { MailSettings } from '../settings/mail-settings.ts';
import type { Mailbox } from '../settings/mailbox.ts';
import { type Letter, type LetterItem, newLetter } from './letter.ts';
import { messageOf } from './message.ts';
import { newsTitle } from './news-title.ts';
import { type News, officeNews, type Recipient, recipientName, unhurried } from './office-news.ts';
import { createOutbox, isDue, lettersFolder, type StoredLetter } from './outbox.ts';
import { type NewsRepository, readStanding } from './read-standing.ts';
import { reviewsSoon } from './reviews-soon.ts';
import { followRoleAddresses } from './role-addresses.ts';
import type { SendMessage } from './smtp.ts';
import { letterWords as words } from './words.ts';

/** How mail stands, for the desk of the network's office. */
export type MailState = {
  /** Every message that is kept, the latest first. */
  readonly letters: readonly StoredLetter[];
  /** What is wrong with the file of addresses, in sentences. */
  readonly problems: readonly string[];
};

/** What tells offices by mail. It is asked by nobody who waits for an answer. */
export type Mailer = {
  /** Looks soon what there is to tell of it. */
  hear(happening: Happening): void;
  /** Looks now what there is to tell, and sends what is due. One look at a time. */
  look(): Promise<void>;
  state(): Promise<MailState>;
  /** Begins to look by itself. */
  start(): void;
  /** Ends that, when what is being sent has gone. */
  close(): Promise<void>;
};

export type MailerParts = {
  readonly settings: MailSettings;
  /** Where the portal is found, as `https://portal.example`. */
  readonly origin: string;
  readonly repository: NewsRepository & Pick<Repository, 'records'>;
  readonly intake: Pick<Intake, 'outlineOf'>;
  readonly content: Pick<PublishedContent, 'now' | 'institutionName'>;
  /** Where somebody looks at what is told, from the root of the portal. */
  readonly pathOf: (news: News) => string;
  readonly send: SendMessage;
  readonly clock: () => Date;
  readonly onTrouble: (error: unknown) => void;
};

const day = 24 * 60 * 60 * 1000;
/** For how long it is kept what was sent, so that nothing is told twice. */
const keptMilliseconds = 60 * day;
/** What is older is told no more: less than what is kept. */
const toldMilliseconds = 50 * day;
/** A note that is older than that has been read. */
const notesMilliseconds = 7 * day;
/** The hour in Japan from which on the news of a day go out. */
const digestHour = 8;
/** The rest is told the next day. */
const mostInDigest = 50;
/** Somebody who takes a decision back at once has told nobody. */
const hearMilliseconds = 3_000;
const lookMilliseconds = 60_000;

/** Makes what tells offices by mail, from what is stored: two gateways find the same, and one alone sends it. */
export const createMailer = (parts: MailerParts): Mailer => {
  const { settings, origin, repository, content, pathOf, send, clock, onTrouble } = parts;
  const outbox = createOutbox({ records: repository.records, clock });
  const addresses = followRoleAddresses(settings.addressesFile);
  /** Entries whose publication was heard: what was approved before mail was first sent is told, too. */
  const heard = new Set<string>();
  let digestOn = '';

  const itemOf = async (news: News, said: string | null): Promise<LetterItem> => ({
    key: news.key,
    kind: news.kind,
    title: (await newsTitle(parts, news)).slice(0, 300),
    path: pathOf(news),
    by: news.by && roleAccountOf(news.by, content.institutionName).name,
    said,
  });

  /** What is told at once. */
  const queueNews = async (news: readonly News[], names: ReadonlySet<string>): Promise<void> => {
    for (const each of news) {
      const name = nameOf(`${each.key}\n${recipientName(each.to)}`);
      if (names.has(name)) continue;
      const item = await itemOf(each, each.reason);
      await outbox.add(name, newLetter(each.to, each.entry.path, [item], clock()));
    }
  };

  /** What is told once a day. */
  const queueDigests = async (
    notes: readonly News[],
    stored: readonly StoredLetter[],
    names: ReadonlySet<string>,
  ): Promise<void> => {
    const now = clock();
    const today = dayInJapan(now);
    if (digestOn === today || hourInJapan(now) < digestHour) return;
    const told = new Set(
      stored.flatMap(({ letter: { to, items } }) =>
        items.map(({ key }) => `${recipientName(to)} ${key}`),
      ),
    );
    const reviews = reviewsSoon(await content.now(), today);
    const due = [
      ...notes.map((news) => ({ news, by: null })),
      ...reviews.sort((one, other) => (one.by < other.by ? -1 : 1)),
    ].filter(({ news }) => !told.has(`${recipientName(news.to)} ${news.key}`));
    for (const [who, all] of Map.groupBy(due, ({ news }) => recipientName(news.to))) {
      const name = nameOf(`digest\n${who}\n${today}`);
      const to = all[0]?.news.to;
      if (!to || names.has(name)) continue;
      const items: LetterItem[] = [];
      for (const { news, by } of all.slice(0, mostInDigest)) {
        items.push(await itemOf(news, by && words.until(westernDate(by))));
      }
      await outbox.add(name, newLetter(to, null, items, now));
    }
    digestOn = today;
  };

  const boxOf = (to: Recipient): Mailbox | null => {
    if (to.role === 'network') {
      return { ...settings.office, name: settings.office.name || words.network };
    }
    const address = addresses().of(to.institution, to.office);
    const name = `${content.institutionName(to.institution)} ${to.office ?? ''}`.trim();
    return address === null ? null : { name, address };
  };

  const sendOne = async (stored: StoredLetter): Promise<void> => {
    const mine = await outbox.claim(stored);
    if (!mine) return;
    const to = boxOf(mine.letter.to);
    if (!to) return outbox.settle(mine, { kind: 'never', why: 'noAddress', answer: null });
    const message = messageOf(mine.name, mine.letter, { to, from: settings.from, origin });
    await outbox.settle(mine, await send(message));
  };

  const lookOnce = async (): Promise<void> => {
    const now = clock();
    const since = await outbox.since();
    const from = new Date(Math.max(since.getTime(), now.getTime() - toldMilliseconds));
    const heardNow = new Set(heard);
    const all = officeNews(await readStanding(repository, from));
    /** The last publication of what was heard of, which may have been approved long before. */
    const latest = new Map(
      all.flatMap((each) =>
        isPublication(each) && heardNow.has(each.entry.path)
          ? [[each.entry.path as string, each]]
          : [],
      ),
    );
    const news = all.filter((each) => each.at >= from || latest.get(each.entry.path) === each);
    const stored = await outbox.all();
    const names = new Set(stored.map(({ name }) => name));
    await queueNews(
      news.filter(({ kind }) => !unhurried.has(kind)),
      names,
    );
    for (const path of heardNow) heard.delete(path);
    const notesFrom = new Date(now.getTime() - notesMilliseconds);
    const notes = news.filter(({ kind, at }) => unhurried.has(kind) && at >= notesFrom);
    await queueDigests(notes, stored, names);
    for (const each of await outbox.all()) {
      if (isDue(each, clock())) await sendOne(each);
    }
    await outbox.forget(stored, new Date(now.getTime() - keptMilliseconds));
  };

  let looking: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    looking = looking.then(lookOnce, lookOnce);
    return looking;
  };
  const lookAlone = () => void look().catch(onTrouble);

  let soon: NodeJS.Timeout | null = null;
  let regular: NodeJS.Timeout | null = null;
  return {
    hear({ kind, entry }) {
      if (kind === 'published') heard.add(entry.path);
      if (!regular || kind === 'saved') return;
      soon ??= setTimeout(() => {
        soon = null;
        lookAlone();
      }, hearMilliseconds).unref();
    },
    look,
    async state() {
      const letters = [...(await outbox.all())].sort((one, other) =>
        one.letter.queuedAt < other.letter.queuedAt ? 1 : -1,
      );
      return { letters, problems: addresses().problems };
    },
    start() {
      regular ??= setInterval(lookAlone, lookMilliseconds).unref();
      lookAlone();
    },
    async close() {
      if (soon) clearTimeout(soon);
      if (regular) clearInterval(regular);
      regular = null;
      await looking.catch(() => {});
    },
  };
};

const isPublication = ({ kind }: News): boolean => kind === 'published' || kind === 'deleted';

/** The name of a message in the outbox. */
const nameOf = (what: string): string =>
  `${lettersFolder}/${createHash('sha256').update(what).digest('hex')}`;

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  hourCycle: 'h23',
});
const hourInJapan = (at: Date): number => Number(hourFormat.format(at));

/** Whether a message still has to go. */
export const isUnderWay = ({ state }: Letter): boolean =>
  state === 'waiting' || state === 'sending';
