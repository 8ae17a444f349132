/** The remainders of each byte: https://www.w3.org/TR/png-3/#samplecrc. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The sum by which ZIP and PNG tell whether bytes came through whole (ISO 3309). Works in browsers and in Node. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (sum >>> 8) ^ (remainders[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0);
  }
  return ~sum >>> 0;
};
