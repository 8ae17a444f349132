/** Where films of telephones and cameras say where they were taken (QuickTime File Format, user data; 3GPP TS 26.244). */
const marks = ['\u00a9xyz', 'com.apple.quicktime.location', 'loci'];

/**
 * Whether a film, or a sound, tells where it was taken. What is no MP4 and no QuickTime keeps no place.
 * @param bytes anything is safe
 */
export const filmTellsPlace = (bytes: Uint8Array): boolean => {
  const described = descriptionOf(bytes);
  if (!described) return false;
  const text = new TextDecoder('latin1').decode(described);
  return marks.some((mark) => text.includes(mark));
};

/** The box that describes the film; pictures and sounds lie in others (ISO/IEC 14496-12, section 4.2). */
const descriptionOf = (bytes: Uint8Array): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 16 <= bytes.length; ) {
    const written = view.getUint32(at);
    const size = written === 1 ? Number(view.getBigUint64(at + 8)) : written;
    const end = written === 0 ? bytes.length : Math.min(bytes.length, at + size);
    if (view.getUint32(at + 4) === moov) return bytes.subarray(at, end);
    if (end < at + 8) return null;
    at = end;
  }
  return null;
};

const moov = 0x6d6f6f76;
