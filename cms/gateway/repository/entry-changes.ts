import type { FileAddress } from './content-address.ts';
import { versionOf } from './git-object.ts';
import type { CommitId, FileEdit, FileVersion } from './repository.ts';
import type { EntryFiles } from './stored-content.ts';

/** What a proposal does to one file of the published entry. */
export type EntryChange = {
  readonly address: FileAddress;
  /** As the proposal found it, as it leaves it, and as it is published now; null where there is no file. */
  readonly found: FileVersion | null;
  readonly leaves: FileVersion | null;
  readonly published: FileVersion | null;
};

/**
 * What a proposal changes in an entry. One that takes the entry's text away takes along whatever lies beside it.
 * @param base the entry in the version that the proposal began from
 */
export const changesOf = ({
  base,
  proposed,
  published,
}: {
  base: EntryFiles;
  proposed: EntryFiles;
  published: EntryFiles;
}): EntryChange[] => {
  const takesEntryAway = ![...proposed.files.values()].some(
    ({ address }) => address.part === 'text',
  );
  const addresses = new Map<string, FileAddress>();
  for (const files of [base.files, proposed.files, ...(takesEntryAway ? [published.files] : [])]) {
    for (const { address } of files.values()) addresses.set(address.path, address);
  }
  return [...addresses.values()].flatMap((address) => {
    const change = {
      address,
      found: base.files.get(address.path)?.version ?? null,
      leaves: takesEntryAway ? null : (proposed.files.get(address.path)?.version ?? null),
      published: published.files.get(address.path)?.version ?? null,
    };
    return takesEntryAway || change.found !== change.leaves ? [change] : [];
  });
};

/** Whether somebody published another version of the file while the proposal was being written. */
export const clashes = ({ found, leaves, published }: EntryChange): boolean =>
  published !== found && published !== leaves;

/**
 * The files whose edits were made to a version that is there no longer. An edit that arrives again after its answer got
 * lost, or that says what somebody else has said already, takes nothing away from anyone.
 * @param at the commit in which the entry is stored like this
 */
export const lateEdits = (
  edits: readonly FileEdit[],
  stored: EntryFiles,
  at: CommitId,
): FileAddress[] =>
  edits
    .filter(({ address, bytes, basedOn }) => {
      const there = stored.files.get(address.path)?.version ?? null;
      return there !== basedOn && there !== (bytes && versionOf(bytes, at));
    })
    .map(({ address }) => address);
