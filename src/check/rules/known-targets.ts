import { collections } from '../../schema/collections.ts';
import { isInConfidence } from '../../schema/in-confidence.ts';
import {
  type Reference,
  referencesIn,
  targetPath,
  targetPrefixes,
} from '../../schema/references.ts';
import type { ContentEntry } from '../content-entry.ts';
import type { Reading } from '../entry-reading.ts';
import { type nearestWord, nearestWords } from '../nearest-word.ts';
import { type FieldProblem, type ProblemCode, problemAt } from '../problem.ts';
import { renamedTo } from '../renamed-entries.ts';
import { schemaField } from '../schema-field.ts';
import type { Rule, World } from '../world.ts';

/**
 * Fields that point to an institution, a scene or another entry which does not exist. That an entry exists but is
 * withdrawn or for the network only is no problem: the loader leaves out what an edition does not show.
 */
export const knownTargets: Rule = (world) =>
  world.readings.flatMap(({ entry, source }) => {
    if (!entry) return [];
    const nearestOf = nearestWords();
    return referencesIn(entry.collection, entry.data).flatMap((reference) =>
      unknownTarget(world, entry, reference, source.lineOf, nearestOf),
    );
  });

type UnknownCode = Extract<
  ProblemCode,
  | 'institution-unknown'
  | 'scene-unknown'
  | 'guideline-unknown'
  | 'kit-unknown'
  | 'term-unknown'
  | 'entry-unknown'
>;

const unknownTarget = (
  world: World,
  { collection, path }: ContentEntry,
  { to, path: at, value }: Reference,
  lineOf: Reading['source']['lineOf'],
  nearestOf: typeof nearestWord,
): FieldProblem[] => {
  if (to === 'file') return [];
  // Who told something in confidence is in no registry; that such an entry lies where it may, in-confidence.ts sees to.
  if (at[0] === 'institution' && isInConfidence({ institution: value })) return [];
  const { readingAt } = world;
  const prefix = targetPrefixes[to];
  const exists = readingAt.has(targetPath(to, value));
  const start = startOf[to];
  if (exists && targetPath(to, value).startsWith(start)) return [];

  const known = readingAt
    .keys()
    .filter((contentPath) => contentPath.startsWith(start))
    .map((contentPath) => contentPath.slice(prefix.length));
  const field = schemaField(collections[collection].schema, at).name;
  const renamed = renamedTo(world, targetPath(to, value))?.slice(prefix.length);
  const nearest = exists ? null : (renamed ?? nearestOf(value, known, ownLength(value)));
  return [problemAt(codeOf(to, value), { path, lineOf }, at, { field, value, nearest })];
};

/** How the content path begins of what a field may lead to. */
const startOf: Readonly<Record<Exclude<Reference['to'], 'file'>, string>> = {
  ...targetPrefixes,
  guideline: 'guidelines/',
  kit: 'kits/',
};

/** The last part of a content path: what is before it is common to many. */
const ownLength = (value: string): number => value.length - value.lastIndexOf('/') - 1;

const codeOf = (to: Exclude<Reference['to'], 'file'>, value: string): UnknownCode => {
  if (to !== 'entry') return `${to}-unknown`;
  if (value.startsWith('glossary/')) return 'term-unknown';
  return value.startsWith('guidelines/') ? 'guideline-unknown' : 'entry-unknown';
};
