import { tellsPlace } from '../picture/metadata.ts';
import type { FindingKind } from '../reading.ts';
import { isChartPart } from './charts/find-in-charts.ts';
import { filmTellsPlace } from './film-place.ts';
import type { OfficePackage } from './open-package.ts';
import { type Relationship, relationshipsOf } from './relationships.ts';

/**
 * What parts bring with them through their relationships: embedded files, links to files elsewhere, programs, pictures
 * that tell where they were taken.
 */
export type Carried = {
  /** What one relationship of a part brings, also through the drawings and charts that it leads to. */
  by(path: string, id: string): readonly FindingKind[];
  /** What all relationships of a part bring. */
  byAll(path: string): readonly FindingKind[];
  /** What is in the package and was asked for by no part. */
  rest(): ReadonlyMap<FindingKind, readonly string[]>;
};

/** Looks at what parts bring, each once. */
export const createCarried = (officePackage: OfficePackage): Carried => {
  const known = new Map<string, ReadonlyMap<string, readonly FindingKind[]>>();
  /** Parts of which it is known what they are. */
  const judged = new Set<string>();

  const of = (path: string): ReadonlyMap<string, readonly FindingKind[]> => {
    const before = known.get(path);
    if (before) return before;
    // Parts may point to each other; what is being looked at brings nothing new.
    known.set(path, new Map());
    const found = new Map(
      [...relationshipsOf(officePackage, path)].map(([id, relationship]) => [
        id,
        [...new Set([...kindsOf(relationship, path), ...followed(relationship)])],
      ]),
    );
    known.set(path, found);
    return found;
  };

  const followed = ({ type, target, external }: Relationship): readonly FindingKind[] =>
    external || !passesOn.has(type) ? [] : [...of(target).values()].flat();

  const kindsOf = (relationship: Relationship, path: string): FindingKind[] => {
    const { type, target, external } = relationship;
    if (external) return isOrdinaryLink(relationship) ? [] : ['outside-link'];
    judged.add(target.toLowerCase());
    if (/^(?:image|video|audio|media)$/.test(type)) {
      return showsPlace(officePackage, target) ? ['photograph-place'] : [];
    }
    // What a chart shows of the workbook behind it is looked at with the chart.
    if (type === 'package' && isChartPart(path)) return [];
    const kind = kindOfType.get(type);
    return kind ? [kind] : [];
  };

  const restOf = (): ReadonlyMap<FindingKind, readonly string[]> => {
    const places = new Map<FindingKind, string[]>();
    const add = (kind: FindingKind, place: string) =>
      places.set(kind, [...(places.get(kind) ?? []), place]);
    const visited = new Set([...known.keys()].map((path) => path.toLowerCase()));
    for (const name of officePackage.names) {
      const holder = holderOf(name);
      if (holder === null || visited.has(holder.toLowerCase())) continue;
      for (const kind of [...of(holder).values()].flat()) add(kind, placeOfHolder(holder));
    }
    for (const name of officePackage.names) {
      const kind = judged.has(name.toLowerCase()) ? undefined : kindOfName(officePackage, name);
      if (kind) add(kind, '');
    }
    if (officePackage.hasMacros) add('macros', '');
    return places;
  };

  return {
    by: (path, id) => of(path).get(id) ?? [],
    byAll: (path) => [...new Set([...of(path).values()].flat())],
    rest: restOf,
  };
};

/** Relationships to parts that are shown where they are pointed to. */
const passesOn = new Set([
  'chart',
  'chartEx',
  'chartUserShapes',
  'control',
  'diagramData',
  'diagramDrawing',
  'drawing',
  'vmlDrawing',
]);

const kindOfType: ReadonlyMap<string, FindingKind> = new Map([
  ['activeXControlBinary', 'script'],
  ['aFChunk', 'embedded-files'],
  ['control', 'script'],
  ['oleObject', 'embedded-files'],
  ['package', 'embedded-files'],
  ['subDocument', 'embedded-files'],
  ['vbaProject', 'macros'],
]);

/**
 * A link that a reader follows on purpose, to where anybody can; a film that the web shows; or what Office leaves where
 * there is nothing any more. A template is a record (`records/word-template.ts`).
 */
const isOrdinaryLink = ({ type, target }: Relationship): boolean => {
  if (type === 'attachedTemplate' || /(?:^|[\\/])NULL$|^$/.test(target)) return true;
  if (type === 'hyperlink') return /^(?:https?:|mailto:|tel:|ftp:|#|$)/i.test(target);
  return /^(?:video|audio|media)$/.test(type) && /^https?:/i.test(target);
};

const showsPlace = (officePackage: OfficePackage, path: string): boolean => {
  if (/\.(?:mp4|m4[av]|mov|3gp?p?2?)$/i.test(path)) {
    const film = officePackage.part(path);
    return film !== null && filmTellsPlace(film);
  }
  if (!/\.(?:jpe?g|jfif|png|webp|tiff?|heic)$/i.test(path)) return false;
  const bytes = officePackage.part(path);
  return bytes !== null && tellsPlace(bytes);
};

const kindOfName = (officePackage: OfficePackage, name: string): FindingKind | undefined => {
  if (/(?:^|\/)embeddings\/[^/]+$/i.test(name)) return 'embedded-files';
  if (/(?:^|\/)activeX\/[^/]+$/i.test(name)) return 'script';
  if (/(?:^|\/)media\/[^/]+$/i.test(name) && showsPlace(officePackage, name)) {
    return 'photograph-place';
  }
  return undefined;
};

/** The part whose relationships a file of the package lists. */
const holderOf = (name: string): string | null => {
  const found = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name);
  return found ? `${found[1] ?? ''}${found[2]}` : null;
};

const placeOfHolder = (holder: string): string => {
  if (/\/(?:slideMasters|slideLayouts)\//i.test(`/${holder}`)) return 'スライドマスター';
  if (/\/notesMasters\//i.test(`/${holder}`)) return 'ノートマスター';
  if (/(?:^|\/)settings\.xml$/i.test(holder)) return '文書の設定（テンプレート、差し込み印刷）';
  return '';
};
