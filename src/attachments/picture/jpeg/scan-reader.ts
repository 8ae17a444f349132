import { BitReader } from './bit-reader.ts';
import { type CodeTable, readCodeTables } from './code-table.ts';
import { type Frame, frameOf, type ScanHead, scanHeadOf } from './scan-head.ts';

/** What was read of a scan. */
export type ReadScan = {
  /** What stands behind the points, before a marker that says to begin anew and before the end: no program draws it. */
  behind: readonly { from: number; to: number }[];
  /** Whether it draws what another scan has drawn: which of them is seen differs by program. */
  isDrawnTwice: boolean;
};

/** Blocks that are read in one picture: those of a hundred million points, in all scans that programs make of them. */
const mostBlocks = 120_000_000;

/** Numbers of a block, of which the first is that of its colour as a whole. */
const numbersOfBlock = 64;

type Drawn = { first: CodeTable | undefined; others: CodeTable | undefined; blocks: number };

/** Reads the scans of a JPEG code by code, as ITU-T T.81, F.2 and G.2 have it, to tell where each of them ends. */
export class ScanReader {
  #frame: Frame | null = null;
  readonly #codes = new Map<number, CodeTable>();
  #restart = 0;
  /** To which precision each number of each component was drawn so far; none where it was not. */
  readonly #drawn = new Map<number, number>();
  /** Which numbers of the blocks of a component are not zero, a bit each: finer scans say nothing of the others. */
  readonly #used = new Map<number, Uint32Array>();
  #read = 0;

  /**
   * Takes a segment of the picture that says how it is drawn.
   * @param content behind its length
   * @returns whether it is a second head of a frame
   */
  take(code: number, content: Uint8Array): boolean {
    if (code === 0xc4) readCodeTables(content, this.#codes);
    else if (code === 0xdd) this.#restart = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
    else if (code >= 0xc0 && code <= 0xcf && code !== 0xc8 && code !== 0xcc) {
      const isSecond = this.#frame !== null;
      this.#frame ??= frameOf(code, content);
      return isSecond;
    }
    return false;
  }

  /**
   * Reads a scan.
   * @param content of its head, behind its length
   * @param from where its bits begin
   * @param to where the next marker stands that does not say to begin anew
   * @returns null where it is broken, or of a process that is not read here
   * @throws RangeError where there is more to read than any picture has
   */
  read(bytes: Uint8Array, content: Uint8Array, from: number, to: number): ReadScan | null {
    const frame = this.#frame;
    const head = frame && scanHeadOf(content, frame);
    if (!frame || !head) return null;
    const isDrawnTwice = this.#noteDrawn(head);
    const drawn = this.#tablesOf(frame, head);
    if (!drawn) return null;
    const units = unitsOf(frame, head);
    const blocks = drawn.reduce((sum, one) => sum + one.blocks, 0);
    this.#read += units * blocks;
    if (this.#read > mostBlocks) throw new RangeError('A picture is drawn too often.');
    const reader = new BitReader(bytes.subarray(0, to), from);
    const block = this.#blockReader(reader, head, units);
    const behind: { from: number; to: number }[] = [];
    for (let unit = 0; unit < units; unit += 1) {
      if (this.#restart > 0 && unit > 0 && unit % this.#restart === 0) {
        const marker = restartAfter(bytes, reader.end, to);
        if (marker === null) break;
        behind.push({ from: reader.end, to: marker });
        reader.goTo(marker + 2);
        block.beginAnew();
      }
      for (const one of drawn) {
        for (let count = 0; count < one.blocks; count += 1) {
          if (!block.read(one, unit)) return null;
        }
      }
      // What there is no more of is filled up.
      if (reader.isShort) break;
    }
    behind.push({ from: reader.end, to });
    return { behind, isDrawnTwice };
  }

  #noteDrawn({ components, from, to, before, after }: ScanHead): boolean {
    let isTwice = false;
    for (const { index } of components) {
      for (let number = from; number <= to; number += 1) {
        const key = index * numbersOfBlock + number;
        const known = this.#drawn.get(key);
        isTwice ||= before === 0 ? known !== undefined : known !== before || after !== before - 1;
        this.#drawn.set(key, after);
      }
    }
    return isTwice;
  }

  #tablesOf(frame: Frame, { components, from, to, before }: ScanHead): Drawn[] | null {
    const drawn = components.map(({ index, first, others }): Drawn => {
      const { across = 1, down = 1 } = frame.components[index] ?? {};
      const blocks = components.length === 1 ? 1 : across * down;
      return { first: this.#codes.get(first), others: this.#codes.get(others), blocks };
    });
    const asksFirst = from === 0 && before === 0;
    return drawn.every(({ first, others }) => (!asksFirst || first) && (to === 0 || others))
      ? drawn
      : null;
  }

  /** @returns what reads the blocks of a scan, each by the tables of its component; false where one is broken */
  #blockReader(reader: BitReader, head: ScanHead, units: number) {
    const { from, to, before } = head;
    const used = from > 0 ? this.#usedOf(head, units) : null;
    /** So many blocks, this one among them, have nothing more. */
    let idle = 0;

    const whole = ({ first, others }: Drawn): boolean => {
      const size = reader.value(first as CodeTable);
      if (size < 0 || size > 16) return false;
      reader.number(size);
      for (let number = 1; number <= to; number += 1) {
        const value = reader.value(others as CodeTable);
        if (value < 0) return false;
        if (value === 0) return true;
        number += value >> 4;
        reader.number(value & 15);
      }
      return true;
    };

    const coarse = (others: CodeTable, unit: number): boolean => {
      if (idle > 0) {
        idle -= 1;
        return true;
      }
      for (let number = from; number <= to; number += 1) {
        const value = reader.value(others);
        if (value < 0) return false;
        const [run, size] = [value >> 4, value & 15];
        if (size === 0 && run < 15) {
          idle = (1 << run) + reader.number(run) - 1;
          return true;
        }
        number += run;
        if (size === 0) continue;
        reader.number(size);
        mark(used as Uint32Array, unit, number);
      }
      return true;
    };

    const finer = (others: CodeTable, unit: number): boolean => {
      const own = used as Uint32Array;
      let number = from;
      while (idle === 0 && number <= to) {
        const value = reader.value(others);
        if (value < 0) return false;
        const size = value & 15;
        let run = value >> 4;
        if (size === 0 && run < 15) {
          idle = (1 << run) + reader.number(run);
          break;
        }
        if (size > 0) reader.number(1);
        for (; number <= to; number += 1) {
          if (isMarked(own, unit, number)) reader.number(1);
          else if (run === 0) break;
          else run -= 1;
        }
        if (size > 0 && number <= to) mark(own, unit, number);
        number += 1;
      }
      if (idle === 0) return true;
      for (; number <= to; number += 1) if (isMarked(own, unit, number)) reader.number(1);
      idle -= 1;
      return true;
    };

    return {
      beginAnew: () => {
        idle = 0;
      },
      read(drawn: Drawn, unit: number): boolean {
        if (from === 0 && before === 0) return whole(drawn);
        if (from === 0) return reader.number(1) >= 0;
        const others = drawn.others as CodeTable;
        return before === 0 ? coarse(others, unit) : finer(others, unit);
      },
    };
  }

