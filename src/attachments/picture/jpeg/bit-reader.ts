import type { CodeTable } from './code-table.ts';

/**
 * Reads the bits of a scan up to the next marker (ITU-T T.81, F.2.2.5): 0xff is written with a zero behind it. Behind the
 * last of them it reads zeros, as programs do.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;
  /** Where the last four bytes that were taken begin, the latest at the lowest place of `#taken`. */
  readonly #starts = new Uint32Array(4);
  #taken = 0;
  /** How many bits there were not. */
  #missing = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** Whether more bits were asked for than there are. */
  get isShort(): boolean {
    return this.#missing > this.#count;
  }

  /** Where the byte ends in which the last bit stands that was read. */
  get end(): number {
    const ahead = (this.#count - Math.min(this.#missing, this.#count)) >> 3;
    return ahead === 0 ? this.#at : (this.#starts[(this.#taken - ahead) & 3] as number);
  }

  /** The meaning of the code that comes next; -1 where it is none. */
  value(table: CodeTable): number {
    if (this.#count < 16) this.#fill();
    const code = table[(this.#bits >>> (this.#count - 16)) & 0xffff] as number;
    if (code === 0) return -1;
    this.#count -= code >> 8;
    return code & 255;
  }

  /** A number of so many bits, sixteen at the most. */
  number(length: number): number {
    if (length === 0) return 0;
    if (this.#count < length) this.#fill();
    this.#count -= length;
    return (this.#bits >>> this.#count) & ((1 << length) - 1);
  }

  /** Goes on at another place. */
  goTo(place: number): void {
    this.#at = place;
    this.#count = 0;
    this.#missing = 0;
  }

  #fill(): void {
    while (this.#count <= 24) {
      const byte = this.#bytes[this.#at];
      const isMarker = byte === 0xff && this.#bytes[this.#at + 1] !== 0;
      if (byte === undefined || isMarker) {
        this.#bits <<= 8;
        this.#missing += 8;
      } else {
        this.#starts[this.#taken & 3] = this.#at;
        this.#taken += 1;
        this.#at += byte === 0xff ? 2 : 1;
        this.#bits = (this.#bits << 8) | byte;
      }
      this.#count += 8;
    }
  }
}
