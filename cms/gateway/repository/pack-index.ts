import { type FileHandle, open } from 'node:fs/promises';

/** What an index of the second version begins with, the only one that git has written since 2008. */
const begin = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
const fanoutBytes = 256 * 4;

/**
 * Which of some objects lie in a pack, by its index: of that only the stretch is read in which an id would stand, so that
 * a save does not cost what the repository holds (gitformat-pack(5): a table of how many ids there are up to each first
 * byte, then all ids in their order).
 * @param file the `.idx`
 * @throws ENOENT where it is not there, and an Error where it is no index that is known here
 */
export const idsInIndex = async (file: string, ids: readonly string[]): Promise<string[]> => {
  const handle = await open(file, 'r');
  try {
    const head = await readAt(handle, 0, begin.length + fanoutBytes);
    if (!head.subarray(0, begin.length).equals(begin)) {
      throw new Error(`${file} is no index of the second version.`);
    }
    const upTo = (first: number) => (first < 0 ? 0 : head.readUInt32BE(begin.length + first * 4));
    const found: string[] = [];
    for (const [first, alike] of Map.groupBy(ids, (id) => Number.parseInt(id.slice(0, 2), 16))) {
      const idBytes = (alike[0] ?? '').length / 2;
      const from = upTo(first - 1);
      const stretch = await readAt(
        handle,
        begin.length + fanoutBytes + from * idBytes,
        (upTo(first) - from) * idBytes,
      );
      const there = new Set<string>();
      for (let at = 0; at < stretch.length; at += idBytes) {
        there.add(stretch.toString('hex', at, at + idBytes));
      }
      found.push(...alike.filter((id) => there.has(id)));
    }
    return found;
  } finally {
    await handle.close();
  }
};

const readAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};