  #usedOf({ components }: ScanHead, units: number): Uint32Array {
    const index = components[0]?.index ?? 0;
    const used = this.#used.get(index) ?? new Uint32Array(units * 2);
    this.#used.set(index, used);
    return used;
  }
}

const mark = (used: Uint32Array, unit: number, number: number): void => {
  const at = unit * 2 + (number >> 5);
  used[at] = (used[at] as number) | (1 << (number & 31));
};
const isMarked = (used: Uint32Array, unit: number, number: number): boolean =>
  ((used[unit * 2 + (number >> 5)] as number) & (1 << (number & 31))) !== 0;

/** How many units a scan has; of one component they are its blocks, without those that fill up the last (A.2.2). */
const unitsOf = ({ width, height, components }: Frame, head: ScanHead): number => {
  const most = (which: 'across' | 'down') => Math.max(...components.map((one) => one[which]));
  const [across, down] = [most('across'), most('down')];
  const [first] = head.components;
  const only = head.components.length === 1 ? components[first?.index ?? 0] : undefined;
  return only
    ? Math.ceil(Math.ceil((width * only.across) / across) / 8) *
        Math.ceil(Math.ceil((height * only.down) / down) / 8)
    : Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
};

/** Where the next marker stands that says to begin anew; null where none does before the end. */
const restartAfter = (bytes: Uint8Array, from: number, to: number): number | null => {
  for (let at = from; at + 1 < to; at += 1) {
    const code = bytes[at] === 0xff ? (bytes[at + 1] as number) : 0;
    if (code >= 0xd0 && code <= 0xd7) return at;
  }
  return null;
};
