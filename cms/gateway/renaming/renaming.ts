import { collections } from '../../../src/schema/collections.ts';
import { slug } from '../../../src/schema/field.ts';
import { besideIt } from '../../../src/schema/former-addresses.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { type OnHappening, untold } from '../proposals/happenings.ts';
import { historyMessage } from '../proposals/history-message.ts';
import { forbidden, publicationInWords } from '../proposals/obstacles.ts';
import { type PublicationOutcome, type Refusal, refusal } from '../proposals/proposal.ts';
import { approvalBy } from '../proposals/proposal-record.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import type { Judge } from '../published-content/judge.ts';
import type { KnownEntry } from '../published-content/known-entry.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import {
  type EntryAddress,
  type EntryPath,
  entryAt,
  type FileAddress,
  fileAt,
} from '../repository/content-address.ts';
import type { CommitId, FileEdit, Repository } from '../repository/repository.ts';
import { sentences } from './sentences.ts';

/** What a change of an address comes to, before it is made. */
export type RenamePlan = {
  readonly kind: 'plan';
  readonly entry: EntryAddress;
  readonly to: EntryAddress;
  readonly title: string;
  /** The entries whose links and references change with it, in the order of their paths. */
  readonly touched: readonly (Pick<KnownEntry, 'path' | 'title'> & {
    /** Whether a proposal of it is under way, which then meets the changed links. */
    readonly isUnderWay: boolean;
  })[];
  /** The published commit that it was made from. */
  readonly at: CommitId;
};

/** Giving a published entry another address, with all that leads to it: one publication, by editors. */
export type Renaming = {
  /** @param name the new last part of the address, not trusted */
  plan(who: Contributor, entry: EntryAddress, name: string): Promise<RenamePlan | Refusal>;
  /** @param seen the commit of the plan that the editor has seen */
  rename(
    who: Contributor,
    entry: EntryAddress,
    name: string,
    seen: CommitId,
  ): Promise<PublicationOutcome>;
};

type RenamingParts = {
  readonly repository: Pick<
    Repository,
    'published' | 'list' | 'readAll' | 'proposal' | 'proposals' | 'publishEdits'
  >;
  readonly judge: Pick<Judge, 'renamed' | 'entries'>;
  readonly institutionName: InstitutionName;
  readonly clock: () => Date;
  /** Told once a new address is in the store; nobody where it is left out. */
  readonly onHappening?: OnHappening;
};

/** Whether other paths or menus of the site are not made of an entry's address. */
export const canBeRenamed = ({ collection }: Pick<EntryAddress, 'collection'>): boolean =>
  collection !== 'institutions' && collection !== 'pages';

type Prepared = RenamePlan & { readonly edits: readonly FileEdit[] };

