import { viewOf } from '../bytes.ts';

/** A component of a picture: how many blocks of it a unit has across and down (ITU-T T.81, B.2.2). */
export type Component = { id: number; across: number; down: number };

/** In which size a picture is drawn, by which process, and of which components. */
export type Frame = {
  isProgressive: boolean;
  width: number;
  height: number;
  components: readonly Component[];
};

/** Which numbers of the blocks a scan draws, of which components, and from which precision to which (B.2.3). */
export type ScanHead = {
  /** With the numbers of the tables for their first numbers and for the others. */
  components: readonly { index: number; first: number; others: number }[];
  from: number;
  to: number;
  before: number;
  after: number;
};

const processes: ReadonlyMap<number, { isProgressive: boolean }> = new Map([
  [0xc0, { isProgressive: false }],
  [0xc1, { isProgressive: false }],
  [0xc2, { isProgressive: true }],
]);
const isSize = (blocks: number): boolean => blocks >= 1 && blocks <= 4;

/**
 * Reads the head of a frame.
 * @param code of the segment
 * @param content behind its length
 * @returns null where it is broken, or of a process that no browser draws
 */
export const frameOf = (code: number, content: Uint8Array): Frame | null => {
  const process = processes.get(code);
  const [precision, , , , , count = 0] = content;
  if (!process || precision !== 8 || count === 0 || content.length < 6 + count * 3) return null;
  const components = Array.from({ length: count }, (_, at): Component => {
    const [id = 0, factors = 0] = content.subarray(6 + at * 3);
    return { id, across: factors >> 4, down: factors & 15 };
  });
  const view = viewOf(content);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  const isSound =
    width > 0 &&
    height > 0 &&
    components.every(({ across, down }) => isSize(across) && isSize(down));
  return isSound ? { ...process, width, height, components } : null;
};

/** Reads the head of a scan. @param content behind its length @returns null where it is broken */
export const scanHeadOf = (
  content: Uint8Array,
  { components, isProgressive }: Frame,
): ScanHead | null => {
  const [count = 0] = content;
  if (count === 0 || count > 4 || content.length < 4 + count * 2) return null;
  const own = Array.from({ length: count }, (_, at) => {
    const [id = 0, tables = 0] = content.subarray(1 + at * 2);
    const index = components.findIndex((one) => one.id === id);
    return { index, first: tables >> 4, others: 16 + (tables & 15) };
  });
  if (own.some(({ index }) => index === -1)) return null;
  if (new Set(own.map(({ index }) => index)).size < count) return null;
  if (!isProgressive) return { components: own, from: 0, to: 63, before: 0, after: 0 };
  const [from = 0, to = 0, precision = 0] = content.subarray(1 + count * 2);
  const isSound = from === 0 ? to === 0 : from <= to && to < 64 && count === 1;
  return isSound
    ? { components: own, from, to, before: precision >> 4, after: precision & 15 }
    : null;
};
