import { addressOf } from '../schema/addresses.ts';
import { ownAddresses } from '../schema/body.ts';
import { formerAddressesOf } from '../schema/former-addresses.ts';
import type { ContentFile } from '../source/content-files.ts';
import type { Reading } from './entry-reading.ts';
import { type FieldProblem, problemAt, problemOf } from './problem.ts';

/** That a file has something which may exist only once in the whole content: a name, an address, a term, a record. */
export type Claim = {
  /** What is claimed: `address /glossary/deemed-export/`. */
  key: string;
  /** The file that claims it. */
  path: string;
  /** Of several, the lowest comes first, and then the first by path. */
  rank: number;
  /** What is wrong with the claim where another file came first; null where that is told of by another claim. */
  problem(other: string): FieldProblem | null;
};

/** Everything that some files, and the entry among them, claim for themselves. */
export const claimsOf = (files: readonly ContentFile[], reading: Reading | null): Claim[] => [
  ...files.map(nameClaim),
  ...(reading
    ? [
        addressClaim(reading),
        ...formerClaims(reading),
        ...termClaims(reading),
        ...ringClaims(reading),
        ...recordClaims(reading),
        ...successorClaims(reading),
        ...scopeClaims(reading),
      ]
    : []),
];

/** Who comes first of several claims of one thing; the site's own pages come before any content. */
export const firstOf = (key: string, claims: Iterable<Claim>): Claim | undefined => {
  let first = reserved.get(key);
  for (const claim of claims) if (!first || comesBefore(claim, first)) first = claim;
  return first;
};

const comesBefore = (one: Claim, other: Claim): boolean =>
  one.rank === other.rank ? one.path < other.path : one.rank < other.rank;

const reserved: ReadonlyMap<string, Claim> = new Map(
  ownAddresses.map((address) => {
    const key = `address ${address}`;
    return [key, { key, path: '自動で作られるページ', rank: -1, problem: () => null }];
  }),
);

/** Names are the same that some computers cannot tell apart, and those that have one address (src/loader/file-addresses.ts). */
const nameClaim = ({ path }: ContentFile): Claim => ({
  key: `name ${path.normalize('NFC').toLowerCase().replaceAll('％', '%').replaceAll('＃', '#')}`,
  path,
  rank: 0,
  problem: (other) => problemOf('name-collides', path, 1, { other }),
});

const addressClaim = ({ place: { collection, id, path } }: Reading): Claim => {
  const address = addressOf(collection, id);
  return {
    key: `address ${address}`,
    path,
    rank: 0,
    problem: (other) => problemOf('address-taken', path, 1, { address, other }),
  };
};

/** A former address is nobody else's, and none under which something is read now. */
const formerClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (!entry) return [];
  const { collection, id, data, path } = entry;
  return formerAddressesOf(collection, id, data).map((address, index) => ({
    key: `address ${address}`,
    path,
    rank: 1,
    problem: (other) =>
      problemAt('former-address-taken', { path, lineOf }, ['formerAddresses', index], {
        address,
        other,
      }),
  }));
};

/** Words are the same that differ only in width or in capitals. */
const folded = (word: string): string => word.normalize('NFKC').toLowerCase();

/** A term is a term only once; as a word it comes before the synonyms of other terms. */
const termClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (entry?.collection !== 'glossary') return [];
  const { path } = entry;
  const { term, synonyms } = entry.data;
  return [
    {
      key: `term ${folded(term)}`,
      path,
      rank: 0,
      problem: (other) =>
        problemAt('term-taken', { path, lineOf }, ['term'], { word: term, other }),
    },
    { key: `word ${folded(term)}`, path, rank: 0, problem: () => null },
    ...synonyms.map((word, index) => ({
      key: `word ${folded(word)}`,
      path,
      rank: 1,
      problem: (other: string) =>
        problemAt('synonym-shared', { path, lineOf }, ['synonyms', index], { word, other }),
    })),
  ];
};

/** A way to say something belongs to one ring: in two of them it would make one thing of both. */
const ringClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (entry?.collection !== 'rings') return [];
  const { path } = entry;
  const { name, members, english } = entry.data;
  const claim = (word: string, field: (string | number)[]): Claim => ({
    key: `ring ${folded(word)}`,
    path,
    rank: 0,
    problem: (other) => problemAt('ring-word-shared', { path, lineOf }, field, { word, other }),
  });
  return [
    claim(name, ['name']),
    ...members.map((word, index) => claim(word, ['members', index])),
    ...english.map((word, index) => claim(word, ['english', index])),
  ];
};

const recordClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (!entry || !('records' in entry.data)) return [];
  const { path } = entry;
  return entry.data.records.map((record, index) => ({
    key: `record ${record}`,
    path,
    rank: 0,
    problem: (other) =>
      problemAt('record-taken', { path, lineOf }, ['records', index], { record, other }),
  }));
};

/** A scope says of one institution that somebody is theirs. */
const scopeClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (entry?.collection !== 'institutions') return [];
  const { path } = entry;
  return entry.data.signInScopes.map((scope, index) => ({
    key: `scope ${scope}`,
    path,
    rank: 0,
    problem: (other) =>
      problemAt('scope-taken', { path, lineOf }, ['signInScopes', index], { scope, other }),
  }));
};

/** An edition of a rule has one successor. */
const successorClaims = ({ entry, source: { lineOf } }: Reading): Claim[] => {
  if (entry?.collection !== 'guidelines' || !entry.data.supersedes) return [];
  const { path } = entry;
  const { supersedes } = entry.data;
  return [
    {
      key: `successor ${supersedes}`,
      path,
      rank: 0,
      problem: (other) =>
        problemAt('editions-forked', { path, lineOf }, ['supersedes'], {
          value: supersedes,
          other,
        }),
    },
  ];
};
