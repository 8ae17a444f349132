/** A file that lost its end on the way: pdf.js mends what it can, and does not say so. */
export function lacksItsEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-65536);
  return !tail.includes('%%EOF') && !tail.includes('startxref');
}
