import { pathToFileURL } from 'node:url';
import { createAttachmentReader } from '../../../src/attachments/attachment-reader.ts';
import { createDraftRenderer, type DraftRenderer, filesOf } from './draft-renderer.ts';
import type { PageRequest } from './page/render-page.ts';
import type { FromRenderer, SentEntry, SentFile, ToRenderer } from './renderer-messages.ts';

/**
 * The process that renders drafts. It ends with the gateway that started it, which also ends it when nobody looks at
 * drafts. What it is made from comes as JSON in its first argument.
 */
const { bundle, attachmentCache, ...parts } = JSON.parse(process.argv[2] ?? '{}');
const { renderPage } = (await import(pathToFileURL(bundle).href)) as {
  renderPage(request: PageRequest): Promise<string>;
};
// The gateway has read the attachments of a draft before it asks for its page, and the two share what they keep.
const reader = createAttachmentReader({ cacheFolder: attachmentCache });
let renderer: DraftRenderer | null = null;

const changed = ({ path, files }: SentEntry) => ({ path, files: filesOf(files) });

const allFiles = (entries: readonly SentEntry[]): SentFile[] =>
  entries.flatMap(({ files }) => [...files]);

const answer = (message: FromRenderer) => process.send?.(message);

process.once('disconnect', () => process.exit(0));
process.on('message', async (message: ToRenderer) => {
  if (message.kind === 'content') {
    renderer = renderer
      ? renderer.with(message.entries.map(changed))
      : createDraftRenderer(filesOf(allFiles(message.entries)), { ...parts, reader, renderPage });
    return;
  }
  const { id, draft } = message;
  try {
    if (!renderer) throw new Error('A draft came before the content.');
    answer({
      kind: 'page',
      id,
      html: await renderer.render({ ...draft, files: filesOf(draft.files) }),
    });
  } catch (error) {
    answer({ kind: 'fault', id, fault: error instanceof Error ? `${error.stack}` : String(error) });
  }
});
