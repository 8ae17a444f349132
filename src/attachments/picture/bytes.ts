/** Puts bytes behind each other. */
export const joined = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** Marks and names in pictures, which are letters of one byte each; no more than two hundred of them. */
export const letters = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 200));

/** Whether bytes begin, or go on from a place, with a mark of letters of one byte each. */
export const startsWith = (bytes: Uint8Array, mark: string, from = 0): boolean => {
  for (let at = 0; at < mark.length; at += 1) {
    if (bytes[from + at] !== mark.charCodeAt(at)) return false;
  }
  return true;
};

/** Letters of one byte each. */
export const bytesOf = (mark: string): Uint8Array =>
  Uint8Array.from(mark, (letter) => letter.charCodeAt(0));

/** Where a mark of letters of one byte each stands first; -1 where it doesn't. */
export const indexOfMark = (bytes: Uint8Array, mark: string): number => {
  const first = mark.charCodeAt(0);
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === first && startsWith(bytes, mark, at)) return at;
  }
  return -1;
};

/** A view of just these bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
