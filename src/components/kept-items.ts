import type { EntryPageData } from '../catalog/entry-page.ts';
import type { Shown } from '../catalog/shown-content.ts';
import { japaneseDate } from '../formats/japanese-date.ts';
import type { KeptFile, KeptItem } from '../reading-list/kept-item.ts';
import { editionText, isEverMarked } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import { keepWords as words } from '../strings/kept-items.ts';

/** Whatever has files beside it, as a reader's list names the origin of one. */
export type FileOrigin = { title: string; owner: string };

const keptFile = ({ address, title, name, bytes, checksum }: EditionFile): KeptFile => ({
  address,
  title,
  name,
  bytes,
  checksum,
});

const attachedFiles = ({
  data,
  files,
}: {
  data: { attachments: readonly { file: string }[] };
  files: readonly EditionFile[];
}): KeptFile[] => {
  const attached = new Set(data.attachments.map(({ file }) => file));
  return files.filter(({ name }) => attached.has(name)).map(keptFile);
};

/** What a reader's list knows of an entry. */
export function keptEntry({ entry, owner, editions }: EntryPageData): KeptItem {
  const { data } = entry;
  const edition = editions.find((one) => one.contentPath === entry.contentPath)?.edition;
  return {
    address: entry.address,
    title: data.title,
    label: collections[entry.collection].label,
    owner: owner.name,
    when: data.asOf ? japaneseDate(data.asOf) : '',
    summary: data.summary,
    sources: data.sources.map(({ title, date, url }) => ({
      title,
      date: date ?? '',
      url: url ?? '',
    })),
    files: attachedFiles(entry),
    ...(edition && isEverMarked(edition, edition.judged) ? { edition: editionText(edition) } : {}),
  };
}

/** What it knows of a text of the editors: a work kit, a scene. */
export const keptEditorial = (entry: Shown<'kits'> | Shown<'scenes'>): KeptItem => ({
  address: entry.address,
  title: entry.data.title,
  label: collections[entry.collection].label,
  owner: words.editors,
  when: japaneseDate('asOf' in entry.data ? entry.data.asOf : entry.data.updated),
  summary: entry.data.summary,
  sources: [],
  files: 'attachments' in entry.data ? attachedFiles(entry as Shown<'kits'>) : [],
});

/** What it knows of one file, wherever its card stands. */
export const keptFileAlone = (file: EditionFile, of: FileOrigin): KeptItem => ({
  address: file.address,
  title: file.title,
  label: file.kind,
  owner: of.owner,
  when: '',
  summary: file.description,
  sources: [{ title: of.title, date: '', url: '' }],
  files: [keptFile(file)],
  isFile: true,
});
