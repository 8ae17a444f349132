import type { PdfObjects } from '../structure/pdf-objects.ts';
import { isArray, isDictionary, type PdfValue } from '../structure/values.ts';
import { betweenObjects } from './between-objects.ts';
import { hasDataBeyondPacked } from './beyond-packed.ts';
import { profilesName } from './colour-profiles.ts';
import { isTelling, wordsWithoutSpaces } from './earlier-saves.ts';
import { fontsSayMore } from './fonts.ts';
import { unseenOfForm } from './hidden-fields.ts';
import { hasLeftBehind } from './left-behind.ts';
import { mapsSayMore } from './maps-of-letters.ts';
import type { Noted } from './noted.ts';
import { hasDataOutside } from './outside-objects.ts';
import { wordsOfPageLabels } from './page-labels.ts';
import { unpaintedOf } from './painted.ts';
import { holdsMailAddress, holdsPath } from './paths.ts';
import { recordsInMetadata, recordsInProperties, tellsPlace } from './properties.ts';
import { spokenWords } from './spoken-words.ts';
import { unlistedWords } from './unlisted-words.ts';
import { judgeUnreadContent } from './unread-content.ts';
import { pagesWithUnshownLooks } from './unshown-looks.ts';
import { acts, type StandIn, type Walked, walk } from './walk.ts';
import { xfaOf } from './xfa.ts';

/** What the pages say, for what stands beside them to be held against. */
export type Seen = {
  pageCount: number;
  /** All words of the pages, without spaces, with what is in fields: put together when they are asked for. */
  words: () => string;
  /** Whether the fonts of a page say all letters. */
  isMapped: (page: number) => boolean;
};

/** Where the fonts of a page do not say its letters, words that stand for them are what can be read. */
const isMappedAt = ({ page }: StandIn, { isMapped, pageCount }: Seen): boolean =>
  page === null
    ? Array.from({ length: pageCount }, (_, index) => index + 1).every(isMapped)
    : isMapped(page);

/** So much of a stream of metadata is looked at. */
const mostMetadata = 4 * 2 ** 20;

/**
 * Judges what a PDF holds beside what its pages show.
 * @param noted takes what is found
 * @returns what was met on the way
 * @throws RangeError where there is too much
 */
export function judgeHeld(
  bytes: Uint8Array,
  objects: PdfObjects,
  seen: Seen,
  noted: Noted,
): Walked {
  const walked = walk(objects, noted);
  for (const place of recordsInProperties(objects)) noted.add('records', place);
  judgeMetadata(objects, walked, noted);
  const spoken = spokenWords(objects, walked.pages, walked.reached);
  for (const one of [...walked.standIns, ...spoken]) {
    if (isMappedAt(one, seen) && isSaidNowhere(one, seen))
      noted.add('hidden-text', one.page ?? '読み上げだけの文字');
  }
  for (const { words, page } of walked.alternatives) {
    if (holdsPath(words) || holdsMailAddress(words)) noted.add('alternative-text', page);
  }
  if (profilesName(objects, walked.reached))
    noted.add('records', '色の情報（ICCプロファイル）にある名前');
  if (mapsSayMore(objects, walked.reached))
    noted.add('records', 'フォントの文字の対応表にある、表示されない文字');
  if (fontsSayMore(objects, walked.reached))
    noted.add('records', '埋め込んだフォントの中の、表示されない文字');
  for (const key of unlistedWords(objects, walked.reached))
    noted.add('records', `「${key}」の文字`);
  if (wordsOfPageLabels(objects).some((words) => isUnsaid(words, seen)))
    noted.add('records', 'ページ番号の前に付く文字');
  const form = unseenOfForm(objects, walked.pages);
  if (form.onNoPage.some(isTelling)) noted.add('hidden-text', 'ページにないフォームの欄');
  if (form.beginnings.some((words) => isUnsaid(words, seen)))
    noted.add('records', 'フォームの欄に初めにあった文字');
  const xfa = xfaOf(objects);
  if (xfa?.hasScript) noted.add('script', 'XFAフォーム');
  if (xfa?.words.some((words) => isUnsaid(words, seen)))
    noted.add('earlier-content', 'XFAフォームのデータ');
  for (const page of pagesWithUnshownLooks(objects, walked.pages, seen.words))
    noted.add('hidden-text', page);
  judgeUnreadContent(objects, walked, seen.words, noted);
  judgeLeftBehind(bytes, objects, walked, { seen, noted });
  return walked;
}

function judgeMetadata(objects: PdfObjects, { metadata }: Walked, noted: Noted): void {
  for (const { object, page } of metadata) {
    const data = objects.unpacked(object, mostMetadata);
    const xml = data ? textOf(data) : '';
    if (tellsPlace(xml)) noted.add('photograph-place', page);
    for (const place of recordsInMetadata(xml)) noted.add('records', place);
  }
}

/** In UTF-8, mostly; the others have a mark before it. */
const textOf = (data: Uint8Array): string => {
  const [first, second] = data;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(data);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(data);
  return new TextDecoder().decode(data);
};

function judgeLeftBehind(
  bytes: Uint8Array,
  objects: PdfObjects,
  { reached, pages }: Walked,
  { seen, noted }: { seen: Seen; noted: Noted },
): void {
  const { before, behind } = hasDataOutside(bytes);
  if (before) noted.add('earlier-content', 'ファイルの初めより前のデータ');
  if (behind) noted.add('earlier-content', 'ファイルの終わりの後ろのデータ');
  if (hasDataBeyondPacked(objects))
    noted.add('earlier-content', '文字や図のデータの後ろに続くデータ');
  const between = betweenObjects(bytes, objects);
  if (between.hasData && !behind) noted.add('earlier-content', '部品と部品の間のデータ');
  if (between.comments.length > 0) noted.add('records', '「%」で始まる注記');
  for (const { number, value } of objects.all) {
    if (!reached.has(number) && actsInside(value, 0)) noted.add('script');
  }
  // Where pages are found otherwise than pdf.js does, what leads where is not certain.
  if (pages.length !== seen.pageCount || !objects.isOpen) return;
  const unpainted = unpaintedOf(objects, reached, pages);
  const painted = new Set([...reached].filter((number) => !unpainted.has(number)));
  const left = hasLeftBehind(objects, painted, seen.words);
  if (left === 'text') noted.add('earlier-content', 'どのページにも出ない文字');
  if (left === 'picture') noted.add('earlier-content', 'どのページにも出ない図');
}

function actsInside(value: PdfValue, depth: number): boolean {
  if (depth > 8) return false;
  if (isArray(value)) return value.some((one) => actsInside(one, depth + 1));
  if (!isDictionary(value)) return false;
  return acts(value) || [...value.values()].some((one) => actsInside(one, depth + 1));
}

/** Of words that stand for others, so many pairs of letters are somewhere on the pages. */
const fewestAlike = 0.5;
const mostLetters = 500;

const isSaidNowhere = ({ words }: StandIn, seen: Seen): boolean => {
  const letters = wordsWithoutSpaces(words);
  const says = letters.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (says < 4 || seen.words().includes(letters)) return false;
  const each = [...letters].slice(0, mostLetters);
  const pairs = each.slice(1).map((letter, index) => each[index] + letter);
  return pairs.filter((pair) => seen.words().includes(pair)).length < pairs.length * fewestAlike;
};

const isUnsaid = (words: string, seen: Seen): boolean => {
  const letters = wordsWithoutSpaces(words);
  return (letters.match(/\p{L}/gu)?.length ?? 0) >= 2 && !seen.words().includes(letters);
};
