import { posix } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { digestsOf, type FileDigests } from '../attachments/kept-digests.ts';
import type { ContentEntry } from '../check/check-content.ts';
import { fileSize } from '../formats/file-size.ts';
import { addressOf, below } from '../schema/addresses.ts';
import { collections } from '../schema/collections.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import type { Settings } from '../settings.ts';
import type { ContentFile } from '../source/content-files.ts';
import { type LinkOrigin, linkTarget } from '../source/link-target.ts';
import { chartFigure, chartRows } from './chart.ts';
import type { EditionContent } from './edition-content.ts';
import { fileAddress, filePageAddress, firstPageAddress } from './file-addresses.ts';
import { fileCard } from './file-card.ts';
import { fileKind, fileLength } from './files.ts';
import { pictureSize } from './picture-size.ts';
import type { BodyContext } from './render-body.ts';
import { screenText } from './typography.ts';

export type EntryContext = BodyContext & {
  /** Every file beside the entry that its data or its rendered body named so far, but those that are withheld. */
  usedFiles(): EditionFile[];
  /** The entry to which a link of the body leads, by its content path, shown or not; null where it leads elsewhere. */
  linkedEntry(href: string): string | null;
  /** One line for each file beside the entry, with all that its page says of the file. */
  folderDigests(): string[];
};

/**
 * What one document's body needs while it is rendered: its links, its files, its charts.
 * @param filesAt the address below which the files beside it are served, where that is not its own page
 */
export function entryContext(
  entry: ContentEntry,
  { files, folders, shown, headwords, readings, withheld, firstPages }: EditionContent,
  { basePath }: Pick<Settings, 'basePath'>,
  filesAt?: string,
): EntryContext {
  const folder = posix.dirname(entry.path);
  const entryName = posix.basename(entry.path);
  const servedAt = filesAt ?? below(basePath, addressOf(entry.collection, entry.id));
  const used = new Map<string, EditionFile>();
  const attachments = 'attachments' in entry.data ? entry.data.attachments : [];
  const figures = 'figures' in entry.data ? entry.data.figures : [];

  const inFolder = (name: string) => files.get(posix.join(folder, name));
  const known = new Map<string, FileDigests>();
  const digests = (file: ContentFile): FileDigests => {
    const ofFile = known.get(file.path) ?? file.digests?.() ?? digestsOf(file.bytes());
    known.set(file.path, ofFile);
    return ofFile;
  };

  const factsOf = (name: string): EditionFile => {
    const path = posix.join(folder, name);
    const file = inFolder(name);
    const bytes = file?.size ?? 0;
    const kind = fileKind(name);
    const reading = file && readings.of(file);
    const attachment = attachments.find((one) => one.file === name);
    const hasText = reading && reading.unit !== 'picture' && reading.searchable !== 'unread';
    // Files that are served elsewhere, as those of a draft, have no pages.
    const ownPage = hasText && filesAt === undefined ? filePageAddress(servedAt, name) : null;
    const picture = ownPage === null ? undefined : firstPages.get(path);
    const facts: Omit<EditionFile, 'card'> = {
      name,
      path,
      kind,
      bytes,
      address: fileAddress(servedAt, name),
      title: screenText(attachment?.title ?? name),
      description: [kind, reading ? fileLength(reading) : '', fileSize(bytes)]
        .filter(Boolean)
        .join('　'),
      rights: screenText(attachment?.rights ?? ''),
      ...(file ? digests(file) : { checksum: '', crc32: '' }),
      unit: reading?.unit ?? null,
      pageCount: reading?.pageCount ?? null,
      searchable: reading?.searchable ?? null,
      page: ownPage,
      picture: picture ? firstPageAddress(servedAt, name) : null,
      pictureSize: picture ?? null,
    };
    return { ...facts, card: toHtml(fileCard(facts)) };
  };

  const isWithheld = (name: string) => withheld.has(posix.join(folder, name));
  const use = (name: string): EditionFile => {
    const file = used.get(name) ?? factsOf(name);
    if (!isWithheld(name)) used.set(name, file);
    return file;
  };

  const addressOfContent = (contentPath: string): string | null => {
    const target = shown.get(contentPath);
    return target ? below(basePath, addressOf(target.collection, target.id)) : null;
  };

  const origin: LinkOrigin = {
    folder,
    contentPath: entry.contentPath,
    hasFile: (name) => name !== entryName && inFolder(name) !== undefined,
    // What this edition does not show has no address.
    hasEntry: () => true,
  };
  const linkedFile = (address: string): string | null => {
    const target = linkTarget(address, origin);
    return target.kind === 'file' ? target.name : null;
  };

  return {
    headwords,
    isWithheld,
    linkedFile,
    linkedEntry(href) {
      const target = linkTarget(href, origin);
      return target.kind === 'entry' ? target.contentPath : null;
    },
    resolveLink(href) {
      const target = linkTarget(href, origin);
      switch (target.kind) {
        case 'outside':
          return target.address;
        case 'site':
          return below(basePath, target.address);
        case 'file':
          return withAnchor(use(target.name).address, target.anchor);
        case 'entry':
          return target.contentPath === entry.contentPath && target.anchor
            ? `#${target.anchor}`
            : withAnchor(addressOfContent(target.contentPath), target.anchor);
        case 'broken':
          return null;
      }
    },
    file: use,
    pictureSize: (name) => pictureSize(inFolder(name)?.head(64 * 1024)),
    chart({ data = '', title = '', denominator = '', unit = '' }) {
      const csv = new TextDecoder().decode(inFolder(data)?.bytes());
      return chartFigure({
        title,
        denominator,
        unit,
        csvAddress: use(data).address,
        ...chartRows(csv),
      });
    },
    usedFiles() {
      for (const { file } of attachments) use(file);
      for (const { data } of figures) use(data);
      return [...used.values()];
    },
    folderDigests: () =>
      // In a folder of files that are entries themselves, none is another's.
      (collections[entry.collection].layout === 'file' ? [] : (folders.get(folder) ?? []))
        .filter((file) => file.path !== entry.path)
        .map((file) => {
          const { unit, pageCount, searchable } = readings.of(file) ?? {};
          return JSON.stringify([
            file.path,
            digests(file).checksum,
            withheld.has(file.path),
            unit,
            pageCount,
            searchable,
            firstPages.get(file.path),
          ]);
        }),
  };
}

const withAnchor = (address: string | null, anchor: string): string | null =>
  address && anchor ? `${address}#${anchor}` : address;
