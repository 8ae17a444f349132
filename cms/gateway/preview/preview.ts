import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Settings } from '../../../src/settings.ts';
import type { CommitId, FileVersion, Repository, StoredFile } from '../repository/repository.ts';
import type { Draft } from './draft.ts';
import { draftStyleSheet } from './draft-style-sheet.ts';
import { pageBundle } from './page-bundle.ts';
import type {
  FromRenderer,
  SentDraft,
  SentEntry,
  SentFile,
  ToRenderer,
} from './renderer-messages.ts';

export type { Draft } from './draft.ts';
export { draftStyleSheet } from './draft-style-sheet.ts';

/** Shows drafts as the pages that they will be. */
export interface Preview {
  /**
   * The page of a draft as HTML, in the site's own layout, without script.
   * @throws where the page cannot be made for a reason that is not the draft's
   */
  render(draft: Draft): Promise<string>;
  /** Ends the process that renders. */
  close(): Promise<void>;
}

export type PreviewParts = {
  readonly repository: Pick<Repository, 'published' | 'list' | 'readAll'>;
  readonly settings: Pick<
    Settings,
    'edition' | 'basePath' | 'siteUrl' | 'contentDir' | 'attachmentCache'
  >;
  readonly projectRoot: string;
  /** The folder of the built site: its style sheets are those of the page. */
  readonly siteFolder: string;
  /** How long the process that renders waits for the next draft. */
  readonly idleMilliseconds?: number;
};

const fiveMinutes = 5 * 60_000;

/**
 * Makes the preview. Rendering is done in a process of its own, which is started with the first draft and ended when
 * nobody has looked at one for some minutes: the gateway stays small, and no draft can hold it up or bring it down.
 *
 * That process runs the source, the check and the loader of the site, and a bundle of its catalogue, layouts and
 * components that is compiled once for each state of the code. A Vite server in the process would show changes of the
 * code at once, which nobody needs here, for three times the memory and a start of seconds each time.
 */
export const createPreview = ({
  repository,
  settings,
  projectRoot,
  siteFolder,
  idleMilliseconds = fiveMinutes,
}: PreviewParts): Preview => {
  let renderer: Promise<RunningRenderer> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const running = (): Promise<RunningRenderer> => {
    if (renderer) return renderer;
    const starting = pageBundle(projectRoot, settings).then((bundle) => {
      const { edition, basePath, siteUrl, attachmentCache } = settings;
      const started = startRenderer({
        bundle,
        settings: { edition, basePath, siteUrl },
        siteFolder,
        styleAddress: draftStyleSheet.address,
        attachmentCache,
      });
      started.ended.then(forget);
      return started;
    });
    // What failed is tried again with the next draft.
    const forget = () => {
      if (renderer === starting) renderer = null;
    };
    starting.catch(forget);
    renderer = starting;
    return starting;
  };

  const stop = async (): Promise<void> => {
    clearTimeout(idle);
    const current = renderer;
    // A draft that comes meanwhile has a new process.
    renderer = null;
    await (await current?.catch(() => null))?.stop();
  };

  return {
    async render({ entry, files, purpose, version, date }) {
      if (isClosed) throw new Error('The preview is closed.');
      clearTimeout(idle);
      try {
        const current = await running();
        await current.update(repository);
        const sent = files.map(({ address, bytes }) => ({ path: address.path, bytes }));
        return await current.render({ path: entry.path, files: sent, purpose, version, date });
      } finally {
        clearTimeout(idle);
        if (!isClosed) idle = setTimeout(stop, idleMilliseconds).unref();
      }
    },
    async close() {
      isClosed = true;
      await stop();
    },
  };
};

/** A draft that takes longer than this is none that a reader's browser would show. */
const mostMilliseconds = 60_000;

type RunningRenderer = {
  /** Lets it know what is published now. */
  update(repository: PreviewParts['repository']): Promise<void>;
  render(draft: SentDraft): Promise<string>;
  stop(): Promise<void>;
  readonly ended: Promise<void>;
};

const startRenderer = (parts: object): RunningRenderer => {
  const child = fork(join(import.meta.dirname, 'renderer-process.ts'), [JSON.stringify(parts)], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // The compiled components leave out what only development needs.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = endOf(child);
  const waiting = new Map<number, (message: FromRenderer | null) => void>();
  child.on('message', (message: FromRenderer) => waiting.get(message.id)?.(message));
  ended.then(() => {
    for (const give of waiting.values()) give(null);
  });

  const send = (message: ToRenderer) =>
    // What cannot be sent any more is told by the end of the process.
    child.connected && child.send(message, () => {});
  const published = createPublishedView();
  let updating: Promise<void> = Promise.resolve();
  let lastId = 0;

  return {
    ended,
    update(repository) {
      updating = updating
        .catch(() => {})
        .then(async () => {
          const entries = await published.changes(repository);
          if (entries) send({ kind: 'content', entries });
        });
      return updating;
    },
    async render(draft) {
      lastId += 1;
      const id = lastId;
      const answered = new Promise<FromRenderer | null>((resolve) => waiting.set(id, resolve));
      send({ kind: 'draft', id, draft });
      if (!child.connected) waiting.get(id)?.(null);
      const tooLong = setTimeout(() => child.kill('SIGKILL'), mostMilliseconds);
      const message = await answered;
      clearTimeout(tooLong);
      waiting.delete(id);
      if (message?.kind === 'page') return message.html;
      throw new Error(message?.fault ?? 'The process that renders drafts has ended.');
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
};

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

/** What a process that renders has been told of the published content. */
const createPublishedView = () => {
  let commit: CommitId | null = null;
  let known = new Map<string, readonly FileVersion[]>();

  return {
    /** The entries that have changed since the last time, all of them at first; null where nothing has. */
    async changes(
      repository: Pick<Repository, 'published' | 'list' | 'readAll'>,
    ): Promise<SentEntry[] | null> {
      const now = await repository.published();
      if (now === commit) return null;
      const entries = Map.groupBy(await repository.list(now), ({ address }) => address.entry.path);
      const versions = new Map(
        [...entries].map(([path, files]) => [path as string, files.map(({ version }) => version)]),
      );
      const changed = [...new Set([...known.keys(), ...versions.keys()])].filter(
        (path) => `${known.get(path)}` !== `${versions.get(path)}`,
      );
      const byPath = new Map<string, StoredFile[]>(entries);
      const sent = await sentEntries(changed, byPath, repository);
      // Only now: what could not be read is asked for again.
      commit = now;
      known = versions;
      return sent;
    },
  };
};

/** A file that others only point to: that it is there is all that is asked of it. */
const somewhere = new Uint8Array(1);

const sentEntries = async (
  paths: readonly string[],
  entries: ReadonlyMap<string, readonly StoredFile[]>,
  repository: Pick<Repository, 'readAll'>,
): Promise<SentEntry[]> => {
  const texts = paths.flatMap((path) =>
    (entries.get(path) ?? []).filter(({ address }) => address.part === 'text'),
  );
  const bytes = new Map(
    (await repository.readAll(texts)).map((file) => [file.address.path as string, file.bytes]),
  );
  return paths.map((path) => ({
    path,
    files: (entries.get(path) ?? []).map(
      ({ address }): SentFile => ({
        path: address.path,
        bytes: bytes.get(address.path) ?? somewhere,
      }),
    ),
  }));
};
