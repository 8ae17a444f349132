import { join } from 'node:path';
import type { Hono } from 'hono';
import { textReport } from '../../src/check/report.ts';
import { Refusal } from '../../src/refusal.ts';
import type { Settings } from '../../src/settings.ts';
import { buildEditor, endBuilding } from '../editor/build-editor.ts';
import { belowBasePath } from './below-base-path.ts';
import { createDesk } from './desk/desk.ts';
import { newsAddress } from './desk/news-address.ts';
import { openGateway } from './gateway.ts';
import { type BuildTrouble, type Command, createBuildProcess } from './live-site/build-process.ts';
import { createLiveSite, type LiveSite } from './live-site/live-site.ts';
import type { Mailer } from './mail/mailer.ts';
import { createNotices } from './mail/notices.ts';
import { createPreview, type Preview } from './preview/preview.ts';
import { lettingGoOfDeleted } from './proposals/deleted-proposals.ts';
import { createProposalVerdicts } from './proposals/proposal-verdicts.ts';
import { type ContentRepository, findContentRepository } from './repository/content-repository.ts';
import { RepositoryUnusable } from './repository/git-repository.ts';
import { RepositoryTrouble } from './repository/repository-trouble.ts';
import type { OnTrouble } from './requests/failures.ts';
import type { GatewaySettings } from './settings.ts';
import { createSiteOnly } from './site-only.ts';
import { createTakedown } from './takedown/takedown.ts';

/** The whole portal in one process: the site, and the editor where the content is kept with git. */
export type Portal = {
  readonly app: Hono;
  /** Why there is no editor; null where there is one. */
  readonly withoutEditor: string | null;
  /** Why the site is not the latest; null where it is. */
  readonly behind: string | null;
  /** Ends every process that was started for it. */
  close(): Promise<void>;
};

type PortalParts = {
  readonly settings: Settings;
  readonly gatewaySettings: GatewaySettings;
  readonly projectRoot: string;
  /** Where the editor is built; `dist/admin` of the project where it is left out. */
  readonly editorFolder?: string;
  /** The editor is in its folder already. */
  readonly isEditorBuilt?: boolean;
  /** Builds the site in place of the portal's own command; see build-process.ts. */
  readonly build?: Command;
  readonly onTrouble: OnTrouble;
};

/**
 * Builds site and editor and puts the portal together; the site alone where nobody could say who they are.
 * @throws Refusal where there is no site to show, or the repository is held by another process
 */
export const openPortal = async (parts: PortalParts): Promise<Portal> => {
  const { signIn, origin } = parts.gatewaySettings;
  if (signIn === null) {
    return openSiteOnly(parts, origin === null ? signInUnwanted : noSignInForOthers);
  }
  try {
    return await openWithEditor(parts, await findContentRepository(parts.settings.contentDir));
  } catch (error) {
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
    onTrouble,
  }: PortalParts,
  { root, contentFolder }: ContentRepository,
): Promise<Portal> => {
  const clock = () => new Date();
  const started: {
    liveSite?: LiveSite;
    preview?: Preview;
    lettingGo?: { stop(): void };
    mail?: Mailer | null;
  } = {};
  const gateway = await openGateway({
    folder: root,
    contentFolder,
    settings: gatewaySettings,
    attachmentCache: settings.attachmentCache,
    attachmentCacheBytes: settings.attachmentCacheBytes,
    editorFolder,
    basePath: settings.basePath,
    clock,
    onTrouble,
    beside: ({ repository, proposals, content, intake, reader, presence, renaming, known }) => {
      const liveSite = createLiveSite({
        // Who runs the portal may send people elsewhere; its own editor is here.
        settings: { ...settings, contributeUrl: settings.contributeUrl ?? '/admin/' },
        projectRoot,
        repository,
        clock,
        onTrouble,
        ...(build ? { build } : {}),
      });
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
      Object.assign(started, { liveSite, preview, lettingGo, mail });
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
        basePath: settings.basePath,
        onTrouble,
      });
      const takedown = createTakedown({ repository, liveSite, settings, onTrouble });
      const onHappening = mail ? [mail.hear] : [];
      return { liveSite, takedown, preview, desk, officeFeeds, onHappening };
    },
  });
  const { liveSite, preview } = started;
  const close = async () => {
    started.lettingGo?.stop();
    await started.mail?.close();
    await Promise.all([liveSite?.close(), preview?.close(), gateway.close()]);
  };
  try {
    liveSite?.refresh();
    started.mail?.start();
    await Promise.all([
      isEditorBuilt || buildEditor(editorFolder).then(endBuilding),
      liveSite?.settled(),
    ]);
    const trouble = liveSite?.trouble() ?? null;
    // A site of an earlier start can be shown while somebody mends the content in the editor.
    if (trouble && (await liveSite?.builtAt()) === null) throw new Refusal(reportOf(trouble));
    return {
      app: belowBasePath(gateway.app, settings.basePath),
      withoutEditor: null,
      behind: trouble && `${reportOf(trouble)}\n${trouble.sentence}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
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
    close: builder.stop,
  };
};

const noSignInForOthers =
  '外に開いたサイトで使えるサインインの方法がまだないため、編集画面は出さずサイトだけを公開していますので、編集するときは GATEWAY_ORIGIN を指定せず、動かしているパソコンで npm start を実行してください。';
const signInUnwanted =
  '環境変数 SIGN_IN が none のため、編集画面は出さずサイトだけを開いていますので、編集するときは指定をやめて npm start を実行してください。';

const reportOf = ({ problems }: BuildTrouble): string =>
  problems.length > 0
    ? textReport(problems)
    : 'サイトを組み立てられませんでしたので、上の記録をシステムの担当者にお知らせください。';
