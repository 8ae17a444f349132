import type { CollectionName } from '../../../src/schema/collections.ts';
import { alsoCalled } from '../../../src/schema/entry-title.ts';
import type { InstitutionId } from '../../../src/schema/field.ts';
import { readYamlSource } from '../../../src/source/read-source.ts';
import type { CommitId, Repository, StoredFile } from '../repository/repository.ts';
import { type RegisteredInstitution, registered } from './registered-institution.ts';

/** The text of a published entry. */
export type PublishedText = StoredFile & { readonly text: string };

/** The content that readers see, as of one commit. It never changes. */
export type PublishedVersion = {
  readonly commit: CommitId;
  /** By path below content/. */
  readonly texts: ReadonlyMap<string, PublishedText>;
  readonly textsOf: ReadonlyMap<CollectionName, readonly PublishedText[]>;
  readonly files: ReadonlyMap<string, StoredFile>;
};

/** The name of an institution as the registry gives it. */
export type InstitutionName = (institution: InstitutionId) => string;

/** The published content in memory, read anew only where a publication changed it. */
export type PublishedContent = {
  now(): Promise<PublishedVersion>;
  /** The registry: every institution with its present name and how else it is called, in the order of names. */
  institutions(): Promise<{ id: string; name: string; also: string[] }[]>;
  /** Whom each institution of the registry lets sign in as its own. */
  registry(): Promise<ReadonlyMap<string, RegisteredInstitution>>;
  /** The name of an institution in the registry as last read, or its id. */
  readonly institutionName: InstitutionName;
};

/** Makes the reader of the published content. */
export const createPublishedContent = (repository: Repository): PublishedContent => {
  let latest: PublishedVersion | null = null;
  let reading: { commit: CommitId; version: Promise<PublishedVersion> } | null = null;
  let names: ReadonlyMap<string, Named> = new Map();
  let registry: ReadonlyMap<string, RegisteredInstitution> = new Map();

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
    };
    latest = version;
    ({ names, registry } = registryIn(version));
    return version;
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
        .map(([id, named]) => ({ id, ...named }))
        .sort((one, other) => one.name.localeCompare(other.name, 'ja'));
    },
    async registry() {
      await now();
      return registry;
    },
    institutionName: (institution) => names.get(institution)?.name ?? institution,
  };
};

type Named = { readonly name: string; readonly also: string[] };

/** Each text of the registry is parsed once for both. */
const registryIn = ({ textsOf }: PublishedVersion) => {
  const all = (textsOf.get('institutions') ?? []).map(({ address, text }) => {
    const [, id = ''] = address.entry.path.split('/');
    return { id, data: readYamlSource(text).data ?? {} };
  });
  const names = new Map(
    all.map(({ id, data }): [string, Named] => {
      const { name } = data;
      return [id, { name: typeof name === 'string' ? name : id, also: alsoCalled(data) }];
    }),
  );
  const registry = new Map(
    all.flatMap(({ id, data }): [string, RegisteredInstitution][] => {
      const institution = registered(id, data);
      return institution ? [[id, institution]] : [];
    }),
  );
  return { names, registry };
};
