import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/**
 * Room for bytes that is taken again and again: who looks at thousands of files one after the other and keeps none of them
 * would make thousands of buffers, and each 64 MB of these have V8 look through all that lives.
 */
export type ReusedRoom = {
  /** Room for so many bytes, which hold anything; its holder's until the next is asked for. */
  of(bytes: number): Buffer;
};

/** More than this is let go again. */
const mostKept = 8_000_000;

/** Makes a room, which grows to what it is asked for. */
export function reusedRoom(): ReusedRoom {
  let room = Buffer.alloc(0);
  return {
    of(bytes) {
      if (bytes > mostKept) return Buffer.allocUnsafe(bytes);
      if (room.length < bytes) room = Buffer.allocUnsafe(Math.min(mostKept, 2 * bytes));
      return room.subarray(0, bytes);
    },
  };
}

/**
 * Reads a file that fills a room.
 * @throws where it cannot be read, or is of another length
 */
export const readInto = (room: Buffer, path: string): void => {
  withHandle(path, (handle) => fill(room, handle, path));
};

const shared = reusedRoom();
let isTaken = false;

/**
 * Does something with what stands in a file.
 * @param use is given bytes that are others once it has answered: it must keep none of them
 * @throws where the file cannot be read; and what `use` throws
 */
export function withBytesOf<Result>(path: string, use: (bytes: Buffer) => Result): Result {
  if (isTaken) return use(readFileSync(path));
  isTaken = true;
  try {
    return use(withHandle(path, (handle) => fill(shared.of(fstatSync(handle).size), handle, path)));
  } finally {
    isTaken = false;
  }
}

function withHandle<Result>(path: string, task: (handle: number) => Result): Result {
  const handle = openSync(path, 'r');
  try {
    return task(handle);
  } finally {
    closeSync(handle);
  }
}

function fill(room: Buffer, handle: number, path: string): Buffer {
  if (fstatSync(handle).size !== room.length) throw new Error(`${path} is of another length.`);
  for (let at = 0; at < room.length; ) {
    const read = readSync(handle, room, at, room.length - at, at);
    if (read === 0) throw new Error(`${path} is of another length.`);
    at += read;
  }
  return room;
}
