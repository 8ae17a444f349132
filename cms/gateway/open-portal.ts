import { join } from 'node:path';
import type { Hono } from 'hono';
import { textReport } from '../../src/check/report.ts';
import { Refusal } from '../../src/refusal.ts';
import { networkBeside, type Settings, settingsOfContent } from '../../src/settings.ts';
import { buildEditor, endBuilding } from '../editor/build-editor.ts';
import { belowBasePath } from './below-base-path.ts';
import { createDesk } from './desk/desk.ts';
import { newsAddress } from './desk/news-address.ts';
import { type Beside, openGateway } from './gateway.ts';
import { bothEditions } from './live-site/both-editions.ts';
import { createBuildProcess } from './live-site/build-process.ts';
import type { BuildTrouble } from './live-site/build-trouble.ts';
import { createLiveSite, type LiveSite } from './live-site/live-site.ts';
import type { MakerCommands } from './live-site/site-maker.ts';
import type { Mailer } from './mail/mailer.ts';
import { createNotices } from './mail/notices.ts';
import type { OnMemberEvent } from './members/member-events.ts';
import type { NeededPart } from './operation/health.ts';
import { type Observer, unobserved } from './operation/observer.ts';
import { createPreview, type Preview } from './preview/preview.ts';
import { lettingGoOfDeleted } from './proposals/deleted-proposals.ts';
import type { OnHappening } from './proposals/happenings.ts';
import { createProposalVerdicts } from './proposals/proposal-verdicts.ts';
import { type ContentRepository, findContentRepository } from './repository/content-repository.ts';
import { RepositoryUnusable } from './repository/git-repository.ts';
import type { Upstream } from './repository/hosted-repository.ts';
import { RepositoryTrouble } from './repository/repository-trouble.ts';
import type { OnTrouble } from './requests/failures.ts';
import type { GatewaySettings } from './settings.ts';
import { createSiteOnly } from './site-only.ts';
import { createTakedown } from './takedown/takedown.ts';
import { keepingInOrder } from './upkeep/upkeep.ts';
import { UpstreamUnusable } from './upstream/open-clone.ts';
import { openUpstream } from './upstream/open-upstream.ts';
import { wishesAddress } from './wishes/addresses.ts';

/** The whole portal in one process: the site, and the editor where the content is kept with git. */
export type Portal = {
  readonly app: Hono;
  /** Why there is no editor; null where there is one. */
  readonly withoutEditor: string | null;
  /** Why the site is not the latest; null where it is. */
  readonly behind: string | null;
  /** What has to be there for it to serve (operation/health.ts). */
  readonly needed: readonly NeededPart[];
  /** Ends every process that was started for it. */
  close(): Promise<void>;
};

type PortalParts = MakerCommands & {
  readonly settings: Settings;
  readonly gatewaySettings: GatewaySettings;
  readonly projectRoot: string;
  /** Where the editor is built; `dist/admin` of the project where it is left out. */
  readonly editorFolder?: string;
  /** The editor is in its folder already. */
  readonly isEditorBuilt?: boolean;
  readonly onTrouble: OnTrouble;
  /** Who hears of what was done, once it is stored. */
  readonly onHappening?: readonly OnHappening[];
  /** Hears of who was let in, invited and let go. */
  readonly onMemberEvent?: OnMemberEvent;
  /** Who counts what is done; nobody where it is left out. */
  readonly observer?: Observer;
};

/**
 * Builds site and editor and puts the portal together; the site alone where nobody could say who they are.
 * @throws Refusal where there is no site to show, or the repository is held by another process
 */
export const openPortal = async (parts: PortalParts): Promise<Portal> => {
  const { signIn, origin, upstream } = parts.gatewaySettings;
  if (signIn === null) {
    if (upstream) throw new Refusal(upstreamWithoutEditor);
    return openSiteOnly(parts, origin === null ? signInUnwanted : noSignInForOthers);
  }
  try {
    if (upstream) {
      const hosted = await openUpstream(upstream, parts.onTrouble);
      const settings = settingsOfContent(parts.settings, hosted.contentDir);
      return await openWithEditor({ ...parts, settings }, hosted);
    }
    return await openWithEditor(parts, await findContentRepository(parts.settings.contentDir));
  } catch (error) {
    if (error instanceof UpstreamUnusable) throw new Refusal(error.message);
    if (error instanceof RepositoryTrouble) throw new Refusal(error.message);
    if (error instanceof RepositoryUnusable) return openSiteOnly(parts, error.message);
    throw error;
  }
};

