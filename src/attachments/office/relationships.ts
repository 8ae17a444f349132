import { childrenOf, type XmlElement } from './xml-tree.ts';

/** How one part of an Office file points to another, or out of it. */
export type Relationship = {
  /** The last word of the type's address: `styles`, `hyperlink`, `image`. */
  type: string;
  /** The whole address of the type. */
  address: string;
  target: string;
  /** Whether the target lies outside of the package. */
  external: boolean;
};

/** What a part points to, by the id of the relationship. */
export type Relationships = ReadonlyMap<string, Relationship>;

/**
 * The relationships of a part. Targets within the package are given as names of parts.
 * @param path the part that points; empty for those of the package itself
 */
export const relationshipsOf = (officePackage: ReadsXml, path: string): Relationships => {
  const before = known.get(officePackage)?.get(path);
  if (before) return before;
  const found = readRelationships(officePackage, path);
  known.set(officePackage, (known.get(officePackage) ?? new Map()).set(path, found));
  return found;
};

type ReadsXml = { xml(path: string): XmlElement | null };
/** A package does not change; the relationships of a part are asked for at each of its pictures. */
const known = new WeakMap<ReadsXml, Map<string, Relationships>>();

const readRelationships = ({ xml }: ReadsXml, path: string): Relationships => {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relations = xml(`${folder}_rels/${path.slice(slash)}.rels`);
  return new Map(
    childrenOf(relations, 'rel:Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return [
        attributes['Id'] ?? '',
        {
          type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
          address: attributes['Type'] ?? '',
          target: external ? target : partName(folder, target),
          external,
        },
      ];
    }),
  );
};

/** The name of the part to which the first relationship of a type leads; null where there is none. */
export const targetOf = (relationships: Relationships, type: string): string | null =>
  [...relationships.values()].find((one) => one.type === type && !one.external)?.target ?? null;

const partName = (folder: string, target: string): string => {
  const steps: string[] = [];
  const whole = target.startsWith('/') ? target : folder + target;
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
