import { dirname } from 'node:path';
import { type Apart, createApart } from '../../../src/apart/apart.ts';
import type { Limits } from '../../../src/apart/limits.ts';
import type { Asker } from '../../../src/apart/turns.ts';
import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import type { Settings } from '../../../src/settings.ts';
import { contentFilesFrom } from '../published-content/content-file.ts';
import { createContentNews, type NewsSource } from '../published-content/content-news.ts';
import type { Draft } from './draft.ts';
import { draftStyleSheet } from './draft-style-sheet.ts';
import { pageBundle } from './page-bundle.ts';
import type { RendererAnswer, RendererTask } from './renderer-messages.ts';

export type { Draft, DraftSurroundings } from './draft.ts';
export { draftStyleSheet } from './draft-style-sheet.ts';

/** Shows drafts as the pages that they will be. */
export interface Preview {
  /**
   * The page of a draft as HTML, in the site's own layout, without script; null where it is too complex to be made.
   * @throws where the page cannot be made for a reason that is not the draft's
   */
  render(draft: Draft): Promise<string | null>;
  /** Ends the process that renders. */
  close(): Promise<void>;
}

export type PreviewParts = {
  readonly repository: NewsSource;
  /** Looks into attachments; what it has read before costs it nothing. */
  readonly reader: Pick<AttachmentReader, 'read'>;
  readonly settings: Pick<Settings, 'edition' | 'basePath' | 'siteUrl' | 'contentDir'>;
  readonly projectRoot: string;
  /** The folder of the built site: its style sheets are those of the page. */
  readonly siteFolder: string;
  /** How long the process that renders waits for the next draft. */
  readonly idleMilliseconds?: number;
};

const fiveMinutes = 5 * 60_000;

/** A draft that takes longer than this is none that a reader's browser would show. */
const limits: Limits = { seconds: 20, megabytes: 700 };

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
  reader,
  settings,
  projectRoot,
  siteFolder,
  idleMilliseconds = fiveMinutes,
}: PreviewParts): Preview => {
  let renderer: Promise<Apart<RendererTask, RendererAnswer>> | null = null;
  let isClosed = false;

  const running = (): Promise<Apart<RendererTask, RendererAnswer>> => {
    if (renderer) return renderer;
    const starting = pageBundle(projectRoot, settings).then((bundle) => {
      const { edition, basePath, siteUrl } = settings;
      return createApart<RendererTask, RendererAnswer>({
        module: new URL('./renderer-process.ts', import.meta.url),
        argument: JSON.stringify({
          bundle,
          settings: { edition, basePath, siteUrl },
          siteFolder,
          styleAddress: draftStyleSheet.address,
        }),
        reads: [dirname(bundle), siteFolder],
        limits,
        idleMilliseconds,
        brief: createContentNews(repository),
      });
    });
    // What failed is tried again with the next draft.
    starting.catch(() => {
      if (renderer === starting) renderer = null;
    });
    renderer = starting;
    return starting;
  };

  return {
    async render({
      entry,
      files,
      purpose,
      version,
      date,
      around,
      hasPublishedFiles = false,
      chosen = [],
    }) {
      if (isClosed) throw new Error('The preview is closed.');
      const asker: Asker = { institution: entry.institution ?? 'portal', office: entry.path };
      const current = await running();
      const contentFiles = contentFilesFrom(files);
      const read = await readAttachments(contentFiles, {
        read: (bytes, ending) => reader.read(bytes, ending, asker),
      });
      const readings = [...contentFiles.values()].flatMap((file) => {
        const reading = read.of(file);
        return reading ? [[file.path, reading] as const] : [];
      });
      const sent = files.map(({ address, bytes }) => ({ path: address.path, bytes }));
      const draft = {
        ...{ path: entry.path, files: sent, readings },
        ...{ purpose, version, date, hasPublishedFiles, chosen },
        ...(around ? { around } : {}),
      };
      const answer = await current.ask({ kind: 'draft', draft }, asker).catch(async (error) => {
        // Its bundle may have had to make room for those of other states of the code.
        renderer = null;
        await current.close();
        throw error;
      });
      return answer === 'too-complex' ? null : answer.html;
    },
    async close() {
      isClosed = true;
      await (await renderer?.catch(() => null))?.close();
    },
  };
};