const openWithEditor = async (
  {
    settings,
    gatewaySettings,
    projectRoot,
    editorFolder = join(projectRoot, 'dist/admin'),
    isEditorBuilt = false,
    build,
    follow,
    onTrouble,
    onHappening = [],
    onMemberEvent = () => {},
    observer = unobserved,
  }: PortalParts,
  { root, contentFolder, upstream }: ContentRepository & { upstream?: Upstream },
): Promise<Portal> => {
  const clock = () => new Date();
  const started: {
    sites?: Sites;
    preview?: Preview;
    lettingGo?: { stop(): void };
    mail?: Mailer | null;
  } = {};
  const gateway = await openGateway({
    folder: root,
    contentFolder,
    ...(upstream ? { upstream } : {}),
    settings: gatewaySettings,
    attachmentCache: settings.attachmentCache,
    attachmentCacheBytes: settings.attachmentCacheBytes,
    editorFolder,
    basePath: settings.basePath,
    clock,
    onTrouble,
    onHappening,
    onMemberEvent,
    observer,
    beside: ({
      repository,
      proposals,
      content,
      intake,
      reader,
      presence,
      renaming,
      known,
      members,
    }) => {
      const sites = openSites(settings, gatewaySettings.provider !== null, {
        projectRoot,
        repository,
        clock,
        onTrouble,
        onBuilt: observer.built,
        idle: gatewaySettings.operation.siteProcessIdle,
        ...(build ? { build } : {}),
        ...(follow ? { follow } : {}),
      });
      const { liveSite } = sites;
      repository.onFilesArrived(liveSite.refresh);
      const preview = createPreview({
        repository,
        reader,
        settings,
        projectRoot,
        siteFolder: settings.outDir,
      });
      const lettingGo = lettingGoOfDeleted({
        repository,
        keptDays: gatewaySettings.deletedKeptDays,
        clock,
        onTrouble,
      });
      const { mail, feeds, officeFeeds } = createNotices({
        repository,
        intake,
        content,
        pathOf: newsAddress(settings.basePath),
        settings: gatewaySettings,
        clock,
        onTrouble,
      });
      Object.assign(started, { sites, preview, lettingGo, mail });
      const desk = createDesk({
        proposals,
        repository,
        presence,
        clock,
        settings: gatewaySettings,
        liveSite,
        renaming,
        known,
        institutionName: content.institutionName,
        verdicts: createProposalVerdicts({ repository, intake, onTrouble }),
        outlineOf: intake.outlineOf,
        notices: { mail, feeds, content, origin: gatewaySettings.origin },
        members: members && { ...members, institutions: content.institutions },
        origin: gatewaySettings.origin,
        basePath: settings.basePath,
        onTrouble,
      });
      return { ...sites, preview, desk, officeFeeds, hears: mail ? [mail.hear] : [] };
    },
  });
  const { sites, preview } = started;
  const liveSite = sites?.liveSite;
  const upkeep = keepingInOrder({ folder: root, clock, onTrouble });
  const close = async () => {
    started.lettingGo?.stop();
    upkeep.stop();
    await started.mail?.close();
    await Promise.all([liveSite?.close(), preview?.close(), gateway.close()]);
  };
  try {
    liveSite?.refresh();
    started.mail?.start();
    await Promise.all([
      isEditorBuilt || buildEditor(editorFolder).then(endBuilding),
      sites?.firstSettled(),
    ]);
    const trouble = liveSite?.trouble() ?? null;
    // A site of an earlier start can be shown while somebody mends the content in the editor.
    if (trouble && (await liveSite?.builtAt()) === null) throw new Refusal(reportOf(trouble));
    return {
      app: belowBasePath(gateway.app, settings.basePath),
      withoutEditor: null,
      behind: trouble && `${reportOf(trouble)}\n${trouble.sentence}`,
      needed: [
        { word: 'no-site', isThere: async () => (await liveSite?.builtAt()) !== null },
        { word: 'store', isThere: async () => (await gateway.repository.published()) !== '' },
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

type Sites = Required<Pick<Beside, 'takedown' | 'membersSite'>> & {
  readonly liveSite: LiveSite;
  /** Resolves when there is a site to open: members read the public edition until that of the network is built. */
  firstSettled(): Promise<void>;
};

/** The site that follows what is published; and, where members can sign in, the edition of the network beside it. */
const openSites = (
  told: Settings,
  hasMembers: boolean,
  parts: Omit<Parameters<typeof createLiveSite>[0], 'settings' | 'before'>,
): Sites => {
  const settings = {
    ...told,
    // Who runs the portal may send people elsewhere; its own editor is here.
    contributeUrl: told.contributeUrl ?? '/admin/',
    wishUrl: told.wishUrl ?? wishesAddress,
    ...(hasMembers ? { membersUrl: told.membersUrl ?? signInPath, signOutUrl: signOutPath } : {}),
  };
  const everybodys = createLiveSite({ ...parts, settings });
  if (!hasMembers) {
    const takedown = createTakedown({ ...parts, liveSite: everybodys, settings });
    const firstSettled = everybodys.settled;
    return { liveSite: everybodys, takedown, membersSite: null, firstSettled };
  }
  const ofNetwork = networkBeside(settings);
  const members = createLiveSite({ ...parts, settings: ofNetwork, before: everybodys.settled });
  const liveSite = bothEditions(everybodys, members);
  const takedownOf = (site: LiveSite, of: Settings) =>
    createTakedown({ ...parts, liveSite: { ...site, refresh: liveSite.refresh }, settings: of });
  return {
    liveSite,
    firstSettled: everybodys.settled,
    takedown: takedownOf(everybodys, settings),
    membersSite: {
      // A folder of which nobody knows what it was built from may show what was taken down since.
      folder: async () => ((await members.bases()).length > 0 ? members.folder : null),
      takedown: takedownOf(members, ofNetwork),
    },
  };
};

const openSiteOnly = async (
  { settings, gatewaySettings, projectRoot, build, onTrouble }: PortalParts,
  reason: string,
): Promise<Portal> => {
  const builder = createBuildProcess({
    settings,
    projectRoot,
    onTrouble,
    ...(build ? { build } : {}),
  });
  const result = await builder.run();
  if (!result.built) throw new Refusal(reportOf(result.trouble));
  return {
    app: belowBasePath(
      createSiteOnly(settings.outDir, reason, gatewaySettings, onTrouble),
      settings.basePath,
    ),
    withoutEditor: reason,
    behind: null,
    needed: [],
    close: builder.stop,
  };
};

/** Where the session begins and ends for whoever reads the site (login/). */
const signInPath = '/admin/session/begin';
const signOutPath = '/admin/session/end';

const noSignInForOthers =
  'サインインの方法を指定していないため、編集画面は出さずサイトだけを公開していますので、外から編集するときは環境変数 SIGN_IN に oidc を指定し、そうでなければ GATEWAY_ORIGIN を指定せず、動かしているパソコンで npm start を実行してください。';
const upstreamWithoutEditor =
  'サインインの方法がない設定では、環境変数 UPSTREAM_URL は使えませんので、サインインの方法を指定するか、UPSTREAM_URL の指定をやめてください。';
const signInUnwanted =
  '環境変数 SIGN_IN が none のため、編集画面は出さずサイトだけを開いていますので、編集するときは指定をやめて npm start を実行してください。';

const reportOf = ({ problems }: BuildTrouble): string =>
  problems.length > 0
    ? textReport(problems)
    : 'サイトを組み立てられませんでしたので、上の記録をシステムの担当者にお知らせください。';
