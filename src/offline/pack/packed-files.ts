import { offlineFiles } from '../offline-files.ts';

/** Pages, styles, scripts, icons, fonts. */
const packedKinds = /\.(?:html|css|js|ico|woff2|webmanifest)$/;
/** What the scripts of lists fetch. */
const listIndex = /(?:^|\/)index\.json$/;
/** Marks and drawings, the figures under a chart; the tables of the whole site are larger. */
const isSmallPart = (path: string, bytes: number) => /\.(?:svg|csv)$/i.test(path) && bytes <= 8192;

/** The worker is the browser's to keep; what is not found without a network has a page of its own. */
const leftOut = new Set<string>([offlineFiles.worker, '404.html']);

/**
 * Whether a file of the built site belongs into the pack: every page and what pages need to be shown, narrowed down and
 * searched. Left out are attachments, their pictures and bundles, feeds and data: what is large, or of no use alone.
 */
export function isPacked(path: string, bytes: number): boolean {
  if (leftOut.has(path)) return false;
  return (
    packedKinds.test(path) ||
    listIndex.test(path) ||
    isSmallPart(path, bytes) ||
    path.startsWith('search/') ||
    path === offlineFiles.materials
  );
}

/** Whether a file is the text of one page as the search shows it. */
export const isSearchText = (path: string): boolean => /^search\/pages\/.*\.json\.gz$/.test(path);

/** The page from which a text of the search was taken, from the text as JSON. */
export function pageOfSearchText(json: string): string {
  const { url } = JSON.parse(json) as { url: string };
  return decodeURIComponent(url.replace(/[?#].*$/, '').slice(1));
}

/**
 * What files are sorted by in the pack: pages of a kind stand side by side, since gzip looks back no more than 32 KB,
 * and a text of the search behind the page that it repeats.
 */
export const orderKey = (path: string, pageRepeated?: string): string =>
  pageRepeated === undefined ? path : `${pageRepeated}index.html ${path}`;
