import { collections } from '../../../src/schema/collections.ts';
import { type EntryAddress, type FileAddress, fileAt } from './content-address.ts';
import { readTree, type TreeLine } from './git-object.ts';
import type { ObjectReader } from './object-reader.ts';
import type {
  CommitId,
  ContentVersion,
  FileContent,
  FileVersion,
  ListedPart,
  StoredFile,
} from './repository.ts';

/** The files of one entry as of a commit. */
export type EntryFiles = {
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly content: ContentVersion | null;
};

/** Reads content from commits, by walking their trees. */
export type StoredContent = {
  list(at: CommitId, within?: ListedPart): Promise<StoredFile[]>;
  read(at: CommitId, address: FileAddress): Promise<FileContent | null>;
  readAll(files: readonly StoredFile[]): Promise<FileContent[]>;
  /** An entry's files by path; `behind-link` where something that is no folder stands in the way to them. */
  entry(at: CommitId, entry: EntryAddress): Promise<EntryFiles | 'behind-link'>;
};

type Folder = { readonly id: string; readonly lines: readonly TreeLine[] };
const nothing: Folder = { id: '', lines: [] };

/**
 * Makes a reader of the content below one folder of the repository. Links are never followed, and what does not hold to
 * the grammar of addresses is not there.
 */
export const createStoredContent = (reader: ObjectReader, contentFolder: string): StoredContent => {
  const folderOf = async (id: string): Promise<Folder> => {
    const tree = await reader.read(id);
    return tree ? { id, lines: readTree(tree.bytes, tree.id) } : nothing;
  };

  /** The folder at a path, empty where there is none yet. */
  const folderAt = async (
    at: CommitId,
    path: readonly string[],
  ): Promise<Folder | 'behind-link'> => {
    const root = await reader.read(`${at}^{tree}`);
    let folder: Folder = root ? { id: root.id, lines: readTree(root.bytes, root.id) } : nothing;
    for (const name of path) {
      const line = folder.lines.find((candidate) => candidate.name === name);
      if (!line) return nothing;
      if (line.kind !== 'folder') return 'behind-link';
      folder = await folderOf(line.id);
    }
    return folder;
  };

  const filesBelow = async (folder: Folder, below: string): Promise<StoredFile[]> => {
    const parts = await Promise.all(
      folder.lines.map(async (line) => {
        const path = `${below}${line.name}`;
        if (line.kind === 'folder') return filesBelow(await folderOf(line.id), `${path}/`);
        return storedFile(path, line) ?? [];
      }),
    );
    return parts.flat();
  };

  const contentParts = contentFolder.split('/').filter(Boolean);

  const entry = async (
    at: CommitId,
    { collection, path, text }: EntryAddress,
  ): Promise<EntryFiles | 'behind-link'> => {
    const inFolder = collections[collection].layout !== 'file';
    const parts = (inFolder ? path : collection).split('/');
    const folder = await folderAt(at, [...contentParts, ...parts]);
    if (folder === 'behind-link') return folder;
    const below = `${parts.join('/')}/`;
    const own = folder.lines.filter(({ name }) => inFolder || `${below}${name}` === text);
    if (own.some(({ kind }) => kind === 'other')) return 'behind-link';
    const stored = own.flatMap((line) => storedFile(`${below}${line.name}`, line) ?? []);
    const files = new Map(stored.map((file) => [file.address.path as string, file]));
    const version = inFolder ? folder.id : files.get(text)?.version;
    return { files, content: files.size > 0 ? (version as ContentVersion) : null };
  };

  const bytesOf = async (file: StoredFile): Promise<FileContent> => {
    const found = await reader.read(file.version);
    if (!found) throw new Error(`The repository lacks ${file.version} (${file.address.path}).`);
    return { ...file, bytes: found.bytes };
  };

  return {
    async list(at, within) {
      if (within && 'path' in within) {
        const found = await entry(at, within);
        return found === 'behind-link' ? [] : [...found.files.values()];
      }
      const parts = within ? [within.collection] : [];
      const folder = await folderAt(at, [...contentParts, ...parts]);
      if (folder === 'behind-link') return [];
      return filesBelow(folder, parts.map((part) => `${part}/`).join(''));
    },

    async read(at, address) {
      const found = await entry(at, address.entry);
      const file = found === 'behind-link' ? undefined : found.files.get(address.path);
      return file ? bytesOf(file) : null;
    },

    readAll: (files) => Promise.all(files.map(bytesOf)),
    entry,
  };
};

const storedFile = (path: string, { kind, id }: TreeLine): StoredFile | null => {
  const file = kind === 'file' ? fileAt(path) : null;
  return file?.ok ? { address: file.address, version: id as FileVersion } : null;
};
