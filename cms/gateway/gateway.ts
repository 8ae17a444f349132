import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { createTooComplexMemory } from '../../src/apart/too-complex-memory.ts';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import type { AttachmentReader } from '../../src/attachments/reading.ts';
import type { ReadingLimits } from '../../src/attachments/reading-lanes.ts';
import { createApp } from './app.ts';
import type { LiveSite } from './live-site/live-site.ts';
import { createChooseLogin } from './login/choose-login.ts';
import type { OnMemberEvent } from './members/member-events.ts';
import type { MemberParts } from './members/member-parts.ts';
import type { Members } from './members/members.ts';
import { type Observer, unobserved } from './operation/observer.ts';
import type { ServedSite } from './pages/site-pages.ts';
import type { Contributor } from './permissions/contributor.ts';
import { createPresence, type Presence } from './presence/presence.ts';
import type { Preview } from './preview/preview.ts';
import { type OnHappening, tellAll } from './proposals/happenings.ts';
import { createIntake, type Intake } from './proposals/intake.ts';
import { createProposals, type Proposals } from './proposals/proposals.ts';
import { createJudge, type Judge } from './published-content/judge.ts';
import { createJudgeProcesses, type JudgeProcesses } from './published-content/judge-processes.ts';
import {
  createPublishedContent,
  type PublishedContent,
} from './published-content/published-content.ts';
import { createRenaming, type Renaming } from './renaming/renaming.ts';
import { openGitRepository } from './repository/git-repository.ts';
import type { Upstream } from './repository/hosted-repository.ts';
import type { Repository } from './repository/repository.ts';
import { gitIn } from './repository/run-git.ts';
import { logTrouble, type OnTrouble } from './requests/failures.ts';
import type { GatewaySettings } from './settings.ts';
import type { Takedown } from './takedown/takedown.ts';
import { openShelf } from './uploads/shelf.ts';
import { createUploads } from './uploads/uploads.ts';
import { openWishes } from './wishes/open-wishes.ts';

/** What stands beside the gateway and is built on its repository. */
export type Beside = {
  readonly preview?: Preview | null;
  readonly liveSite?: LiveSite | null;
  readonly takedown?: Takedown | null;
  readonly membersSite?: ServedSite | null;
  readonly desk?: Hono<{ Variables: { who: Contributor } }> | null;
  /** What offices follow beside mail. */
  readonly officeFeeds?: Hono | null;
  /** Those of it who are told what has happened to proposals and entries. */
  readonly hears?: readonly OnHappening[];
};

/** The parts that others build on. */
export type GatewayCore = {
  readonly repository: Repository;
  readonly proposals: Proposals;
  readonly content: PublishedContent;
  readonly intake: Intake;
  readonly reader: AttachmentReader;
  readonly presence: Presence;
  readonly renaming: Renaming;
  readonly known: Pick<Judge, 'entries' | 'touched'>;
  /** Who belongs to the portal; null where people choose who they are. */
  readonly members: Members | null;
};

export type Gateway = GatewayCore & {
  readonly app: Hono;
  /** Ends what reads the repository and attachments. */
  close(): Promise<void>;
};

/**
 * Puts the gateway together on a repository.
 * @param folder a checkout or a bare repository: its root
 * @param contentFolder where the content lies, from the root; Decap's paths begin with `content/` wherever that is
 * @param upstream the git host that is the store of a clone; none where it is left out
 * @param attachmentCache where it is kept what was read in attachments; null forgets it with the gateway
 * @param attachmentCacheBytes the most that is kept there
 * @param readingLimits how much one file may take; as usual where it is left out
 * @param reader of attachments, closed with the gateway; its own, kept and limited as is said above, where it is left out
 * @param judgeProcesses in which texts are judged, and which are closed with the gateway; its own where they are left out
 * @param basePath the path that the site stands under
 * @param onHappening told what has happened to proposals and entries, once it is in the store
 * @param observer counts what is done
 * @param beside makes preview, site and desk; none where they are left out
 * @throws RepositoryUnusable where the folder is none
 */
