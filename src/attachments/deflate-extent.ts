/** How far packed bytes go, and how much they are when they are unpacked. */
export type DeflateExtent = {
  /** Where the first byte stands that does not belong to them. */
  end: number;
  /** In bytes. */
  size: number;
};

/**
 * Walks through what is packed by DEFLATE (RFC 1951) without unpacking it: what stands behind its end is read by no
 * program, and no library that works in browsers tells where that is. Takes no memory, however much would come of it.
 * @param from where it begins
 * @returns null where it is broken or ends before its end
 */
export const deflateExtent = (bytes: Uint8Array, from = 0): DeflateExtent | null => {
  const bits = new Bits(bytes, from * 8);
  let size = 0;
  for (let isLast = false; !isLast; ) {
    isLast = bits.take(1) === 1;
    const length = lengthOfBlock(bits, bits.take(2));
    if (length === null || bits.isPast) return null;
    size += length;
  }
  return { end: Math.ceil(bits.at / 8), size };
};

class Bits {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isPast(): boolean {
    return this.at > this.#bytes.length * 8;
  }

  /** The next sixteen bits and more, the first of which is the lowest; zeros behind the end. */
  ahead(): number {
    const at = this.at >>> 3;
    const bytes = this.#bytes;
    const three = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    return three >>> (this.at & 7);
  }

  /** @param count up to sixteen */
  take(count: number): number {
    const taken = this.ahead() & ((1 << count) - 1);
    this.at += count;
    return taken;
  }
}

const lengthOfBlock = (bits: Bits, kind: number): number | null => {
  if (kind === 0) return lengthOfStored(bits);
  if (kind === 1) return lengthOfCoded(bits, fixedCodes());
  const codes = kind === 2 ? readCodes(bits) : null;
  return codes && lengthOfCoded(bits, codes);
};

const lengthOfStored = (bits: Bits): number | null => {
  bits.at = Math.ceil(bits.at / 8) * 8;
  const length = bits.take(16);
  if (bits.take(16) !== (length ^ 0xffff)) return null;
  bits.at += length * 8;
  return length;
};

/** For each row of bits its sign, four bits to the left, and how many of the bits belong to it; 0 where it is none. */
type Code = { signs: Uint16Array; mask: number };
type Codes = { letters: Code; distances: Code };

/** RFC 1951, 3.2.5: what comes again is of these lengths and more, as so many further bits say. */
const lengths = [
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115],
  ...[131, 163, 195, 227, 258],
];
const lengthBits = [
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0],
];
const endOfBlock = 256;

const lengthOfCoded = (bits: Bits, { letters, distances }: Codes): number | null => {
  let size = 0;
  while (!bits.isPast) {
    const sign = signOf(bits, letters);
    if (sign === null) return null;
    if (sign === endOfBlock) return size;
    if (sign < endOfBlock) {
      size += 1;
      continue;
    }
    const length = lengths[sign - endOfBlock - 1];
    if (length === undefined) return null;
    size += length + bits.take(lengthBits[sign - endOfBlock - 1] ?? 0);
    const distance = signOf(bits, distances);
    if (distance === null || distance > 29) return null;
    bits.at += Math.max(0, (distance >> 1) - 1);
  }
  return null;
};

const signOf = (bits: Bits, { signs, mask }: Code): number | null => {
  const found = signs[bits.ahead() & mask] ?? 0;
  if (found === 0) return null;
  bits.at += found & 15;
  return found >> 4;
};

/** RFC 1951, 3.2.2: codes follow from how long each is. @param widths of each sign's code in bits; 0 where it has none */
const codeOf = (widths: readonly number[]): Code => {
  const widest = Math.max(1, ...widths);
  const signs = new Uint16Array(1 << widest);
  let next = 0;
  for (let width = 1; width <= widest; width += 1) {
    for (const [sign, own] of widths.entries()) {
      if (own !== width) continue;
      const first = reversed(next, width);
      for (let row = first; row < signs.length; row += 1 << width) signs[row] = (sign << 4) | width;
      next += 1;
    }
    next <<= 1;
  }
  return { signs, mask: signs.length - 1 };
};

const reversed = (code: number, width: number): number => {
  let turned = 0;
  for (let bit = 0; bit < width; bit += 1) turned |= ((code >> bit) & 1) << (width - 1 - bit);
  return turned;
};

let fixed: Codes | undefined;
/** RFC 1951, 3.2.6. */
const fixedCodes = (): Codes => {
  fixed ??= {
    letters: codeOf(
      Array.from({ length: 288 }, (_, sign) =>
        sign < 144 ? 8 : sign < 256 ? 9 : sign < 280 ? 7 : 8,
      ),
    ),
    distances: codeOf(Array.from({ length: 30 }, () => 5)),
  };
  return fixed;
};

/** RFC 1951, 3.2.7: in this order stand the widths of the code in which the widths are written. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const readCodes = (bits: Bits): Codes | null => {
  const letters = bits.take(5) + 257;
  const all = letters + bits.take(5) + 1;
  const own = new Array<number>(order.length).fill(0);
  for (const sign of order.slice(0, bits.take(4) + 4)) own[sign] = bits.take(3);
  const code = codeOf(own);
  const widths: number[] = [];
  while (widths.length < all) {
    const sign = signOf(bits, code);
    if (sign === null || bits.isPast) return null;
    if (sign < 16) widths.push(sign);
    else {
      const again = sign === 16 ? (widths.at(-1) ?? 0) : 0;
      const times =
        sign === 16 ? 3 + bits.take(2) : sign === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      for (let time = 0; time < times; time += 1) widths.push(again);
    }
  }
  if (widths.length > all) return null;
  return { letters: codeOf(widths.slice(0, letters)), distances: codeOf(widths.slice(letters)) };
};
