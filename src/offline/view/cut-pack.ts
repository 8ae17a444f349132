import { beginsAsGzip } from '../offline-files.ts';

/** The pack did not hold what its list says; the message is for developers. */
export class PackBroken extends Error {}

type Bytes = Uint8Array<ArrayBuffer>;

/** Begins a stream anew with what was read from it already. */
function withStart(start: Bytes, rest: ReadableStreamDefaultReader<Bytes>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      const { done, value } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => rest.cancel(reason),
  });
}

/** Undoes gzip, unless a host has declared the pack as an encoding and the browser has undone it already. */
export async function inflated(body: ReadableStream<Bytes>): Promise<ReadableStream<Bytes>> {
  const reader = body.getReader();
  let start: Bytes = new Uint8Array(0);
  while (start.length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    const longer = new Uint8Array(start.length + value.length);
    longer.set(start);
    longer.set(value, start.length);
    start = longer;
  }
  const whole = withStart(start, reader);
  return beginsAsGzip(start) ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

/**
 * Cuts a stream into files while it arrives.
 * @param lengths how long each file is, in order
 * @throws PackBroken if the stream is shorter or longer than all of them
 */
export async function* cutPack(
  stream: ReadableStream<Bytes>,
  lengths: readonly number[],
): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  let chunk: Bytes = new Uint8Array(0);
  try {
    for (const length of lengths) {
      const file = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        if (chunk.length === 0) {
          const { done, value } = await reader.read();
          if (done) throw new PackBroken('The pack ends too early.');
          chunk = value;
        }
        const taken = chunk.subarray(0, length - filled);
        file.set(taken, filled);
        filled += taken.length;
        chunk = chunk.subarray(taken.length);
      }
      yield file;
    }
    while (chunk.length === 0) {
      const { done, value } = await reader.read();
      if (done) return;
      chunk = value;
    }
    throw new PackBroken('The pack is longer than its list.');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
