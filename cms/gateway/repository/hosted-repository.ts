import { createCloneTree } from './clone-tree.ts';
import { type GitHost, HostAway } from './git-host.ts';
import { pollHost } from './host-poll.ts';
import { createHosted, type Hosted } from './hosted.ts';
import { freeAllStaleLocks } from './ref-folders.ts';
import type { HostState } from './repository.ts';
import type { OwnParts } from './repository-parts.ts';
import type { Git, GitPlace } from './run-git.ts';

/** The git host behind a clone. */
export type Upstream = {
  /** Makes the way to it from the repository of drafts. */
  connect(drafts: { readonly place: GitPlace; freeStaleLocks(): Promise<void> }): GitHost;
  /** How often it is asked for what is new. */
  readonly pollMs: number;
};

type Opened = {
  readonly parts: Pick<Hosted, 'drafts' | 'keepHere' | 'isHereOnly' | 'landing'>;
  readonly state: HostState;
  /** Brings the clone in order and begins to follow the host, which may be away. @throws HostRefuses */
  start(): Promise<void>;
  /** Asks the host what is new. @returns whether anything is; false where it does not answer */
  look(): Promise<boolean>;
  /** Has somebody told when others have published. */
  onArrival(listener: () => void): void;
  close(): void;
};

/** Opens the store of a clone whose store is a git host. @param git runs in the clone */
export const openHosted = async (
  ground: OwnParts,
  upstream: Upstream,
  {
    folders: { root, gitFolder },
    git,
    contentFolder,
  }: { folders: { root: string; gitFolder: string }; git: Git; contentFolder: string },
): Promise<Opened> => {
  const { drafts, onTrouble } = ground;
  const listeners: (() => void)[] = [];
  const host = upstream.connect({
    place: drafts.place,
    freeStaleLocks: () => freeAllStaleLocks(drafts.folder),
  });
  const tree = createCloneTree({ git, root, gitFolder, contentFolder, onTrouble });
  const { start, exchange, state, close, ...parts } = await createHosted({
    ground,
    host,
    tree,
    onArrival: () => {
      for (const listener of listeners) listener();
    },
  });
  const poll = pollHost({ exchange, everyMs: upstream.pollMs, onTrouble });

  return {
    parts,
    state: { ...state, hasten: poll.hasten },
    start: () =>
      start().catch((error) => {
        if (!(error instanceof HostAway)) throw error;
        onTrouble(error.cause ?? error);
      }),
    look: async () => state.awaySince() === null && (await exchange().catch(() => false)),
    onArrival: (listener) => listeners.push(listener),
    close() {
      poll.end();
      close();
    },
  };
};
