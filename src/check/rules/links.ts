import { posix } from 'node:path';
import { sitePaths } from '../../schema/body.ts';
import type { Mentions } from '../../source/mentions.ts';
import type { Reading } from '../entry-reading.ts';
import { type nearestWord, nearestWords } from '../nearest-word.ts';
import { bodyField, type FieldProblem, problemOf } from '../problem.ts';
import { filesBesideEntry, folderOf, type Rule, type World } from '../world.ts';

type Link = Mentions['links'][number];

/** Links in bodies that lead to nothing. */
export const links: Rule = (world) =>
  world.readings.flatMap((reading) => {
    const nearestOf = nearestWords();
    return reading.source.mentions.links.flatMap(
      (link) => linkProblem(world, reading, link, nearestOf) ?? [],
    );
  });

const linkProblem = (
  world: World,
  reading: Reading,
  link: Link,
  nearestOf: typeof nearestWord,
): FieldProblem | null => {
  const { path } = reading.place;
  const { address, line } = link;
  const [, before = '', anchor = ''] = /^([^#]*)(?:#(.*))?$/s.exec(address) ?? [];
  const [target = ''] = before.split('?');
  if (target.startsWith('/')) {
    return sitePaths.some((known) => known === target) && !link.isPicture
      ? null
      : problemOf('link-site-path', path, line, { address, paths: sitePaths }, bodyField);
  }
  const place = target === '' ? reading : linkedPlace(world, reading, target, link.isPicture);
  if (place === 'file') return null;
  if (place === null) {
    const nearest = nearestTarget(world, reading, target, nearestOf);
    const detail = { address: decoded(address), nearest };
    return problemOf('link-broken', path, line, detail, bodyField);
  }
  if (anchor === '') return null;
  const anchors = place.source.mentions.headings.map(({ id }) => id);
  return anchors.includes(decoded(anchor)) || place.source.problems.length > 0
    ? null
    : problemOf('link-anchor', path, line, { address: decoded(address), anchors }, bodyField);
};

/** What a relative link leads to: a file beside the entry, another entry, or nothing. */
const linkedPlace = (
  world: World,
  { place }: Reading,
  target: string,
  isPicture: boolean,
): Reading | 'file' | null => {
  const name = fileNameIn(target);
  if (name !== null && filesBesideEntry(world, place).has(name)) return 'file';
  if (isPicture) return null;
  const resolved = posix.join(folderOf(place), decoded(target));
  const contentPath = resolved.replace(/(?:\/index\.mdx|\/|\.yaml)$/, '');
  return world.readingAt.get(contentPath) ?? null;
};

/** The name of a file beside the entry that a link's target is; null where it leads elsewhere. */
export const fileNameIn = (target: string): string | null => {
  const name = decoded(target).replace(/^\.\//, '');
  return name === '' || name.includes('/') ? null : name.normalize('NFC');
};

const nearestTarget = (
  world: World,
  { place }: Reading,
  target: string,
  nearestOf: typeof nearestWord,
): string | null => {
  const name = fileNameIn(target);
  if (name !== null) {
    const beside = nearestOf(name, filesBesideEntry(world, place).keys());
    return beside === null ? null : `./${beside}`;
  }
  const resolved = posix.join(folderOf(place), decoded(target)).replace(/\/$/, '');
  const nearest = nearestOf(resolved, world.readingAt.keys(), posix.basename(resolved).length);
  return nearest === null ? null : `${posix.relative(folderOf(place), nearest)}/`;
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
