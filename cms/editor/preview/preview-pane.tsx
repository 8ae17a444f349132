import { type FunctionComponent, useEffect, useRef, useState } from 'react';
import { currentDraft, type Draft } from '../decap/draft.ts';
import { useDraftState } from '../decap/entry-form.tsx';
import { askForPage } from '../gateway/ask-gateway.ts';
import { entryText } from './entry-text.ts';

const quietMilliseconds = 700;

type Shown = { readonly page: string | null; readonly message: string };

export const previewWords = {
  title: '公開したときの見え方',
  first: '公開したときの見え方を用意しています。',
  noPlace: '機関を選ぶと、ここに公開したときの見え方が出ます。',
  before: '下は、その前の内容の見え方です。',
  unsavedFiles: '新しく選んだ添付ファイルと図は、保存すると出ます。',
} as const;

/**
 * Makes the preview: the page as the gateway renders it, in the site's own layout. While somebody types, the last one
 * that could be made stays.
 * @param address the name that a new entry would be saved under
 * @param chosen the names of the files that were chosen and are not stored
 * @returns the pane; it is drawn again whenever `standing`, where the entry has come to, is another
 */
export const createPreviewPane =
  (
    address: () => string,
    chosen: () => string[],
  ): FunctionComponent<{ readonly standing: string }> =>
  ({ standing }) => {
    const entry = useDraftState((draft) => draft.get('entry'));
    const [shown, setShown] = useState<Shown>({ page: null, message: previewWords.first });
    const frame = useRef<HTMLIFrameElement>(null);
    const scrolled = useRef(0);

    // biome-ignore lint/correctness/useExhaustiveDependencies: the form's entry is what the draft is read from, and what is said over the page is of where it stands
    useEffect(() => {
      const draft = currentDraft();
      if (!draft) return;
      let isOutdated = false;
      const timer = setTimeout(async () => {
        const next = await render(draft, address(), chosen());
        if (isOutdated) return;
        scrolled.current = frame.current?.contentWindow?.scrollY ?? 0;
        setShown((before) =>
          next.page === null && before.page !== null
            ? { page: before.page, message: `${next.message}${previewWords.before}` }
            : next,
        );
      }, quietMilliseconds);
      return () => {
        isOutdated = true;
        clearTimeout(timer);
      };
    }, [entry, standing]);

    return (
      <div className="portal-preview">
        <p role="status">{shown.message}</p>
        {shown.page !== null && (
          <iframe
            ref={frame}
            title={previewWords.title}
            sandbox="allow-same-origin"
            srcDoc={shown.page}
            onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
          />
        )}
      </div>
    );
  };

const render = async (draft: Draft, address: string, chosen: string[]): Promise<Shown> => {
  const text = entryText(draft, address, chosen);
  if (!text) return { page: null, message: previewWords.noPlace };
  try {
    const page = await askForPage(text);
    return { page, message: chosen.length > 0 ? previewWords.unsavedFiles : '' };
  } catch (error) {
    return { page: null, message: error instanceof Error ? error.message : String(error) };
  }
};
