/**
 * What Pagefind 1.6.0 writes in `pagefind.*.pf_meta` (CBOR), as far as we rely on it: the list of pages, in the order
 * of its page numbers, and where each chunk of the index begins. Pinned by `pagefind-contract.test.ts`.
 */
export type PagefindMeta = {
  pages: { id: string; length: number }[];
  /** The first token of each chunk, cut to what tells it from the chunk before. */
  chunkStarts: string[];
};

type Cbor = number | string | boolean | null | Cbor[];

/** Reads the part of CBOR that Pagefind writes: integers, text, arrays, floats, true, false and null. */
function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  let at = 0;
  const argument = (info: number): number => {
    if (info < 24) return info;
    const width = 1 << (info - 24);
    const from = at;
    at += width;
    if (width === 1) return view.getUint8(from);
    if (width === 2) return view.getUint16(from);
    if (width === 4) return view.getUint32(from);
    return Number(view.getBigUint64(from));
  };
  const item = (): Cbor => {
    const head = view.getUint8(at);
    at += 1;
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return argument(info);
      case 1:
        return -1 - argument(info);
      case 3: {
        const length = argument(info);
        at += length;
        return text.decode(bytes.subarray(at - length, at));
      }
      case 4:
        return Array.from({ length: argument(info) }, item);
      case 7:
        if (info === 26) {
          at += 4;
          return view.getFloat32(at - 4);
        }
        return info === 20 ? false : info === 21 ? true : null;
      default:
        throw new Error(`Pagefind's metadata holds CBOR of type ${head >> 5}, which is not known.`);
    }
  };
  return item();
}

/**
 * Reads Pagefind's metadata.
 * @param bytes the file, decompressed and without its signature
 */
export function readPagefindMeta(bytes: Uint8Array): PagefindMeta {
  const [, pages, chunks] = readCbor(bytes) as [
    string,
    [string, number][],
    [string, string, string][],
  ];
  return {
    pages: pages.map(([id, length]) => ({ id, length })),
    chunkStarts: chunks.map(([from]) => from),
  };
}
