import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import { createApp } from './app.ts';
import { createDraftVersions } from './drafts/draft-versions.ts';
import type { LiveSite } from './live-site/live-site.ts';
import { createChooseLogin } from './login/choose-login.ts';
import type { Contributor } from './permissions/contributor.ts';
import type { Preview } from './preview/preview.ts';
import { createIntake, type Intake } from './proposals/intake.ts';
import { createProposals, type Proposals } from './proposals/proposals.ts';
import {
  createPublishedContent,
  type PublishedContent,
} from './published-content/published-content.ts';
import { openGitRepository } from './repository/git-repository.ts';
import type { Repository } from './repository/repository.ts';
import { gitIn } from './repository/run-git.ts';
import type { GatewaySettings } from './settings.ts';
import type { Takedown } from './takedown/takedown.ts';

/** What stands beside the gateway and is built on its repository. */
export type Beside = {
  readonly preview?: Preview | null;
  readonly liveSite?: LiveSite | null;
  readonly takedown?: Takedown | null;
  readonly desk?: Hono<{ Variables: { who: Contributor } }> | null;
};

/** The parts that others build on. */
export type GatewayCore = {
  readonly repository: Repository;
  readonly proposals: Proposals;
  readonly content: PublishedContent;
  readonly intake: Intake;
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
 * @param attachmentCache where it is kept what was read in attachments; null forgets it with the gateway
 * @param beside makes preview, site and desk; none where they are left out
 * @throws RepositoryUnusable where the folder is none
 */
export const openGateway = async ({
  folder,
  contentFolder = 'content',
  settings,
  attachmentCache,
  editorFolder = null,
  clock = () => new Date(),
  onTrouble = console.error,
  beside = () => ({}),
}: {
  folder: string;
  contentFolder?: string;
  settings: GatewaySettings;
  attachmentCache: string | null;
  editorFolder?: string | null;
  clock?: () => Date;
  onTrouble?: (error: unknown) => void;
  beside?: (core: GatewayCore) => Beside;
}): Promise<Gateway> => {
  const repository = await openGitRepository({ folder, contentFolder, onTrouble });
  const content = createPublishedContent(repository, settings);
  // Names of institutions stand in the history from the first commit on, and nobody's first save waits for the check.
  (await content.now()).checker();
  const reader = createAttachmentReader({ cacheFolder: attachmentCache });
  const { maxFileBytes } = settings;
  const intake = createIntake({ content, reader, maxFileBytes });
  const proposals = createProposals({
    repository,
    intake,
    institutionName: content.institutionName,
    quota: settings,
    clock,
    newId: randomUUID,
  });
  const core = { repository, proposals, content, intake };
  const app = createApp({
    ...core,
    ...beside(core),
    settings,
    login: createChooseLogin({ settings, content }),
    versions: createDraftVersions(gitIn(folder), contentFolder),
    clock,
    editorFolder,
    onTrouble,
  });
  return {
    ...core,
    app,
    async close() {
      repository.close();
      await reader.close();
    },
  };
};
