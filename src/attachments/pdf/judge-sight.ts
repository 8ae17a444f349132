import type { FindingKind } from '../reading.ts';
import { wordsWithoutSpaces } from './held/earlier-saves.ts';
import type { Noted } from './held/noted.ts';
import type { PageRead } from './read-pages.ts';
import type { PageJudgement, Reason } from './seen/judge-page.ts';
import { slugsOf } from './seen/slugs.ts';

/** Which finding it is that something is not seen. */
const kindOf: Record<Reason, FindingKind> = {
  invisible: 'hidden-text',
  'like-background': 'hidden-text',
  tiny: 'hidden-text',
  'more-than-drawn': 'hidden-text',
  'off-layer': 'hidden-text',
  covered: 'covered-content',
  'off-page': 'covered-content',
  'beside-page': 'covered-content',
};

/**
 * Notes what stands on pages and is not seen. Words that can be read elsewhere in the file are given away by nobody:
 * shadows, outlines, the name of an office under a picture of a slide. So are pictures that are shown on another page.
 * @param isLabelled whether the program that wrote the file puts a name above each picture, outside of the page
 */
export function judgeSight(
  pages: readonly PageRead[],
  noted: Noted,
  { isLabelled = false }: { isLabelled?: boolean } = {},
): void {
  for (const { number, judgement } of pages)
    if (judgement?.hasBoxOnScan) noted.add('covered-content', number);
  if (!pages.some(({ judgement }) => judgement && hasUnseen(judgement))) return;
  const seen = wordsWithoutSpaces(pages.map(({ judgement }) => judgement?.seen ?? '').join('\n'));
  const shown = new Set(pages.flatMap(({ judgement }) => judgement?.seenPictures ?? []));
  const isSlug = slugsOf(
    pages.map(({ judgement }) =>
      (judgement?.texts ?? []).flatMap(({ text, reason }) =>
        reason === 'beside-page' ? [text] : [],
      ),
    ),
  );
  for (const [index, { number, judgement }] of pages.entries()) {
    for (const { text, reason } of judgement?.texts ?? []) {
      if (reason === 'beside-page' && (isLabelled || isSlug(index, text)))
        noted.add('records', 'ページの外にある、印刷や作成のための記録');
      else if (reason === 'off-layer' || !seen.includes(wordsWithoutSpaces(text)))
        noted.add(kindOf[reason], number);
    }
    for (const { picture, reason } of judgement?.unseenPictures ?? []) {
      if (!shown.has(picture) && reason !== 'off-page') noted.add('covered-content', number);
    }
  }
}

const hasUnseen = ({ texts, unseenPictures }: PageJudgement): boolean =>
  texts.length > 0 || unseenPictures.length > 0;
