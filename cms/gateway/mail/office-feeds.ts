import { z } from 'zod';
import { type Contributor, contributor } from '../permissions/contributor.ts';
import { digestOf, newToken } from '../permissions/link-token.ts';
import type { Records, StoredRecord } from '../repository/repository.ts';

/** What is kept of a feed's address: whose it is. Of its secret the digest alone, which is its name. */
const feedRecord = z.strictObject({
  v: z.literal(1),
  for: contributor,
  madeAt: z.iso.datetime(),
});
type FeedRecord = z.infer<typeof feedRecord>;

/** The secret addresses of offices' feeds, one for each office. */
export type OfficeFeeds = {
  /** Makes the address of an office anew; the one before leads nowhere from then on. @returns its secret, which is kept nowhere */
  make(who: Contributor): Promise<string>;
  /** Withdraws it. */
  withdraw(who: Contributor): Promise<void>;
  /** When the address of an office was made; null where it has none. */
  madeAt(who: Contributor): Promise<Date | null>;
  /** Whose feed a secret opens; null where it opens none any more, or never did. @param secret not trusted */
  officeOf(secret: string): Promise<Contributor | null>;
};

/** More changes of others in between mean that something else is wrong. */
const mostAttempts = 5;

/** Makes the keeper of feeds' addresses. */
export const createOfficeFeeds = ({
  records,
  clock,
}: {
  records: Records;
  clock: () => Date;
}): OfficeFeeds => {
  const of = async (who: Contributor): Promise<readonly StoredRecord[]> =>
    (await records.all('office-feeds')).filter(
      ({ text }) => nameOf(readFeed(text)?.for) === nameOf(who),
    );

  /** Takes the addresses of an office away, and makes another in the same step. */
  const replace = async (who: Contributor, digest: string | null): Promise<void> => {
    const at = clock();
    const record: FeedRecord = { v: 1, for: who, madeAt: at.toISOString() };
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const old = (await of(who)).map(({ name, version }) => ({ name, from: version, text: null }));
      const made = digest
        ? [{ name: digest, from: null, text: `${JSON.stringify(record, null, 2)}\n` }]
        : [];
      const moves = [...old, ...made].map((move) => ({ kind: 'office-feeds', ...move }) as const);
      if (moves.length === 0) return;
      const message = digest ? 'フィードのアドレスを作成' : 'フィードのアドレスを取下げ';
      if ((await records.change({ moves, at, message })) === 'changed') return;
    }
    throw new Error('The address of a feed could not be changed.');
  };

  return {
    async make(who) {
      const secret = newToken();
      await replace(who, digestOf(secret));
      return secret;
    },
    withdraw: (who) => replace(who, null),
    async madeAt(who) {
      const days = (await of(who)).flatMap(({ text }) => readFeed(text)?.madeAt ?? []);
      const latest = days.sort().at(-1);
      return latest === undefined ? null : new Date(latest);
    },
    async officeOf(secret) {
      if (!isSecret(secret)) return null;
      const found = await records.read('office-feeds', digestOf(secret));
      return found && (readFeed(found.text)?.for ?? null);
    },
  };
};

/** 192 bits in base64url. */
const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text);

const nameOf = (who: Contributor | undefined): string | null => {
  if (!who) return null;
  return JSON.stringify([who.role, who.role === 'contributor' ? who.institution : '', who.office]);
};

const readFeed = (text: string): FeedRecord | null => {
  try {
    return feedRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
