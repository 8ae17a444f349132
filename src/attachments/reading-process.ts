import { answerTasks } from '../apart/answer-tasks.ts';
import { cleanAttachment, type ProvenFile } from './clean-attachment.ts';
import { drawFirstPageOf, readAttachment } from './read-attachment.ts';
import type { AttachmentReading, ReadEnding } from './reading.ts';

/** What an AttachmentReader asks of the processes that read. */
export type Task =
  | { task: 'read'; bytes: Uint8Array; ending: ReadEnding }
  | { task: 'clean'; bytes: Uint8Array; ending: ReadEnding; reading?: AttachmentReading }
  /** Of a PDF. */
  | { task: 'draw'; bytes: Uint8Array };
/** What they answer. */
export type Answer =
  | { task: 'read'; reading: AttachmentReading }
  | { task: 'clean'; cleaned: ProvenFile | null }
  | { task: 'draw'; picture: Uint8Array | null };

answerTasks<Task, Answer>(async (asked) => {
  const { task } = asked;
  // What came over the wire is a Buffer, of which readers take slices that share its memory.
  const bytes = new Uint8Array(asked.bytes);
  switch (task) {
    case 'read':
      return { task, reading: await readAttachment(bytes, asked.ending) };
    case 'clean':
      return { task, cleaned: await cleanAttachment(bytes, asked.ending, asked.reading) };
    case 'draw':
      return { task, picture: await drawFirstPageOf(bytes) };
  }
});
