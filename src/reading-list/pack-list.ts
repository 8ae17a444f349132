import { textForNotepad } from '../formats/text-for-notepad.ts';
import { archiveNames } from '../materials/archive-names.ts';
import { readMeName } from '../strings/read-me.ts';
import { entryCopy } from './entry-copy.ts';
import { type KeptFile, type KeptItem, whenOf } from './kept-item.ts';
import { type Archive, type ArchivePart, listArchive } from './list-archive.ts';
import { readingListWords as words } from './words.ts';

type ListToPack = {
  items: readonly KeptItem[];
  report: { name: string; content: Blob };
  site: string;
  /** As it is shown. */
  day: string;
  now: Date;
  absolute(address: string): string;
  /** A page of the site; null where it cannot be had. */
  pageAt(address: string): Promise<Document | 'gone' | null>;
  onProgress(done: number, total: number): void;
};

/**
 * Brings a list together for its archive: a copy of each entry's text, its files in a folder of their own, the report,
 * and a text that says what all of it is.
 */
export async function packList(list: ListToPack): Promise<Archive> {
  const { items, report, site, day, now, absolute, onProgress } = list;
  const names = archiveNames([readMeName, report.name]);
  const files = new Map<string, { path: string; file: KeptFile }>();
  const articles: ArchivePart[] = [];
  for (const [index, item] of items.entries()) {
    for (const file of item.files) {
      if (files.has(file.address)) continue;
      files.set(file.address, { file, path: names.pathOf(item.address, item.title, file.name) });
    }
    const page = item.isFile ? null : await list.pageAt(item.address);
    if (page === null || page === 'gone') continue;
    const number = String(index + 1).padStart(2, '0');
    const path = names.pathOf('', words.articles, `${number} ${item.title}.html`);
    articles.push({ path, content: entryCopy(page, item, day, absolute) });
  }
  const readMe = readMeOf({ items, site, day, absolute, files: [...files.values()] });
  return listArchive({
    parts: [
      { path: readMeName, content: readMe },
      { path: report.name, content: report.content },
      ...articles,
    ],
    files: [...files.values()],
    fetchFile,
    onProgress,
    now,
  });
}

const fetchFile = async ({ address }: KeptFile): Promise<Uint8Array> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is answered with ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
};

type ReadMe = Pick<ListToPack, 'items' | 'site' | 'day' | 'absolute'> & {
  files: readonly { path: string; file: KeptFile }[];
};

/** What the archive holds and where each of it comes from, for whoever finds it next year. */
const readMeOf = ({ items, site, day, absolute, files }: ReadMe): string =>
  textForNotepad([
    words.from(site, day),
    `${words.absent}${words.limits}`,
    '',
    ...items.flatMap((item, index) => [
      `${index + 1}. ${item.title}`,
      `   ${[item.owner, whenOf(item)].filter(Boolean).join('、')}`,
      ...(item.sources ?? []).map(
        (source) => `   ${words.source}：${source.title}${source.date && `（${source.date}）`}`,
      ),
      `   ${absolute(item.address)}`,
    ]),
    '',
    ...files.map(({ path, file }) => `${path}　SHA-256：${file.checksum}`),
  ]);
