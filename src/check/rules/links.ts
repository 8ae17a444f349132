import { posix } from 'node:path';
import { sitePaths } from '../../schema/body.ts';
import {
  anchorText,
  type LinkOrigin,
  linkTarget,
  nameInAddress,
  shownAddress,
} from '../../source/link-target.ts';
import type { Mentions } from '../../source/mentions.ts';
import type { Reading } from '../entry-reading.ts';
import { type nearestWord, nearestWords } from '../nearest-word.ts';
import { bodyField, type FieldProblem, problemOf } from '../problem.ts';
import { renamedTo } from '../renamed-entries.ts';
import { filesBesideEntry, folderOf, type Rule, type World } from '../world.ts';

type Link = Mentions['links'][number];

/** Links in bodies that lead to nothing. */
export const links: Rule = (world) => {
  const anchorsOf = rememberedAnchors();
  return world.readings.flatMap((reading) => {
    const { links: written } = reading.source.mentions;
    if (written.length === 0) return [];
    const origin = originOf(world, reading);
    const nearestOf = nearestWords();
    return written.flatMap(
      (link) => linkProblem({ world, reading, origin, nearestOf, anchorsOf }, link) ?? [],
    );
  });
};

/** From where the links of an entry count, and what they may lead to. */
export const originOf = (world: World, { place }: Reading): LinkOrigin => {
  const beside = filesBesideEntry(world, place);
  return {
    folder: folderOf(place),
    contentPath: place.contentPath,
    hasFile: (name) => beside.has(name),
    hasEntry: (contentPath) => world.readingAt.has(contentPath as never),
  };
};

type Linking = {
  world: World;
  reading: Reading;
  origin: LinkOrigin;
  nearestOf: typeof nearestWord;
  anchorsOf(reading: Reading): ReadonlySet<string>;
};

const linkProblem = (
  { world, reading, origin, nearestOf, anchorsOf }: Linking,
  { address, isPicture, line }: Link,
): FieldProblem | null => {
  const { path } = reading.place;
  const target = linkTarget(address, origin);
  const isFile = target.kind === 'file';
  if (!isPicture && target.kind === 'broken' && address.startsWith('/')) {
    return problemOf('link-site-path', path, line, { address, paths: sitePaths }, bodyField);
  }
  if (isPicture ? !isFile : target.kind === 'broken') {
    const nearest = nearestTarget(world, reading, address, nearestOf);
    const detail = { address: shownAddress(address), nearest };
    return problemOf('link-broken', path, line, detail, bodyField);
  }
  if (target.kind !== 'entry' || target.anchor === '') return null;
  const place = world.readingAt.get(target.contentPath as never);
  if (!place || place.source.problems.length > 0) return null;
  const anchors = anchorsOf(place);
  return anchors.has(anchorText(target.anchor))
    ? null
    : problemOf(
        'link-anchor',
        path,
        line,
        { address: shownAddress(address), anchors: [...anchors] },
        bodyField,
      );
};

/** The anchors of an entry, gathered once for all links to it. */
const rememberedAnchors = (): Linking['anchorsOf'] => {
  const known = new Map<Reading, ReadonlySet<string>>();
  return (reading) => {
    const anchors =
      known.get(reading) ?? new Set(reading.source.mentions.headings.map(({ id }) => id));
    known.set(reading, anchors);
    return anchors;
  };
};

const nearestTarget = (
  world: World,
  { place }: Reading,
  address: string,
  nearestOf: typeof nearestWord,
): string | null => {
  const name = nameInAddress(address);
  if (name !== null) {
    const beside = nearestOf(name, filesBesideEntry(world, place).keys());
    return beside === null ? null : `./${beside}`;
  }
  const [written = ''] = address.split(/[?#]/, 1);
  const resolved = posix.join(folderOf(place), shownAddress(written)).replace(/\/$/, '');
  const nearest =
    renamedTo(world, resolved) ??
    nearestOf(resolved, world.readingAt.keys(), posix.basename(resolved).length);
  return nearest === null ? null : `${posix.relative(folderOf(place), nearest)}/`;
};
