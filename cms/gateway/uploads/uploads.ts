import { shortenedPlace } from '../../../src/check/catalogue/shortened-place.ts';
import { type FieldProblem, isInAttachment, isUnsafe } from '../../../src/check/problem.ts';
import type { TakenOut, UploadId } from '../../wire/upload.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { TakenOut as Taken } from '../proposals/clean-file.ts';
import type { Intake } from '../proposals/intake.ts';
import { fileAt } from '../repository/content-address.ts';
import { officeOf } from './kept-file.ts';
import { createLanes } from './lanes.ts';
import { sentences } from './sentences.ts';
import type { NoRoom, Shelf } from './shelf.ts';

/** What became of a file that was sent. */
export type Received =
  | {
      readonly kind: 'kept';
      readonly id: UploadId;
      readonly size: number;
      /** What is kept is without it, and nothing is kept of what came. */
      readonly taken: readonly TakenOut[];
      readonly problems: readonly FieldProblem[];
    }
  /** It may not be stored, with what is wrong with it; or it can't have this name. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly problems: readonly FieldProblem[];
    }
  | { readonly kind: 'no-room' | 'unwritable'; readonly reason: string };

/** Files on their way into a draft: each is sent once, judged at once, and kept for its office until a save names it. */
export type Uploads = {
  /**
   * Takes a file, has the intake take out of it what can be taken out, and judges what is left as every save is judged.
   * @param name that it is to have beside its entry, not trusted
   * @param declared how many bytes there are said to be; null where that is not known
   * @throws what the source of the bytes throws
   */
  receive(
    who: Contributor,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    declared: number | null,
  ): Promise<Received>;
  /**
   * Has a save done with the bytes of files that were sent, in the order of their ids; null for each that is not there.
   * Once the save is done they are let go. Few saves hold such bytes at one time, and one of each institution.
   */
  savedWith<Result>(
    who: Contributor,
    ids: readonly UploadId[],
    save: (files: readonly (Uint8Array | null)[]) => Promise<Result>,
  ): Promise<Result>;
  /** A file that was sent and not saved yet, for its office alone; null where there is none. */
  read(who: Contributor, id: UploadId): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** Throws away a file that was sent and that somebody of its office does not want. */
  drop(who: Contributor, id: UploadId): Promise<void>;
  /** How many bytes such files have together, as far as they are there. */
  sizeOf(who: Contributor, ids: readonly UploadId[]): number;
  /** Ends the sweeping. */
  close(): void;
};

/** As many files as are in memory at one time to be judged, and as many saves. */
const lanesForJudging = 3;
const lanesForSaving = 2;
const minutesBetweenSweeps = 10;

/**
 * Makes the receiver of files.
 * @param shelfMegabytes how much the shelf has for one institution, as it is told to people
 */
export const createUploads = ({
  shelf,
  intake,
  shelfMegabytes,
  onTrouble,
}: {
  shelf: Shelf;
  intake: Pick<Intake, 'cleaned' | 'problemsOf'>;
  shelfMegabytes: number;
  onTrouble: (error: unknown) => void;
}): Uploads => {
  const judging = createLanes(lanesForJudging);
  const saving = createLanes(lanesForSaving);
  const timer = setInterval(
    () => void shelf.sweep().catch(onTrouble),
    minutesBetweenSweeps * 60 * 1000,
  );
  timer.unref();

  const noRoom = ({ noRoom: of }: NoRoom): Received => ({
    kind: 'no-room',
    reason: of === 'bytes' ? sentences.shelfFull(shelfMegabytes) : sentences.tooMany,
  });

  return {
    async receive(who, name, bytes, declared) {
      const file = fileAt(provisionalPath(who, name));
      if (!file.ok) return { kind: 'refused', reason: file.reason, problems: [] };
      if (file.address.part === 'text') {
        return { kind: 'refused', reason: sentences.nameOfText, problems: [] };
      }
      const office = officeOf(who);
      try {
        const arrived = await shelf.receive(office, name, bytes, declared);
        if ('noRoom' in arrived) return noRoom(arrived);
        try {
          const { problems, taken } = await judging(office.institution, async () => {
            const { address } = file;
            const { bytes, taken } = await intake.cleaned(
              { address, bytes: await arrived.bytes() },
              who,
            );
            if (taken.length > 0) await arrived.replace(bytes);
            const found = await intake.problemsOf(address.entry, [{ address, bytes }], who);
            return { problems: ofTheFile(found, address.path), taken };
          });
          if (problems.some(isUnsafe)) {
            return { kind: 'refused', reason: sentences.unsafe, problems };
          }
          const { id, size } = await arrived.keep();
          return { kind: 'kept', id, size, taken: taken.map(inWords), problems };
        } finally {
          await arrived.discard();
        }
      } catch (error) {
        if (!isOfTheDisk(error)) throw error;
        onTrouble(error);
        return { kind: 'unwritable', reason: sentences.unwritable };
      }
    },

    savedWith(who, ids, save) {
      const office = officeOf(who);
      return saving(office.institution, async () => {
        const found = ids.map((id) => shelf.find(office, id));
        const files: (Uint8Array | null)[] = [];
        for (const file of found) files.push(file && (await shelf.bytesOf(file)));
        const result = await save(files);
        for (const file of found) if (file) await shelf.letGo(file).catch(onTrouble);
        return result;
      });
    },

    async read(who, id) {
      const file = shelf.find(officeOf(who), id);
      const bytes = file && (await shelf.bytesOf(file));
      return file && bytes ? { name: file.name, bytes } : null;
    },

    async drop(who, id) {
      const file = shelf.find(officeOf(who), id);
      if (file) await shelf.remove(file);
    },

    sizeOf(who, ids) {
      const office = officeOf(who);
      return ids.reduce((sum, id) => sum + (shelf.find(office, id)?.size ?? 0), 0);
    },

    close: () => clearInterval(timer),
  };
};

/**
 * Where a file is judged before anybody knows where its entry will lie. Nothing that is judged of a file by itself
 * depends on that; the save judges it once more, in its place.
 */
const provisionalPath = (who: Contributor, name: string): string =>
  `case-studies/${who.role === 'editor' ? 'portal' : who.institution}/upload/${name}`;

/** More of them nobody reads, and a browser keeps them until the save. */
const mostPlaces = 100;

const inWords = ({ kind, places, problem }: Taken): TakenOut => ({
  what: kind === 'photograph-place' ? sentences.placeOfPhotograph : sentences.records,
  places: places.slice(0, mostPlaces).map(shortenedPlace),
  more: Math.max(0, places.length - mostPlaces),
  mend: problem,
});

/** Of what the check says, what is true of the file wherever it lies: it has no entry here, and nothing names it. */
const ofTheFile = (problems: readonly FieldProblem[], path: string): FieldProblem[] =>
  problems.filter(
    (problem) =>
      problem.path === path &&
      (isUnsafe(problem) || isInAttachment(problem.code) || problem.code === 'file-empty'),
  );

/** What a disk says that has no room, or can't be written to. */
const ofTheDisk = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOENT',
  'ENOTDIR',
  'EEXIST',
];

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error && ofTheDisk.includes((error as NodeJS.ErrnoException).code ?? '');