export const createRenaming = ({
  repository,
  judge,
  institutionName,
  clock,
  onHappening = untold,
}: RenamingParts): Renaming => {
  /** The entry at its new place and everything that leads to it, or why it cannot go there. */
  const prepare = async (
    who: Contributor,
    entry: EntryAddress,
    name: string,
  ): Promise<Prepared | Refusal> => {
    const refused = forbidden(who, [{ kind: 'rename', entry }]);
    if (refused) return refused;
    const { label } = collections[entry.collection];
    if (!canBeRenamed(entry)) return refusal('invalid', sentences.notHere(label));
    const read = slug.safeParse(name);
    const wanted = read.success ? entryAt(besideIt(entry.path, read.data)) : null;
    if (!wanted?.ok) return refusal('invalid', sentences.wrongName);
    const to = wanted.address;
    if (to.path === entry.path) return refusal('invalid', sentences.sameName);
    if (await repository.proposal(entry)) return refusal('occupied', sentences.underWay);
    if (await repository.proposal(to)) return refusal('occupied', sentences.takenByDraft);

    const known = new Map((await judge.entries()).map((each) => [each.path as string, each]));
    const own = known.get(entry.path);
    if (!own) return refusal('missing', proposalSentences.missingEntry);
    const there = known.get(to.path);
    if (there) return refusal('invalid', sentences.taken(there.title));

    const asker = { institution: 'editors', office: who.office };
    const { commit, problems, renamed } = await judge.renamed(entry.path, to.path, asker);
    if (!renamed || commit === null)
      return refusal('changed-since-seen', proposalSentences.changedSinceSeen);
    if (renamed.kind === 'unmendable') {
      const at = [...known.values()].find(({ path }) => renamed.path.startsWith(path));
      return refusal('invalid', sentences.unmendable(at?.title ?? renamed.path));
    }
    const [problem] = problems;
    if (problem) return refusal('invalid', sentences.breaks(problem.message));

    const underWay = new Set((await repository.proposals()).map((other) => other.entry.path));
    const touched = [...renamed.leading.keys()]
      .flatMap((path) => known.get(path) ?? [])
      .sort(byPath)
      .map(({ path, title }) => ({
        path,
        title,
        isUnderWay: underWay.has(path as string as EntryPath),
      }));
    const edits = [
      ...(await moved(entry, to, renamed.own, commit)),
      ...(await written(renamed.leading, commit)),
    ];
    return { kind: 'plan', entry, to, title: own.title, touched, at: commit, edits };
  };

  /** The files of the entry, taken from where they lie and put where they go. */
  const moved = async (
    entry: EntryAddress,
    to: EntryAddress,
    text: string,
    at: CommitId,
  ): Promise<FileEdit[]> =>
    (await repository.readAll(await repository.list(at, entry))).flatMap(
      ({ address, version, bytes }): FileEdit[] => [
        { address, bytes: null, basedOn: version },
        {
          address: addressAt(address.path.replace(entry.path, to.path)),
          bytes: address.part === 'text' ? Buffer.from(text) : bytes,
          basedOn: null,
        },
      ],
    );

  const written = async (texts: ReadonlyMap<string, string>, at: CommitId): Promise<FileEdit[]> => {
    const files = await Promise.all(
      [...texts].map(async ([path, text]) => {
        const found = entryAt(path);
        const listed = found.ok ? await repository.list(at, found.address) : [];
        const file = listed.find(({ address }) => address.part === 'text');
        return file && { address: file.address, bytes: Buffer.from(text), basedOn: file.version };
      }),
    );
    return files.flatMap((file) => file ?? []);
  };

  return {
    async plan(who, entry, name) {
      const prepared = await prepare(who, entry, name);
      if (prepared.kind === 'refused') return prepared;
      const { edits: _, ...plan } = prepared;
      return plan;
    },

    async rename(who, entry, name, seen) {
      const prepared = await prepare(who, entry, name);
      if (prepared.kind === 'refused') return prepared;
      const { to, title, edits } = prepared;
      const stop = (code: Refusal['code'], reason: string) =>
        ({ kind: 'refused', refusal: refusal(code, reason) }) as const;
      const describe = async (tip: CommitId) => {
        if (tip !== seen) return stop('changed-since-seen', proposalSentences.changedSinceSeen);
        if (await repository.proposal(entry)) return stop('occupied', sentences.underWay);
        if (await repository.proposal(to)) return stop('occupied', sentences.takenByDraft);
        return {
          author: roleAccountOf(who, institutionName),
          at: clock(),
          message: historyMessage({
            done: 'アドレスを変更',
            entry: to,
            title,
            institutionName,
            state: 'published',
            approval: approvalBy(who, clock()),
          }),
        };
      };
      const outcome = await repository.publishEdits<Refusal>(entry, edits, describe, to);
      if (outcome.kind === 'published') {
        onHappening({
          kind: 'renamed',
          entry: to,
          by: who,
          at: clock(),
          from: 'published',
          proposal: null,
          reason: null,
          version: outcome.commit,
        });
      }
      return publicationInWords(outcome, roleAccountOf(who, institutionName).name);
    },
  };
};

/** An address that was made of sound ones. */
const addressAt = (path: string): FileAddress => {
  const found = fileAt(path);
  if (!found.ok) throw new Error(`${path} can be no file of the content.`);
  return found.address;
};

const byPath = (one: KnownEntry, other: KnownEntry): number => (one.path < other.path ? -1 : 1);
