import { pathToFileURL } from 'node:url';
import { answerTasks } from '../../../src/apart/answer-tasks.ts';
import { receivedFiles, type SentEntry } from '../published-content/sent-content.ts';
import { createDraftRenderer, type DraftRenderer } from './draft-renderer.ts';
import type { PageRequest } from './page/render-page.ts';
import type { RendererAnswer, RendererTask } from './renderer-messages.ts';

/** The process that renders drafts. What it is made from comes as JSON in its first argument. */
const { bundle, ...parts } = JSON.parse(process.argv[2] ?? '{}');
const { renderPage } = (await import(pathToFileURL(bundle).href)) as {
  renderPage(request: PageRequest): Promise<string>;
};
let renderer: DraftRenderer | null = null;

const changed = ({ path, files }: SentEntry) => ({ path, files: receivedFiles(files) });

answerTasks<RendererTask, RendererAnswer>(async (task) => {
  if (task.kind === 'content') {
    const { entries } = task;
    renderer =
      renderer && !task.isAll
        ? renderer.with(entries.map(changed))
        : createDraftRenderer(receivedFiles(entries.flatMap(({ files }) => [...files])), {
            ...parts,
            renderPage,
          });
    return { html: '' };
  }
  if (!renderer) throw new Error('A draft came before the content.');
  const { files, readings, ...draft } = task.draft;
  const read = new Map(readings);
  const html = await renderer.render({
    ...draft,
    files: receivedFiles(files),
    readings: { of: ({ path }) => read.get(path) },
  });
  return { html };
});
