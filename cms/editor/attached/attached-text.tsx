import { useEffect, useState } from 'react';
import { fileWords } from '../../../src/strings/files.ts';
import type { AttachmentText } from '../../wire/attachment-text.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { textRouteOf } from './attached-address.ts';
import { attachedWords as words } from './words.ts';

/** What is known of the text of a file. */
export type TextOfFile =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | ({ readonly kind: 'text' } & AttachmentText);

/** Asks for the text of a file once it is shown. */
export const useTextOf = (address: string): TextOfFile => {
  const [text, setText] = useState<TextOfFile>({ kind: 'loading' });
  useEffect(() => {
    let isOutdated = false;
    setText({ kind: 'loading' });
    void textAt(address).then((found) => {
      if (!isOutdated) setText(found);
    });
    return () => {
      isOutdated = true;
    };
  }, [address]);
  return text;
};

const textAt = async (address: string): Promise<TextOfFile> => {
  const asked = textRouteOf(address);
  if (!asked) return { kind: 'none' };
  try {
    const { route, entry } = asked;
    return { kind: 'text', ...(await askGateway(route, { entry })) };
  } catch (error) {
    return { kind: 'failed', sentence: error instanceof Error ? error.message : String(error) };
  }
};

type Props = { readonly text: TextOfFile; readonly note: string };

/** The text of a file, page by page. */
export const AttachedText = ({ text, note }: Props) => {
  if (text.kind === 'loading') return <p role="status">{words.loading}</p>;
  if (text.kind === 'failed') return <p role="status">{text.sentence}</p>;
  if (text.kind === 'none') return <p role="status">{words.noText}</p>;
  const pages = text.pages.filter((page) => page.text.trim() !== '');
  if (pages.length === 0) return <p role="status">{words.noText}</p>;
  return (
    <div className="portal-attached-text">
      <p className="portal-note">{note}</p>
      {pages.map((page) => (
        <section key={page.number}>
          {headOf(text.unit, page) && <h3>{headOf(text.unit, page)}</h3>}
          <p>{page.text}</p>
        </section>
      ))}
    </div>
  );
};

const headOf = (
  unit: AttachmentText['unit'],
  { number, label }: AttachmentText['pages'][number],
): string => {
  const { page, slide, sheet } = fileWords.places;
  switch (unit) {
    case 'page':
      return page(number);
    case 'slide':
      return [slide(number), label].filter(Boolean).join('　');
    case 'sheet':
      return sheet(number, label);
    default:
      return label;
  }
};
