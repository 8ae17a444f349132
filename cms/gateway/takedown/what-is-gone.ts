import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAddress, filePageAddress } from '../../../src/loader/file-addresses.ts';
import { screenText } from '../../../src/loader/typography.ts';
import { addressOf } from '../../../src/schema/addresses.ts';
import { entryTitle } from '../../../src/schema/entry-title.ts';
import { referencesIn, targetPath } from '../../../src/schema/references.ts';
import type { Settings } from '../../../src/settings.ts';
import type { SiteBase } from '../live-site/live-site.ts';
import { createHidingAt, fieldsIn } from '../live-site/shown.ts';
import { type EntryAddress, entryAt, fileAt, fileName } from '../repository/content-address.ts';
import type { CommitId, Repository } from '../repository/repository.ts';
import { changedBetween, wasPublished, wordsSaid } from './changed-files.ts';
import { type Gone, goneTogether } from './gone.ts';

/** What the judge of a takedown looks at. */
export type TakedownGround = {
  readonly repository: Pick<Repository, 'list' | 'read'>;
  readonly settings: Pick<Settings, 'edition' | 'contentDir'>;
};

/**
 * What the site that was built from one commit shows and the published one does not: entries that are withdrawn, deleted,
 * or for another audience now, with what goes with them (src/schema/references.ts), and files that are no longer named.
 * Nothing but the two commits and the edition decides it; and the files of a checkout that was built in another state.
 * @returns null where nothing is gone
 * @throws GitFailure where the repository lacks one of the commits
 */
export const whatIsGone = async (
  ground: TakedownGround,
  base: SiteBase,
  tip: CommitId,
): Promise<Gone | null> => {
  const { repository, settings } = ground;
  const hidingAt = createHidingAt(repository, settings.edition);
  const textAt = async (at: CommitId, entry: EntryAddress) =>
    (await repository.read(at, { path: entry.text, part: 'text', entry }))?.bytes ?? null;
  const changed = new Set(
    base.commit === tip ? [] : await changedBetween(settings.contentDir, base.commit, tip),
  );
  const unlike = new Set(base.unlike);
  if (changed.size + unlike.size === 0) return null;

  /** Whether the site can show an entry: by what it was built from. */
  const wasShown = async (entry: EntryAddress): Promise<boolean> =>
    unlike.has(entry.text)
      ? wasPublished(settings.contentDir, tip, entry.text)
      : (await hidingAt(base.commit, entry)) === null;
  const isGoneNow = async (entry: EntryAddress) => (await hidingAt(tip, entry)) !== null;

  const gone = new Map<string, EntryAddress>();
  const kept = new Map<string, EntryAddress>();
  for (const entry of entriesOf([...changed, ...unlike])) {
    const isHidden = await isGoneNow(entry);
    const isInSite = isHidden || !unlike.has(entry.text) ? await wasShown(entry) : true;
    if (isInSite) (isHidden ? gone : kept).set(entry.path, entry);
  }
  for (const entry of await takenAlong(ground, base.commit, [...gone.values()])) {
    if ((await wasShown(entry)) && (await isGoneNow(entry))) gone.set(entry.path, entry);
  }
  for (const kit of await repository.list(base.commit, { collection: 'kits' })) {
    const { entry, part } = kit.address;
    if (part !== 'text' || gone.has(entry.path) || gone.size === 0) continue;
    const data = fieldsIn(entry.text, (await textAt(base.commit, entry)) ?? new Uint8Array());
    const isDrawnFromGone = referencesIn('kits', data ?? {}).some(
      (reference) =>
        reference.to !== 'file' &&
        reference.whenHidden === 'entry' &&
        gone.has(targetPath(reference.to, reference.value)),
    );
    if (isDrawnFromGone) gone.set(entry.path, entry);
  }

  const parts: Gone[] = [];
  for (const entry of gone.values()) {
    // A case study that was chosen as a best practice stands where it stood.
    if (await isShownElsewhere(entry, async (twin) => (await hidingAt(tip, twin)) === null)) {
      continue;
    }
    const bytes = unlike.has(entry.text)
      ? await readFile(join(settings.contentDir, entry.text)).catch(() => null)
      : await textAt(base.commit, entry);
    parts.push({
      folders: [siteFolder(entry)],
      entries: [entry.path],
      files: [],
      words: bytes ? tellingWords(fieldsIn(entry.text, bytes)) : [],
    });
  }
  for (const entry of kept.values()) {
    const files = await filesGone(ground, entry, base.commit, tip);
    parts.push({ folders: [], entries: [], files, words: [] });
  }
  const together = goneTogether(parts);
  if (!together) return null;
  // Only what this edition shows says them aloud.
  const said = new Set<string>();
  for (const { word, path } of await wordsSaid(settings.contentDir, tip, together.words)) {
    const entry = said.has(word) ? null : entryOf(path);
    if (entry && !gone.has(entry.path) && !(await isGoneNow(entry))) said.add(word);
  }
  return { ...together, words: together.words.filter((word) => !said.has(word)) };
};

