import { startsWith, viewOf } from '../bytes.ts';
import { textOf } from './emf-words.ts';

/** [MS-EMF] 2.1.1: EMR_EXTTEXTOUTA and EMR_EXTTEXTOUTW, and what ends a file. */
const types = { letters: 83, wide: 84, eof: 14 } as const;
/** Where their fields stand: 2.3.5.7, 2.3.5.8 and 2.2.5. */
const fields = { bounds: 8, least: 52 } as const;
/** Where fields of the head stand: 2.2.9. The frame is told in hundredths of a millimetre. */
const head = { frame: 24, signature: 40, device: 72, millimetres: 80, least: 88 } as const;

type Box = { left: number; top: number; right: number; bottom: number };

/**
 * Whether an enhanced metafile draws words outside of its frame, where nobody sees them. Programs that do not say where
 * their words come to stand are taken at their word.
 * @param bytes anything is safe
 */
export const hasTextOutside = (bytes: Uint8Array): boolean => {
  if (bytes.length < head.least || !startsWith(bytes, ' EMF', head.signature)) return false;
  const view = viewOf(bytes);
  const frame = frameOf(view);
  if (!frame) return false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const type = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    if (length < 8 || at + length > bytes.length || type === types.eof) return false;
    const isText = (type === types.letters || type === types.wide) && length >= fields.least;
    if (isText && isOutside(boxAt(view, at + fields.bounds), frame)) {
      const record = bytes.subarray(at, at + length);
      if (/\p{L}{2}/u.test(textOf(record, type === types.wide))) return true;
    }
    at += length;
  }
  return false;
};

const boxAt = (view: DataView, at: number): Box => ({
  left: view.getInt32(at, true),
  top: view.getInt32(at + 4, true),
  right: view.getInt32(at + 8, true),
  bottom: view.getInt32(at + 12, true),
});

/** The frame in points of the device, in which all places are told; null where the head does not say how large these are. */
const frameOf = (view: DataView): Box | null => {
  const number = (at: number) => view.getInt32(at, true);
  const across = number(head.device) / (number(head.millimetres) * 100);
  const down = number(head.device + 4) / (number(head.millimetres + 4) * 100);
  const { left, top, right, bottom } = boxAt(view, head.frame);
  const isSize = [across, down].every((scale) => Number.isFinite(scale) && scale > 0);
  if (!isSize || right <= left || bottom <= top) return null;
  return { left: left * across, top: top * down, right: right * across, bottom: bottom * down };
};

/** A point more or less is how numbers were rounded. */
const slack = 2;

const isOutside = ({ left, top, right, bottom }: Box, frame: Box): boolean =>
  right >= left &&
  bottom >= top &&
  (right < frame.left - slack ||
    left > frame.right + slack ||
    bottom < frame.top - slack ||
    top > frame.bottom + slack);
