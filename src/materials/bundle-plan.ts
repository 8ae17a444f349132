import { fileSize } from '../formats/file-size.ts';
import { japaneseDate } from '../formats/japanese-date.ts';
import { textForNotepad } from '../formats/text-for-notepad.ts';
import type { ListedFile, MaterialsList } from '../schema/materials-list.ts';
import { fileWords } from '../strings/files.ts';
import { readMeName } from '../strings/read-me.ts';
import { site } from '../strings/site.ts';
import { archiveNames } from './archive-names.ts';
import { readmeWords as words } from './words.ts';

const { counts } = fileWords;

/** What a zip will hold, and in which order: all that its bytes depend on beside the bytes of its files. */
export type BundlePlan = {
  /** `YYYY-MM-DD`: what its files are dated, so that two builds of one content give the same zip. */
  day: string;
  readme: { path: string; text: string };
  files: readonly PlannedFile[];
};

export type PlannedFile = {
  /** Inside the zip. */
  path: string;
  /** On the site, with the base path. */
  address: string;
  bytes: number;
  checksum: string;
  crc32: string;
};

/** All that bundles are made from, whichever there are. */
export type BundleGround = Omit<MaterialsList, 'bundles'>;

/**
 * Plans the zip of a bundle: a folder for each entry, and a text that says what every file is, whose, and of what day.
 * @throws when the list lacks one of the bundle's files
 */
export function planBundle(
  bundle: { title: string; page: string; files: readonly string[] },
  list: BundleGround,
): BundlePlan {
  const byAddress = new Map(list.files.map((file) => [file.address, file]));
  const names = archiveNames([readMeName]);
  const members = bundle.files.map((address) => {
    const file = byAddress.get(address);
    if (!file)
      throw new Error(`The bundle of ${bundle.page} names ${address}, which is not listed.`);
    return { file, path: names.pathOf(file.entry.address, file.entry.title, file.name) };
  });
  return {
    day: list.day,
    readme: { path: readMeName, text: readme({ ...bundle, members }, list) },
    files: members.map(({ path, file: { address, bytes, checksum, crc32 } }) => ({
      path,
      address,
      bytes,
      checksum,
      crc32,
    })),
  };
}

type Contents = {
  title: string;
  page: string;
  members: readonly { file: ListedFile; path: string }[];
};

/** What a reader who finds the folder next year has to know of it. */
function readme({ title, page, members }: Contents, list: BundleGround): string {
  const { site: origin } = list;
  const at = (address: string) => (origin ? new URL(address, origin).href : address);
  const total = members.reduce((sum, { file }) => sum + file.bytes, 0);
  const notices = [...new Set(members.map(({ file }) => file.entry.notice))].filter(Boolean);
  return textForNotepad([
    words.title(title),
    '',
    fact(words.from, site.title),
    fact(words.page, at(page)),
    fact(words.day, japaneseDate(list.day)),
    fact(words.files, words.held(members.length, fileSize(total))),
    '',
    ...[list.note, words.copied, words.absence, ...notices, words.rightsNote]
      .filter((note) => note !== null)
      .map((note) => `・${note}`),
    '',
    words.list,
    ...members.flatMap(({ file, path }, index) => [
      '',
      `${index + 1}. ${file.title}`,
      ...factsOf(file, path, at).map((line) => `   ${line}`),
    ]),
  ]);
}

function factsOf(file: ListedFile, path: string, at: (address: string) => string): string[] {
  const { name, kind, bytes, rights, checksum, entry } = file;
  return [
    fact(words.place, path),
    ...(path.endsWith(`/${name.normalize('NFC')}`) ? [] : [fact(words.originalName, name)]),
    fact(words.entry, entry.owner ? `${entry.title}（${entry.owner}）` : entry.title),
    fact(words.entryAddress, at(entry.address)),
    fact(words.size, [kind, ...lengthOf(file), words.bytes(bytes)].join('、')),
    fact(words.rights, rights || words.noRights),
    fact(words.checksum, checksum),
  ];
}

function lengthOf({ unit, pageCount }: ListedFile): string[] {
  if (pageCount === null || unit === null || !(unit in counts)) return [];
  return [counts[unit as keyof typeof counts](pageCount)];
}

const fact = (label: string, value: string): string => `${label}：${value}`;