const entryOf = (path: string): EntryAddress | null => {
  const file = fileAt(path);
  return file.ok ? file.address.entry : null;
};

const entriesOf = (paths: readonly string[]): EntryAddress[] => [
  ...new Map(
    paths.flatMap((path) => entryOf(path) ?? []).map((entry) => [entry.path, entry]),
  ).values(),
];

/** Where the pages and files of an entry lie on the site. */
const siteFolder = ({ collection, path }: EntryAddress): string =>
  addressOf(collection, path.slice(collection.length + 1));

/** The entries of the institutions among those that are gone, as of a commit. */
const takenAlong = async (
  { repository }: TakedownGround,
  at: CommitId,
  gone: readonly EntryAddress[],
): Promise<EntryAddress[]> => {
  const owners = new Set(
    gone
      .filter(({ collection }) => collection === 'institutions')
      .map(({ path }) => path.slice('institutions/'.length)),
  );
  if (owners.size === 0) return [];
  const files = await repository.list(at);
  return files
    .filter(
      ({ address: { part, entry } }) => part === 'text' && owners.has(entry.institution ?? ''),
    )
    .map(({ address }) => address.entry);
};

const twins: Readonly<Record<string, string>> = {
  'case-studies': 'best-practices',
  'best-practices': 'case-studies',
};

const isShownElsewhere = async (
  { collection, path }: EntryAddress,
  isShown: (entry: EntryAddress) => Promise<boolean>,
): Promise<boolean> => {
  const twin = twins[collection];
  const other = twin ? entryAt(`${twin}${path.slice(collection.length)}`) : null;
  return (other?.ok && (await isShown(other.address))) ?? false;
};

/** Files of an entry that is still shown which have been taken away, or which its text names no more. */
const filesGone = async (
  { repository }: TakedownGround,
  entry: EntryAddress,
  base: CommitId,
  tip: CommitId,
): Promise<string[]> => {
  const [before, now] = await Promise.all([base, tip].map((at) => repository.list(at, entry)));
  const attachments = (before ?? []).filter(({ address }) => address.part === 'attachment');
  if (attachments.length === 0) return [];
  const names = new Set(now?.map(({ address }) => address.path as string));
  const [textBefore, textNow] = await Promise.all(
    [base, tip].map(async (at) => {
      const text = await repository.read(at, { path: entry.text, part: 'text', entry });
      return Buffer.from(text?.bytes ?? []).toString();
    }),
  );
  return attachments.flatMap(({ address: { path } }) => {
    const name = fileName(path);
    const isNamed = (text = '') => text.includes(name) || text.includes(encodeURIComponent(name));
    const isLost = !names.has(path) || (isNamed(textBefore) && !isNamed(textNow));
    const folder = siteFolder(entry);
    return isLost
      ? [fileAddress(folder, name), filePageAddress(folder, name)].map(decodeURIComponent)
      : [];
  });
};

/** What tells of an entry wherever it is named: what it is called, and what is said of it there. */
const tellingWords = (data: Readonly<Record<string, unknown>> | null): string[] =>
  [entryTitle(data ?? {}), data?.['summary'], data?.['definition']]
    .flatMap((value) => (typeof value === 'string' ? [value.trim(), screenText(value.trim())] : []))
    .filter((words) => words.length >= fewestLetters);

/** Shorter ones are everyday words, which any page may say; an item that has one is known by its address. */
const fewestLetters = 6;