export const openGateway = async ({
  folder,
  contentFolder = 'content',
  upstream = null,
  settings,
  attachmentCache,
  attachmentCacheBytes,
  readingLimits,
  reader: givenReader,
  judgeProcesses,
  editorFolder = null,
  basePath = '/',
  clock = () => new Date(),
  onTrouble = logTrouble,
  onMemberEvent = () => {},
  beside = () => ({}),
  onHappening = [],
  observer = unobserved,
}: {
  folder: string;
  contentFolder?: string;
  upstream?: Upstream | null;
  settings: GatewaySettings;
  attachmentCache: string | null;
  attachmentCacheBytes?: number;
  readingLimits?: ReadingLimits;
  reader?: AttachmentReader;
  judgeProcesses?: JudgeProcesses;
  editorFolder?: string | null;
  basePath?: string;
  clock?: () => Date;
  onTrouble?: OnTrouble;
  /** Hears of who was let in, invited and let go. */
  onMemberEvent?: OnMemberEvent;
  beside?: (core: GatewayCore) => Beside;
  onHappening?: readonly OnHappening[];
  observer?: Observer;
}): Promise<Gateway> => {
  const repository = await openGitRepository({ folder, contentFolder, upstream, onTrouble });
  const content = createPublishedContent(repository);
  // Names of institutions stand in the history from the first commit on.
  await content.now();
  const reader =
    givenReader ??
    createAttachmentReader({
      cacheFolder: attachmentCache,
      cacheBytes: attachmentCacheBytes,
      ...(readingLimits ? { limits: readingLimits } : {}),
    });
  const { maxFileBytes } = settings;
  const processes = judgeProcesses ?? createJudgeProcesses({ maxFileBytes });
  processes.follow(repository);
  const tooComplex = createTooComplexMemory(attachmentCache && join(attachmentCache, 'texts'));
  const judge = createJudge({ processes, maxFileBytes, tooComplex });
  const intake = createIntake({ judge, reader, maxFileBytes });
  // Who listens may be built on the proposals that tell.
  const listeners = [...onHappening, observer.happened];
  const told = tellAll(listeners, onTrouble);
  const { host } = repository;
  if (host) {
    observer.gauge('upstream_away_seconds', 'For how long the git host does not answer.', () =>
      Math.round((clock().getTime() - (host.awaySince() ?? clock()).getTime()) / 1000),
    );
    observer.gauge(
      'undelivered_drafts',
      'Drafts that the git host has not yet.',
      () => host.undelivered().length,
    );
  }
  const proposals = createProposals({
    repository,
    intake,
    institutionName: content.institutionName,
    quota: settings,
    clock,
    onHappening: told,
    newId: randomUUID,
  });
  const presence = createPresence({ clock });
  const { institutionName } = content;
  const renaming = createRenaming({
    repository,
    judge,
    institutionName,
    clock,
    onHappening: told,
  });
  const members =
    settings.members &&
    (await openMembers({
      records: repository.records,
      content,
      settings: settings.members,
      clock,
      onMemberEvent,
      onTrouble,
    }));
  const core = {
    repository,
    proposals,
    content,
    intake,
    reader,
    presence,
    renaming,
    members,
    known: judge,
  };
  const { provider, members: memberSettings, origin, maxShelfBytes } = settings;
  const login =
    provider && memberSettings && members && origin !== null
      ? (await import('./login/provider/provider-login.ts')).createProviderLogin({
          settings: provider,
          memberSettings,
          members,
          records: repository.records,
          origin,
          clock,
          onTrouble,
        })
      : createChooseLogin({ settings, content, clock });
  const gitFolder = (await gitIn(folder)(['rev-parse', '--git-common-dir'])).toString().trim();
  const uploads = createUploads({
    shelf: await openShelf({
      folder: resolve(folder, gitFolder, 'portal-uploads'),
      bounds: {
        bytesOfInstitution: maxShelfBytes,
        filesOfInstitution: 500,
        bytesInAll: 20 * maxShelfBytes,
      },
      clock,
    }),
    intake,
    shelfMegabytes: Math.floor(maxShelfBytes / 1024 / 1024),
    onTrouble,
  });
  const { hears = [], ...others } = beside(core);
  listeners.push(...hears);
  const wishes = openWishes({ repository, content, settings, basePath, clock, onTrouble });
  const app = createApp({
    ...core,
    ...others,
    judge,
    settings,
    uploads,
    wishes,
    login,
    versions: repository.savesOf,
    clock,
    editorFolder,
    basePath,
    onTrouble,
    observer,
  });
  return {
    ...core,
    app,
    async close() {
      uploads.close();
      await Promise.all([wishes.close(), reader.close(), judge.close()]);
      repository.close();
    },
  };
};

/** Loaded where it is asked for alone. */
const openMembers = async (parts: MemberParts): Promise<Members> =>
  (await import('./members/members.ts')).createMembers(parts);
