import { nobodyElse } from '../../../src/apart/apart.ts';
import type { TooComplexMemory } from '../../../src/apart/too-complex-memory.ts';
import type { Asker } from '../../../src/apart/turns.ts';
import { checksumOf } from '../../../src/attachments/checksum.ts';
import type { AttachmentReading } from '../../../src/attachments/reading.ts';
import type { AttachmentReadings } from '../../../src/check/attachments/attachment-readings.ts';
import { attachmentEnding, placeOf } from '../../../src/check/content-place.ts';
import type { ContentFile, ContentFiles } from '../../../src/source/content-files.ts';
import { mostTextBytes } from '../../../src/source/read-source.ts';
import { type EntryOutline, emptyOutline } from './entry-outline.ts';
import type { JudgeAnswer } from './judge-messages.ts';
import { type JudgeProcesses, trialLimits } from './judge-processes.ts';
import type { KnownEntry } from './known-entry.ts';
import type { SentFile } from './sent-content.ts';

/** A file of an entry, or the entry as a whole by its text, takes more to be judged than it may. */
export type TooComplex = { readonly kind: 'too-complex'; readonly path: string };

/**
 * Judges texts against the published content, in processes apart: whatever somebody contributed is parsed in none other.
 * Everything is tried alone before it meets the process that knows the content, and once it was tried it is not again.
 */
export type Judge = {
  /**
   * What is wrong with an entry's files, if they stood in the published content, and what its text is called.
   * @param entry its content path
   * @param readings what was read of the documents among the files
   */
  judgementOf(
    entry: string,
    files: ContentFiles,
    readings: AttachmentReadings,
    asker: Asker,
  ): Promise<JudgeAnswer | TooComplex>;
  /** What would come to be wrong with other entries; the outline is empty. @param files none to take the entry away */
  problemsElsewhere(
    entry: string,
    files: ContentFiles,
    asker: Asker,
  ): Promise<JudgeAnswer | TooComplex>;
  /** What a text is called; empty where that cannot be read. */
  outlineOf(text: ContentFile, asker: Asker): Promise<EntryOutline>;
  /**
   * What it would take to give an entry another address, which the errors in the answer would come of.
   * @param from its content path. @param to the one that it is to have
   */
  renamed(from: string, to: string, asker: Asker): Promise<JudgeAnswer>;
  /**
   * The published entries that a change touches, in the order of paths.
   * @param leadsTo the content path of the entry that they lead to; null for none
   * @param words what stands in their texts
   */
  touched(leadsTo: string | null, words: readonly string[]): Promise<readonly KnownEntry[]>;
  /** Every entry that is published, in the order of paths. */
  entries(): Promise<readonly KnownEntry[]>;
  /** Starts what the next question will need. */
  warmUp(): void;
  close(): Promise<void>;
};

/** Titles of that many texts are known without asking. */
const mostTried = 4_000;

/** A publication may break links of every other entry. */
const elsewhereSeconds = 60;

/** In a trial it is asked how long a drawing takes, not what it holds. */
const notLookedInto: AttachmentReading = {
  unit: 'picture',
  pageCount: null,
  pages: [],
  outline: [],
  searchable: 'yes',
  findings: [],
};

/** As many bytes as are looked at to see what kind of file one is. */
const headBytes = 4096;

/**
 * @param processes that follow the repository of the content
 * @param maxFileBytes the most that an attachment may have
 * @param tooComplex remembers what was more than it may be
 */
