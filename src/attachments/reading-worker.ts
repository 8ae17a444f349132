import { parentPort } from 'node:worker_threads';
import { drawAttachment, readAttachment } from './read-attachment.ts';
import type { AttachmentReading, ReadEnding } from './reading.ts';

/** What a AttachmentReader asks of its worker thread, one at a time. */
export type Task = { task: 'read' | 'draw'; bytes: Uint8Array; ending: ReadEnding };
export type Answer =
  | { task: 'read'; reading: AttachmentReading }
  | { task: 'draw'; picture: Uint8Array | null };

const port = parentPort;
port?.on('message', async ({ task, bytes, ending }: Task) => {
  const answer: Answer =
    task === 'read'
      ? { task, reading: await readAttachment(bytes, ending) }
      : { task, picture: await drawAttachment(bytes, ending) };
  port.postMessage(answer);
});
