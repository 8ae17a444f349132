import { type ContentChecker, createContentChecker } from '../../../src/check/content-checker.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';
import type { InstitutionId } from '../../../src/schema/field.ts';
import type { ContentFile, ContentFiles } from '../../../src/source/content-files.ts';
import { readYamlSource } from '../../../src/source/read-source.ts';
import type { CommitId, Repository, StoredFile } from '../repository/repository.ts';
import { contentFile } from './content-file.ts';

/** The text of a published entry. */
export type PublishedText = StoredFile & { readonly text: string };

/** The content that readers see, as of one commit. It never changes. */
export type PublishedVersion = {
  readonly commit: CommitId;
  /** By path below content/. */
  readonly texts: ReadonlyMap<string, PublishedText>;
  readonly textsOf: ReadonlyMap<CollectionName, readonly PublishedText[]>;
  readonly files: ReadonlyMap<string, StoredFile>;
  /** What a new text is held against. Made when it is first asked for, which takes seconds for thousands of entries. */
  checker(): ContentChecker;
};

/** The name of an institution as the registry gives it. */
export type InstitutionName = (institution: InstitutionId) => string;

/** The published content in memory, read anew only where a publication changed it. */
export type PublishedContent = {
  now(): Promise<PublishedVersion>;
  /** The registry: every institution with its present name, in the order of names. */
  institutions(): Promise<{ id: string; name: string }[]>;
  /** The name of an institution in the registry as last read, or its id. */
  readonly institutionName: InstitutionName;
};

/** Beyond these a new reading of everything costs less than as many changes one after the other. */
const mostChangesAtOnce = 30;

/** Makes the reader of the published content. @param maxFileBytes the most that an attachment may have */
export const createPublishedContent = (
  repository: Repository,
  { maxFileBytes }: { maxFileBytes: number },
): PublishedContent => {
  let latest: PublishedVersion | null = null;
  let reading: { commit: CommitId; version: Promise<PublishedVersion> } | null = null;
  let names: ReadonlyMap<string, string> = new Map();

  const read = async (commit: CommitId): Promise<PublishedVersion> => {
    const known = latest;
    const listed = await repository.list(commit);
    const files = new Map(listed.map((file) => [file.address.path as string, file]));
    const texts = new Map<string, PublishedText>();
    const unknown: StoredFile[] = [];
    for (const file of listed) {
      if (file.address.part !== 'text') continue;
      const before = known?.texts.get(file.address.path);
      if (before?.version === file.version) texts.set(file.address.path, before);
      else unknown.push(file);
    }
    for (const { bytes, ...file } of await repository.readAll(unknown)) {
      texts.set(file.address.path, { ...file, text: Buffer.from(bytes).toString() });
    }
    const version: PublishedVersion = {
      commit,
      texts,
      files,
      textsOf: Map.groupBy(texts.values(), ({ address }) => address.entry.collection),
      checker: once(() => checkerFor(version, known)),
    };
    latest = version;
    names = namesIn(version);
    return version;
  };

  const checkerFor = (
    version: PublishedVersion,
    known: PublishedVersion | null,
  ): ContentChecker => {
    const changed = known && entriesChanged(known, version);
    if (!known || !changed || changed.size > mostChangesAtOnce) {
      return createContentChecker(filesForChecker(version), { maxFileBytes });
    }
    let checker = known.checker();
    for (const [entry, files] of changed) {
      checker = checker.with(entry, filesForChecker(version, files));
    }
    return checker;
  };

  const now = async (): Promise<PublishedVersion> => {
    const commit = await repository.published();
    if (latest?.commit === commit) return latest;
    if (reading?.commit !== commit) reading = { commit, version: read(commit) };
    const mine = reading;
    try {
      return await mine.version;
    } finally {
      if (reading === mine) reading = null;
    }
  };

  return {
    now,
    async institutions() {
      await now();
      return [...names]
        .map(([id, name]) => ({ id, name }))
        .sort((one, other) => one.name.localeCompare(other.name, 'ja'));
    },
    institutionName: (institution) => names.get(institution) ?? institution,
  };
};

/** Makes something when it is first asked for, and lets go of what it was made from: no version keeps those before it. */
const once = <Value>(make: () => Value): (() => Value) => {
  let state: { make: () => Value } | { made: Value } = { make };
  return () => {
    if ('make' in state) state = { made: state.make() };
    return state.made;
  };
};

const namesIn = ({ textsOf }: PublishedVersion): ReadonlyMap<string, string> =>
  new Map(
    (textsOf.get('institutions') ?? []).map(({ address, text }) => {
      const [, id = ''] = address.entry.path.split('/');
      const name = readYamlSource(text).data?.['name'];
      return [id, typeof name === 'string' ? name : id];
    }),
  );

/** The entries whose files differ between two versions, with the files that they have now. */
const entriesChanged = (
  before: PublishedVersion,
  now: PublishedVersion,
): ReadonlyMap<string, readonly StoredFile[]> => {
  const changed = new Set<string>();
  for (const [path, { address, version }] of now.files) {
    if (before.files.get(path)?.version !== version) changed.add(address.entry.path);
  }
  for (const [path, { address }] of before.files) {
    if (!now.files.has(path)) changed.add(address.entry.path);
  }
  const files = Map.groupBy(now.files.values(), ({ address }) => address.entry.path as string);
  return new Map([...changed].map((entry) => [entry, files.get(entry) ?? []]));
};

/** The files as the checker takes them. Of other entries' attachments it looks at the names alone. */
const filesForChecker = (
  { texts, files }: PublishedVersion,
  these: Iterable<StoredFile> = files.values(),
): ContentFiles =>
  new Map(
    [...these].map(({ address: { path } }): [string, ContentFile] => [
      path,
      contentFile(path, Buffer.from(texts.get(path)?.text ?? 'x')),
    ]),
  );
