import { parentPort } from 'node:worker_threads';
import { drawFirstPageOf, readAttachment } from './read-attachment.ts';
import type { AttachmentReading, ReadEnding } from './reading.ts';

/** What an AttachmentReader asks of its worker thread, one at a time. */
export type Task =
  | { task: 'read'; bytes: Uint8Array; ending: ReadEnding }
  /** Of a PDF. */
  | { task: 'draw'; bytes: Uint8Array };
/** What it answers. */
export type Answer =
  | { task: 'read'; reading: AttachmentReading }
  | { task: 'draw'; picture: Uint8Array | null };

const port = parentPort;
port?.on('message', async (asked: Task) => {
  const { task, bytes } = asked;
  const answer: Answer =
    task === 'read'
      ? { task, reading: await readAttachment(bytes, asked.ending) }
      : { task, picture: await drawFirstPageOf(bytes) };
  port.postMessage(answer);
});
