import { strToU8, unzipSync, zipSync } from 'fflate';
import { decodePart, keyOfPart, mostOfPackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { readXml } from '../xml-tree.ts';
import { type Cuts, cutXml } from './cut-xml.ts';

/** An Office file while something is taken out of it. Parts are found whatever the case of their names. */
export type PackageEdit = {
  /** The names of the parts that are left, without the package's own. */
  names(): readonly string[];
  /** A part as it is now; null where it is missing. */
  part(path: string): Uint8Array | null;
  /** Puts other bytes in the place of a part's; where the part is missing, nothing happens. */
  setPart(path: string, bytes: Uint8Array): void;
  /** Cuts something out of the XML of a part: all that is cut out of one is cut at once, when it is next asked for. */
  cut(path: string, cuts: Cuts): void;
  /** Changes the XML of a part; where the part is missing, or stays the same, its bytes do too. */
  rewrite(path: string, change: (xml: string) => string): void;
  /**
   * Drops a part, every relationship that leads to it, and what only it led to. What names the relationship in the XML
   * of another part is cut by who knows it, through `rewrite`.
   */
  dropPart(path: string): void;
  /** Drops the relationships of a part for which this holds, and what only they led to. The package's own are of ''. */
  dropRelationships(
    path: string,
    isDropped: (one: { id: string; type: string; target: string; external: boolean }) => boolean,
  ): void;
  /** The package written anew; the same parts always give the same bytes. */
  finish(): Uint8Array;
};

/**
 * Opens an Office file to take something out of it.
 * @returns null where it is larger than what is read, or can't be unpacked whole
 */
export const editPackage = (bytes: Uint8Array): PackageEdit | null => {
  const entries = unpackAll(bytes);
  if (!entries) return null;
  const parts = new Map(
    [...entries].map(([name, part]) => [keyOfPart(name), { name, part, cuts: [] as Cuts[] }]),
  );
  /** Parts that may have lost what led to them. */
  const loosened = new Set<string>();
  const gone = new Set<string>();
  const find = (path: string) => {
    const found = parts.get(keyOfPart(path));
    if (!found || found.cuts.length === 0) return found;
    const cuts = found.cuts.splice(0);
    change(found, (text) => cutXml(text, cuts));
    return found;
  };
  const xml = (path: string) => {
    const found = find(path);
    return found ? readXml(decodePart(found.part)) : null;
  };
  const targetsFrom = (path: string): string[] =>
    [...relationshipsOf({ xml }, path).values()]
      .filter(({ external }) => !external)
      .map(({ target }) => keyOfPart(target));
  const holders = (): string[] =>
    [...parts.values()].flatMap(({ name }) => (isRelations.test(name) ? [holderOf(name)] : []));

  const cut: PackageEdit['cut'] = (path, cuts) => {
    parts.get(keyOfPart(path))?.cuts.push(cuts);
  };

  const dropPart = (path: string): void => {
    const key = keyOfPart(path);
    if (!parts.has(key)) return;
    for (const target of targetsFrom(path)) loosened.add(target);
    parts.delete(key);
    parts.delete(keyOfPart(relationsOf(path)));
    gone.add(key);
  };

  const dropRelationships: PackageEdit['dropRelationships'] = (path, isDropped) => {
    const dropped = new Map(
      [...relationshipsOf({ xml }, path)].filter(([id, one]) => isDropped({ id, ...one })),
    );
    if (dropped.size === 0) return;
    for (const { target, external } of dropped.values()) {
      if (!external) loosened.add(keyOfPart(target));
    }
    cut(relationsOf(path), {
      element: (name, { Id }) => name === 'rel:Relationship' && dropped.has(Id ?? ''),
    });
  };

  /** Drops what nothing leads to any more, and what leads to nothing. */
  const settle = (): void => {
    for (let left = loosened.size + gone.size; left > 0; ) {
      for (const holder of holders()) {
        dropRelationships(
          holder,
          ({ target, external }) => !external && gone.has(keyOfPart(target)),
        );
      }
      const pointedTo = new Set(holders().flatMap(targetsFrom));
      const before = gone.size;
      for (const target of loosened) if (!pointedTo.has(target)) dropPart(target);
      left = gone.size - before;
    }
    cut(typesPath, {
      element: (name, { PartName }) =>
        name === 'ct:Override' && gone.has(keyOfPart(PartName ?? '').replace(/^\//, '')),
    });
  };

  return {
    names: () =>
      [...parts.values()]
        .map(({ name }) => name)
        .filter((name) => !isRelations.test(name) && keyOfPart(name) !== keyOfPart(typesPath)),
    part: (path) => find(path)?.part ?? null,
    setPart(path, part) {
      const found = find(path);
      if (found) found.part = part;
    },
    cut,
    rewrite(path, rewritten) {
      const found = find(path);
      if (found) change(found, rewritten);
    },
    dropPart,
    dropRelationships,
    finish() {
      settle();
      for (const { name } of parts.values()) find(name);
      return packed([...parts.values()]);
    },
  };
};

/** Where the XML stays the same, the bytes do too. */
const change = (found: { part: Uint8Array }, rewritten: (xml: string) => string): void => {
  const before = decodePart(found.part);
  const after = rewritten(before);
  if (after !== before) found.part = strToU8(asUtf8(after));
};

const typesPath = '[Content_Types].xml';
const isRelations = /(?:^|\/)_rels\/[^/]*\.rels$/i;
/** The part whose relationships a part lists. */
const holderOf = (path: string): string => path.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2');
const relationsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** Of a part that was in UTF-16, which is not what is written here. */
const asUtf8 = (xml: string): string =>
  xml.replace(/^(<\?xml[^>]*encoding\s*=\s*)(?:"utf-16"|'utf-16')/i, '$1"UTF-8"');

/** Every file in the package; folders have no bytes, and are told by their names alone. */
const unpackAll = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null => {
  let unpacked = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        unpacked += originalSize;
        count += 1;
        const isTooMuch = unpacked > mostOfPackage.unpacked || count > mostOfPackage.entries;
        if (isTooMuch || (compression !== 0 && compression !== 8)) throw new RangeError(name);
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
};

/** The day on which time begins in a ZIP: it tells nothing (APPNOTE.TXT 6.3.10, section 4.4.6). */
const noTime = new Date(1980, 0, 1);
/** What is packed already, and would only take time. */
const packedAlready =
  /\.(?:png|jpe?g|jfif|gif|webp|wdp|mp[34]|m4[av]|mov|wm[av]|docx|xlsx|pptx|odttf)$/i;

/** Readers that take a package as a stream find its types and its beginning first. */
const packed = (parts: readonly { name: string; part: Uint8Array }[]): Uint8Array => {
  const isFirst = ({ name }: { name: string }): number =>
    keyOfPart(name) === keyOfPart(typesPath) ? 2 : keyOfPart(name) === '_rels/.rels' ? 1 : 0;
  const ordered = [...parts].sort((one, other) => isFirst(other) - isFirst(one));
  return zipSync(
    Object.fromEntries(
      ordered.map(({ name, part }) => [
        name,
        [part, { level: packedAlready.test(name) ? 0 : 6, mtime: noTime }] as const,
      ]),
    ),
  );
};