export const createJudge = ({
  processes: { trial, judging, close },
  maxFileBytes,
  tooComplex,
}: {
  processes: JudgeProcesses;
  maxFileBytes: number;
  tooComplex: TooComplexMemory;
}): Judge => {
  const tried = new Map<string, EntryOutline>();

  /** Tries one file alone; null where it is too complex. */
  const tryFile = async (file: ContentFile, asker: Asker): Promise<EntryOutline | null> => {
    const sent = sentFile(file, maxFileBytes);
    const digest = `${file.path} ${file.size} ${checksumOf(sent.bytes)}`;
    const known = tried.get(digest);
    if (known) return known;
    const remembered = checksumOf(Buffer.from(digest));
    if (await tooComplex.has(remembered, trialLimits)) return null;
    const answer = await trial.ask(
      {
        kind: 'judge',
        entry: placeKey(file.path),
        files: [sent],
        readings: [[file.path, notLookedInto]],
      },
      asker,
    );
    if (answer === 'too-complex') {
      await tooComplex.add(remembered, trialLimits);
      return null;
    }
    tried.set(digest, answer.outline);
    const [oldest] = tried.keys();
    if (tried.size > mostTried && oldest !== undefined) tried.delete(oldest);
    return answer.outline;
  };

  /** The first of some files that is too complex by itself. */
  const firstTooComplex = async (files: ContentFiles, asker: Asker): Promise<TooComplex | null> => {
    for (const file of files.values()) {
      if (isParsed(file.path) && (await tryFile(file, asker)) === null) return giveUp(file.path);
    }
    return null;
  };

  return {
    async judgementOf(entry, files, readings, asker) {
      const found = await firstTooComplex(files, asker);
      if (found) return found;
      const text = [...files.keys()].find((path) => placeOf(path).kind === 'entry') ?? entry;
      const digest = `${entry} ${digestOf(files, maxFileBytes)}`;
      if (await tooComplex.has(digest, trialLimits)) return giveUp(text);
      const read = [...files.values()].flatMap((file) => {
        const reading = readings.of(file);
        return reading ? [[file.path, reading] as const] : [];
      });
      const sent = sentFiles(files, maxFileBytes);
      const answer = await judging.ask(
        { kind: 'judge', entry, files: sent, readings: read },
        asker,
      );
      if (answer !== 'too-complex') return answer;
      await tooComplex.add(digest, trialLimits);
      return giveUp(text);
    },
    async problemsElsewhere(entry, files, asker) {
      const found = await firstTooComplex(files, asker);
      if (found) return found;
      const answer = await judging.ask(
        { kind: 'elsewhere', entry, files: sentFiles(files, maxFileBytes) },
        asker,
        { seconds: elsewhereSeconds },
      );
      return answer === 'too-complex' ? giveUp(entry) : answer;
    },
    outlineOf: async (text, asker) => (await tryFile(text, asker)) ?? emptyOutline,
    async renamed(from, to, asker) {
      const answer = await judging.ask({ kind: 'rename', from, to }, asker, {
        seconds: elsewhereSeconds,
      });
      if (answer === 'too-complex') throw new Error(`The address of ${from} could not be changed.`);
      return answer;
    },
    async touched(leadsTo, words) {
      const task = { kind: 'touched', leadsTo, words } as const;
      const answer = await judging.ask(task, nobodyElse, { seconds: elsewhereSeconds });
      if (answer === 'too-complex')
        throw new Error('The published entries could not be looked at.');
      return answer.entries ?? [];
    },
    async entries() {
      const answer = await judging.ask({ kind: 'entries' }, nobodyElse);
      if (answer === 'too-complex') throw new Error('The published entries could not be listed.');
      return answer.entries ?? [];
    },
    warmUp() {
      for (const process of [trial, judging]) {
        // What keeps it from starting is told to who asks something of it.
        process.ask({ kind: 'warm-up' }, nobodyElse).catch(() => {});
      }
    },
    close,
  };
};

const giveUp = (path: string): TooComplex => ({ kind: 'too-complex', path });

/** Whether the check parses more of a file than its first bytes and the directory of a ZIP. */
const isParsed = (path: string): boolean => {
  const ending = attachmentEnding(path);
  return placeOf(path).kind === 'entry' || ending === '.svg' || ending === '.csv';
};

/** The content path of the entry that a file belongs to. */
const placeKey = (path: string): string => {
  const place = placeOf(path);
  if (place.kind === 'entry') return place.contentPath;
  return place.kind === 'attachment' ? place.folder : place.path;
};

/** A digest of what is judged beside the readings, which are of the same bytes. */
const digestOf = (files: ContentFiles, maxFileBytes: number): string =>
  checksumOf(
    Buffer.from(
      [...files.values()]
        .map((file) => {
          const parsed = isParsed(file.path) ? checksumOf(sentFile(file, maxFileBytes).bytes) : '';
          return `${file.path} ${file.size} ${parsed}`;
        })
        .join('\n'),
    ),
  );

const sentFiles = (files: ContentFiles, maxFileBytes: number): SentFile[] =>
  [...files.values()].map((file) => sentFile(file, maxFileBytes));

/** What a document holds was read elsewhere, so that its head is enough, or its directory where it is an Office file. */
const sentFile = (file: ContentFile, maxFileBytes: number): SentFile => {
  const { path, size } = file;
  const isText = placeOf(path).kind === 'entry';
  const ending = isText ? null : attachmentEnding(path);
  const isWhole = isText
    ? size <= mostTextBytes
    : size <= maxFileBytes && ending !== null && !judgedByHead.includes(ending);
  return { path, size, bytes: isWhole ? file.bytes() : file.head(headBytes) };
};

const judgedByHead: readonly string[] = ['.pdf', '.png', '.jpg', '.jpeg', '.webp', '.zip'];
