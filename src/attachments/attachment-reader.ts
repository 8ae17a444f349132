import { nobodyElse } from '../apart/apart.ts';
import { createTooComplexMemory, type TooComplexMemory } from '../apart/too-complex-memory.ts';
import type { Asker } from '../apart/turns.ts';
import { usualCacheBytes } from './cache-folder.ts';
import { checksumOf } from './checksum.ts';
import { isPrinted } from './office-pages/print-office.ts';
import { createPrinter, type Printer } from './office-pages/printer.ts';
import {
  type AttachmentReader,
  type AttachmentReading,
  isRefused,
  type KnownFile,
  type ReadEnding,
  removableFindings,
} from './reading.ts';
import { type FileKey, readingCache } from './reading-cache.ts';
import { readingCode } from './reading-code.ts';
import { type ReadingLanes, type ReadingLimits, readingLanes } from './reading-lanes.ts';
import { unreadable } from './unreadable.ts';

/** Readings that a process keeps at hand, besides those on disk. */
const mostAtHand = 60;

/**
 * Reads files in processes of their own, so that no file can stop or exhaust the process that asks. They are started when
 * a file needs them and keep no process from ending.
 * @param cacheFolder where readings are kept; null keeps them only as long as the reader lives. Processes may share it.
 * @param cacheBytes the most that is kept there
 * @param libreOffice the path of LibreOffice, without which Office files have no picture
 * @param areStored whether what is read is stored content, and not what somebody sends
 */
export const createAttachmentReader = ({
  cacheFolder,
  cacheBytes,
  limits,
  libreOffice = null,
  areStored = false,
}: {
  cacheFolder: string | null;
  cacheBytes?: number | undefined;
  limits?: ReadingLimits;
  libreOffice?: string | null;
  areStored?: boolean;
}): AttachmentReader => {
  const printer = libreOffice === null ? null : createPrinter(libreOffice);
  return attachmentReader(cacheFolder, readingLanes(limits), {
    mostBytes: cacheBytes,
    areStored,
    printer,
  });
};

/** The same over lanes that are there. */
export function attachmentReader(
  cacheFolder: string | null,
  lanes: ReadingLanes,
  {
    mostBytes = usualCacheBytes,
    areStored = false,
    tooComplex = createTooComplexMemory(cacheFolder),
    printer = null,
  }: {
    mostBytes?: number | undefined;
    areStored?: boolean;
    tooComplex?: TooComplexMemory;
    printer?: Printer | null;
  } = {},
): AttachmentReader {
  const code = readingCode();
  const cache =
    cacheFolder === null ? null : readingCache(cacheFolder, code, { mostBytes, areStored });
  const readings = atHand<AttachmentReading>((reading) => !isRefused(reading));
  const pictures = atHand<Uint8Array | null>(() => true);

  async function read(file: GivenFile, key: FileKey, asker: Asker): Promise<AttachmentReading> {
    const kept = await cache?.reading(key);
    if (kept) return kept;
    const digest = `${code.slice(0, 16)} ${key.checksum}${key.ending}`;
    const givenUp = unreadable(key.ending, 'too-complex');
    if (await tooComplex.has(digest, lanes.limits)) return givenUp;
    const bytes = bytesOf(file);
    const answer = await lanes.ask({ task: 'read', bytes, ending: key.ending }, asker);
    const reading = answer?.task === 'read' ? answer.reading : givenUp;
    if (isGivenUp(reading)) await tooComplex.add(digest, lanes.limits);
    await cache?.keepReading(key, reading);
    return reading;
  }

  async function draw(file: GivenFile, key: FileKey): Promise<Uint8Array | null> {
    const kept = await cache?.picture(key);
    if (kept !== undefined) return kept;
    const { ending } = key;
    // What nothing here can print may be printed on another day.
    if (isPrinted(ending) && !printer) return null;
    const bytes = bytesOf(file);
    const pdf = isPrinted(ending) && printer ? await printer.print({ bytes, ending }) : bytes;
    const answer = pdf && (await lanes.ask({ task: 'draw', bytes: pdf }, nobodyElse));
    // A page that took too long to draw is not worth that time at every build.
    const picture = answer?.task === 'draw' ? answer.picture : null;
    await cache?.keepPicture(key, picture);
    return picture;
  }

  const keyOf = (file: GivenFile, ending: ReadEnding): FileKey => ({
    checksum: file instanceof Uint8Array ? checksumOf(file) : file.checksum,
    ending,
  });
  return {
    read(file, ending, asker = nobodyElse) {
      const key = keyOf(file, ending);
      return readings(key, () => read(file, key, asker));
    },
    async clean(bytes, ending, asker = nobodyElse) {
      const key = keyOf(bytes, ending);
      const reading = await readings(key, () => read(bytes, key, asker));
      if (!reading.findings.some(({ kind }) => removableFindings.includes(kind))) return null;
      const answer = await lanes.ask({ task: 'clean', bytes, ending, reading }, asker);
      if (answer?.task !== 'clean' || !answer.cleaned) return null;
      const { reading: proof, ...cleaned } = answer.cleaned;
      // Who takes the cleaned file asks next what stands in it.
      const cleanKey = keyOf(cleaned.bytes, ending);
      await readings(cleanKey, async () => {
        await cache?.keepReading(cleanKey, proof);
        return proof;
      });
      return cleaned;
    },
    firstPage(file, ending = '.pdf') {
      const key = keyOf(file, ending);
      return pictures(key, () => draw(file, key));
    },
    close: () => lanes.close(),
  };
}

type GivenFile = Uint8Array | KnownFile;
const bytesOf = (file: GivenFile): Uint8Array => (file instanceof Uint8Array ? file : file.bytes());

/** Whether nothing is known of a file but that it was too much. */
const isGivenUp = ({ findings: [first, ...others] }: AttachmentReading): boolean =>
  first?.kind === 'too-complex' && first.places.length === 0 && others.length === 0;

/**
 * Keeps the latest results, and lets those who ask for the same file at once wait for the same one.
 * @param stays whether a result may be kept once everybody has it who waited for it
 */
function atHand<T>(
  stays: (result: T) => boolean,
): (key: FileKey, make: () => Promise<T>) => Promise<T> {
  const results = new Map<string, Promise<T>>();
  return ({ checksum, ending }, make) => {
    const name = checksum + ending;
    const result = results.get(name) ?? make();
    results.delete(name);
    results.set(name, result);
    const [oldest] = results.keys();
    if (results.size > mostAtHand && oldest !== undefined) results.delete(oldest);
    const forget = () => {
      if (results.get(name) === result) results.delete(name);
    };
    result.then((made) => stays(made) || forget(), forget);
    return result;
  };
}
