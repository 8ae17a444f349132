import type { ContentEntry } from '../check/check-content.ts';
import type { EntryContext } from './entry-context.ts';
import { type RenderedBody, renderBody } from './render-body.ts';

/** An entry as it stands in the store: pages are made of nothing else. */
export type RenderedEntry = {
  data: Record<string, unknown>;
  rendered: {
    html: string;
    metadata: {
      headings: RenderedBody['headings'];
      files: ReturnType<EntryContext['usedFiles']>;
    };
  };
};

/** An entry with its body rendered. The body is consumed. */
export function renderedEntry(
  data: object,
  body: ContentEntry['body'],
  context: EntryContext,
): RenderedEntry {
  const { html, headings } = body ? renderBody(body, context) : { html: '', headings: [] };
  return {
    data: data as Record<string, unknown>,
    rendered: { html, metadata: { headings, files: context.usedFiles() } },
  };
}
