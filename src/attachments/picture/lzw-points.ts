const longest = 12;

/**
 * Reads data that are packed as in a GIF (spec-gif89a, appendix F) until all points are drawn, with the code that says that
 * they are.
 * @param next gives the data byte by byte; undefined behind their end
 * @param size of the first codes, without the two that say something else
 * @param points so many are drawn
 * @returns false where they are broken, or end before
 */
export const hasAllPoints = (
  next: () => number | undefined,
  size: number,
  points: number,
): boolean => {
  if (size < 1 || size >= longest) return false;
  const clear = 1 << size;
  const lengths = new Uint32Array(1 << longest).fill(1);
  let width = size + 1;
  let free = clear + 2;
  let before = -1;
  let drawn = 0;
  let bits = 0;
  let count = 0;
  for (;;) {
    while (count < width) {
      const byte = next();
      if (byte === undefined) return false;
      bits |= byte << count;
      count += 8;
    }
    const code = bits & ((1 << width) - 1);
    bits >>>= width;
    count -= width;
    if (code === clear + 1) return drawn >= points;
    // Programs stop where the last point is; most write the end all the same.
    if (drawn >= points) return true;
    if (code === clear) {
      width = size + 1;
      free = clear + 2;
      before = -1;
      continue;
    }
    if (code > free || (before === -1 && code >= clear)) return false;
    if (before !== -1 && free < 1 << longest) {
      lengths[free] = (lengths[before] as number) + 1;
      free += 1;
    }
    drawn += lengths[code] as number;
    before = code;
    if (free === 1 << width && width < longest) width += 1;
  }
};
