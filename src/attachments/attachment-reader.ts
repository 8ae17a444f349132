import { checksumOf } from './checksum.ts';
import type { AttachmentReader, AttachmentReading, ReadEnding } from './reading.ts';
import { type FileKey, readingCache } from './reading-cache.ts';
import { readingCode } from './reading-code.ts';
import { type ReadingLimits, type ReadingThread, readingThread } from './reading-thread.ts';
import { unreadable } from './unreadable.ts';

/** Readings that a process keeps at hand, besides those on disk. */
const mostAtHand = 60;

/**
 * Reads files in a worker thread, one at a time, so that no file can stop or exhaust the process that asks. The thread is
 * started when a file needs it and keeps no process from ending.
 * @param cacheFolder where readings are kept; null keeps them only as long as the reader lives. Processes may share it.
 */
export const createAttachmentReader = ({
  cacheFolder,
  limits,
}: {
  cacheFolder: string | null;
  limits?: ReadingLimits;
}): AttachmentReader => attachmentReader(cacheFolder, readingThread(limits));

/** The same over a thread that is there. */
export function attachmentReader(
  cacheFolder: string | null,
  thread: ReadingThread,
): AttachmentReader {
  const cache = cacheFolder === null ? null : readingCache(cacheFolder, readingCode());
  const readings = atHand<AttachmentReading>();
  const pictures = atHand<Uint8Array | null>();

  async function read(bytes: Uint8Array, key: FileKey): Promise<AttachmentReading> {
    const kept = await cache?.reading(key);
    if (kept) return kept;
    const answer = await thread.ask({ task: 'read', bytes, ending: key.ending });
    // A machine with less to do may be quick enough another time: that is not kept.
    if (answer?.task !== 'read') return unreadable(key.ending, 'too-complex');
    await cache?.keepReading(key, answer.reading);
    return answer.reading;
  }

  async function draw(bytes: Uint8Array, key: FileKey): Promise<Uint8Array | null> {
    const kept = await cache?.picture(key);
    if (kept !== undefined) return kept;
    const answer = await thread.ask({ task: 'draw', bytes });
    // A page that took too long to draw is not worth that time at every build.
    const picture = answer?.task === 'draw' ? answer.picture : null;
    await cache?.keepPicture(key, picture);
    return picture;
  }

  const keyOf = (bytes: Uint8Array, ending: ReadEnding): FileKey => ({
    checksum: checksumOf(bytes),
    ending,
  });
  return {
    read(bytes, ending) {
      const key = keyOf(bytes, ending);
      return readings(key, () => read(bytes, key));
    },
    firstPage(bytes) {
      const key = keyOf(bytes, '.pdf');
      return pictures(key, () => draw(bytes, key));
    },
    close: () => thread.close(),
  };
}

/** Keeps the latest results, and lets those who ask for the same file at once wait for the same one. */
function atHand<T>(): (key: FileKey, make: () => Promise<T>) => Promise<T> {
  const results = new Map<string, Promise<T>>();
  return ({ checksum, ending }, make) => {
    const name = checksum + ending;
    const result = results.get(name) ?? make();
    results.delete(name);
    results.set(name, result);
    const [oldest] = results.keys();
    if (results.size > mostAtHand && oldest !== undefined) results.delete(oldest);
    result.catch(() => results.delete(name));
    return result;
  };
}
