import { parentPort } from 'node:worker_threads';
import { drawDocument, readDocument } from './read-document.ts';
import type { DocumentReading, ReadEnding } from './reading.ts';

/** What a DocumentReader asks of its worker thread, one at a time. */
export type Task = { task: 'read' | 'draw'; bytes: Uint8Array; ending: ReadEnding };
export type Answer =
  | { task: 'read'; reading: DocumentReading }
  | { task: 'draw'; picture: Uint8Array | null };

const port = parentPort;
port?.on('message', async ({ task, bytes, ending }: Task) => {
  const answer: Answer =
    task === 'read'
      ? { task, reading: await readDocument(bytes, ending) }
      : { task, picture: await drawDocument(bytes, ending) };
  port.postMessage(answer);
});
